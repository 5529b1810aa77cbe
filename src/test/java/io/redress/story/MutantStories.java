package io.redress.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.answer.engine.EngineTask;
import io.redress.people.security.Client;
import io.redress.people.security.Client.Answer;
import io.redress.redesign.lint.OfflineLint;
import io.redress.redesign.model.ModelFile;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.StoryEnd;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.awaitility.core.ConditionTimeoutException;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Cases that go the ways of scenarios, side by side, while a model with a slip is live. A case stays on the main process
 * with which it began, so that many versions of that are tried at a time; of anything else cases use the newest, so that
 * one is tried after the other.
 */
class MutantStories {

    static final String MAIN = "complaint-resolution.bpmn";

    /** What there is to say of a model that the engine itself does not take. */
    static final List<Course> REFUSED = Collections.unmodifiableList(new ArrayList<>());

    /** Longer than any of the scenarios takes. */
    private static final int MOST_MOMENTS = 75;

    /** Sixteen days, after which even the managers have heard of a case that nobody works on. */
    private static final int MOMENTS_WITHOUT_AN_END = 38;

    /** What has not changed is looked at every other day. */
    private static final int SELDOM = 4;

    /** A case that has ended may be written to, and what was sent is followed. */
    private static final int MOMENTS_AFTER_THE_END = 4;

    /** Time stands still while there is work at this moment; work without end must not hold it for ever. */
    private static final int MOST_LOOKS_AT_WORK = 120;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SandboxDriver world;
    private final Desk desk;
    private final JdbcClient jdbc;
    private final ApplicationContext application;
    private final Client manager;

    MutantStories(SandboxDriver world, Desk desk, JdbcClient jdbc, ApplicationContext application) {
        this.world = world;
        this.desk = desk;
        this.jdbc = jdbc;
        this.application = application;
        this.manager = Client.program(world.baseUrl(), "manager");
    }

    /** A model and the ways that cases go while it is live. */
    record Trial(ModelFile model, List<Scenario> scenarios) {}

    /** Tries each model; one that the engine itself refuses has no courses. Afterwards what is shipped is live again. */
    Map<Trial, List<Course>> run(List<Trial> trials) {
        Map<Trial, List<Run>> runs = new LinkedHashMap<>();
        Set<Trial> refused = new HashSet<>();
        try {
            for (Trial trial : trials) {
                boolean taken = trial.scenarios().isEmpty() || isTaken(trial.model());
                if (!taken) {
                    refused.add(trial);
                }
                runs.put(trial, taken ? filed(trial) : List.of());
                if (trial.model().name().equals(MAIN)) {
                    putBack(trial);
                }
            }
            go(runs.values().stream().flatMap(List::stream).toList());
        } finally {
            trials.forEach(this::putBack);
        }
        Judge judge = new Judge(world, desk, jdbc);
        Map<Trial, List<Course>> courses = new LinkedHashMap<>();
        runs.forEach((trial, some) -> courses.put(
                trial, some.stream().map(run -> judge.course(run.stage)).toList()));
        StoryEnd.clear(application);
        return courses;
    }

    private List<Run> filed(Trial trial) {
        return trial.scenarios().stream()
                .map(scenario -> new Run(
                        trial.model().kind() == ModelFile.Kind.FORM
                                ? new AtTheForm(scenario)
                                : new Stage(world, desk, jdbc, scenario)))
                .toList();
    }

    private void putBack(Trial trial) {
        assertThat(isTaken(OfflineLint.once().shipped(trial.model().name())))
                .as("shipped " + trial.model())
                .isTrue();
    }

    private boolean isTaken(ModelFile model) {
        Answer answer = manager.deploy("/engine-rest/deployment/create", model.name(), model.text());
        return answer.status() == 200;
    }

    private void go(List<Run> runs) {
        int[] moment = {0};
        int[] looks = {0};
        try {
            await("cases")
                    .atMost(Duration.ofSeconds(60 + 10L * runs.size()))
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> {
                        List<Run> open = runs.stream()
                                .filter(run -> !run.isDone(moment[0]))
                                .toList();
                        Map<String, String> states = states(open);
                        open.forEach(run -> run.act(states.getOrDefault(run.number(), ""), moment[0]));
                        if (++looks[0] > MOST_LOOKS_AT_WORK || !isAnyAtWork(open)) {
                            looks[0] = 0;
                            world.advance(Stage.pause(moment[0]++));
                            open.forEach(run -> run.passTime(states.getOrDefault(run.number(), "")));
                        }
                        return open.isEmpty() || moment[0] > MOST_MOMENTS;
                    });
        } catch (ConditionTimeoutException late) {
            // Who is not done by now is judged as it stands.
            return;
        }
    }

    /** Status and open tasks of each case. */
    private Map<String, String> states(List<Run> runs) {
        Map<String, String> states = new HashMap<>();
        if (!runs.isEmpty()) {
            jdbc.sql("""
                            select c.case_number, c.status || ' ' || coalesce((
                                     select string_agg(t.id_, ' ' order by t.id_)
                                       from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
                                      where e.business_key_ = c.case_number), '') as state
                              from redress.complaint c where c.case_number in (:cases)""")
                    .param("cases", numbers(runs))
                    .query((row, number) -> states.put(row.getString(1), row.getString(2)))
                    .list();
        }
        return states;
    }

    private boolean isAnyAtWork(List<Run> runs) {
        return !runs.isEmpty()
                && jdbc.sql("""
                                select exists (
                                  select from act_ru_job j join act_hi_procinst p on p.proc_inst_id_ = j.process_instance_id_
                                   where p.business_key_ in (:cases) and j.retries_ > 0 and j.suspension_state_ = 1
                                     and (j.duedate_ is null or j.duedate_ <= :now))""")
                        .param("cases", numbers(runs))
                        .param("now", Timestamp.from(desk.now()))
                        .query(Boolean.class)
                        .single();
    }

    private static List<String> numbers(List<Run> runs) {
        return runs.stream().map(Run::number).toList();
    }

    /** A case on its way. */
    private final class Run {

        private final Stage stage;
        private final boolean filed;
        private String state = "";
        private int momentsAfterTheEnd;

        Run(Stage stage) {
            this.stage = stage;
            this.filed = stage.file();
        }

        String number() {
            return stage.caseNumber();
        }

        boolean isDone(int moment) {
            return !filed
                    || momentsAfterTheEnd > MOMENTS_AFTER_THE_END
                    || moment > MOMENTS_WITHOUT_AN_END && Judge.NEVER_ENDING.contains(stage.scenario());
        }

        void act(String now, int moment) {
            if (!now.equals(state) || moment % SELDOM == 0) {
                state = now;
                stage.happen();
                if (now.indexOf(' ') < now.length() - 1) {
                    stage.act();
                }
            }
        }

        void passTime(String now) {
            stage.passTime();
            if (now.startsWith("CLOSED") || now.startsWith("WITHDRAWN")) {
                momentsAfterTheEnd++;
            }
        }
    }

    /** A case whose people can enter no more than what the form of their task offers. */
    private final class AtTheForm extends Stage {

        AtTheForm(Scenario scenario) {
            super(world, desk, jdbc, scenario);
        }

        @Override
        Map<String, String> asOffered(EngineTask task, Map<String, String> answer) {
            Map<String, Set<String>> offered = new HashMap<>();
            boolean[] shown = {true};
            try {
                collect(
                        JSON.readTree(manager.get("/engine-rest/task/" + task.id() + "/deployed-form")
                                .body()),
                        offered,
                        shown);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
            Map<String, String> entered = new HashMap<>(answer);
            entered.entrySet()
                    .removeIf(field -> !shown[0] || !isOffered(offered.get(field.getKey()), field.getValue()));
            return entered;
        }

        private static boolean isOffered(Set<String> words, String word) {
            return words != null && (words.isEmpty() || words.contains(word));
        }

        private void collect(JsonNode part, Map<String, Set<String>> offered, boolean[] shown) {
            String type = part.path("type").asText();
            shown[0] &= type.isEmpty() || type.equals("default") || isKnown(type);
            if (part.has("key")) {
                Set<String> words = new TreeSet<>();
                part.path("values").forEach(one -> words.add(one.path("value").asText()));
                if (part.has("values") && words.isEmpty()) {
                    words.add("");
                }
                offered.computeIfAbsent(part.path("key").asText(), key -> new HashSet<>())
                        .addAll(words);
            }
            part.path("components").forEach(inner -> collect(inner, offered, shown));
        }

        /** With one part that it does not know, Tasklist shows nothing of a form. */
        private static boolean isKnown(String type) {
            return !type.endsWith("x") || type.equals("checkbox");
        }
    }
}
