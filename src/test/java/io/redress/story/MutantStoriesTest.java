package io.redress.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.redesign.lint.FileRules;
import io.redress.redesign.lint.ModelRule;
import io.redress.redesign.lint.OfflineLint;
import io.redress.redesign.lint.ShippedCheck;
import io.redress.redesign.model.ModelFile;
import io.redress.redesign.model.ModelReader;
import io.redress.redesign.mutant.Mutant;
import io.redress.redesign.mutant.Redrawn;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import io.redress.story.MutantStories.Trial;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What harm slips do that the check lets in, and those that it does not: each is put live while the gate only warns, cases
 * go their ways through it, and it is looked whether any came to harm.
 *
 * <p>By default as many are tried as fit into a quarter of an hour, chosen by chance; {@code -Dmutants.seed=2} takes others,
 * {@code -Dmutants.survivors=…} and {@code -Dmutants.found=…} more or fewer, {@code -Dmutants.file=refund.bpmn,.dmn} those of
 * files whose names end so. The report is added to {@code target/mutant-stories.txt}.
 */
@Tag("deep")
@SandboxTest
class MutantStoriesTest {

    private static final Path REPORT = Path.of("target", "mutant-stories.txt");
    private static final long SEED = Long.getLong("mutants.seed", 1);
    private static final int SURVIVORS = Integer.getInteger("mutants.survivors", 30);
    private static final int FOUND = Integer.getInteger("mutants.found", 20);
    private static final String FILES = System.getProperty("mutants.file", "");

    /** So many versions of the main process at a time. */
    private static final int SIDE_BY_SIDE = 5;

    /** Of the ways through a file that is called; those that are about it come first. */
    private static final int MOST_WAYS = 4;

    private static final Pattern ELEMENT = Pattern.compile(
            "<bpmn:(?:process|startEvent|endEvent|boundaryEvent|intermediate\\w+|\\w*[gG]ateway|\\w*[tT]ask|callActivity"
                    + "|subProcess|sequenceFlow) id=\"([^\"]+)\"");

    private static final List<Scenario> TABLE_WAYS =
            List.of(Scenario.LOST_PARCEL, Scenario.ABOVE_AUTHORITY, Scenario.GOODWILL, Scenario.NOBODY_ACTS);

    private static final double LEAST_FOUND = 0.9;

    /** The ways that a slip in the main process, or in a table that all cases ask, is judged by. */
    private static final List<Scenario> MAIN_WAYS = List.of(
            Scenario.LOST_PARCEL,
            Scenario.GOODWILL,
            Scenario.ABOVE_AUTHORITY,
            Scenario.APPROVAL_REFUSED,
            Scenario.NO_STOCK,
            Scenario.REFUND_IN_PART,
            Scenario.QUESTION,
            Scenario.ANSWERED,
            Scenario.COLLEAGUE,
            Scenario.NO_ANSWER_OWED,
            Scenario.REPAIR,
            Scenario.NOBODY_ACTS,
            Scenario.WITHDRAWN,
            Scenario.WITHDRAWN_DURING_FOLLOW_UP,
            Scenario.CUSTOMER_WROTE,
            Scenario.UNHAPPY);

    /** What becomes of the cases with what is shipped. */
    private static final Map<Scenario, Course> SHIPPED = new EnumMap<>(Scenario.class);

    private SandboxDriver.Gate gate;
    private SandboxDriver world;
    private MutantStories stories;
    private ShippedCheck check;

    @Autowired
    void enter(SandboxDriver world, JdbcClient jdbc, ApplicationContext application) {
        this.world = world;
        this.stories = new MutantStories(world, new Desk(world), jdbc, application);
    }

    @Autowired
    void look(FileRules files, ModelReader reader, List<ModelRule> rules) {
        check = new ShippedCheck(files, reader, rules);
    }

    @BeforeEach
    void openGate() {
        gate = world.openGate();
    }

    @AfterEach
    void closeGate() {
        gate.close();
        world.behave();
    }

    /** What a slip came to. */
    private enum Verdict {
        /** A case came to harm. */
        HARMFUL,
        /** The cases went another way, and none came to harm. */
        OTHERWISE,
        /** Nobody could tell a difference. */
        SAME,
        /** No story leads by it. */
        NOT_REACHED,
        /** The engine takes no such model. */
        REFUSED
    }

    /** How the slips of one kind fared. */
    private static final class Tally {

        private final Map<Verdict, Integer> found = new EnumMap<>(Verdict.class);
        private final Map<Verdict, Integer> survived = new EnumMap<>(Verdict.class);

        void add(boolean wasFound, Verdict verdict) {
            (wasFound ? found : survived).merge(verdict, 1, Integer::sum);
        }
    }

    /** A model in which nothing but ids of flows and the drawing differ is found nothing against, and works the same. */
    @Test
    void whatIsDrawnAndNamedAnewWorksTheSame() throws IOException {
        Map<Scenario, Course> shipped = shipped();
        ModelFile renamed = Redrawn.of(OfflineLint.once().shipped(MutantStories.MAIN));
        assertThat(check.error(renamed)).isEmpty();
        List<Course> courses = stories.run(List.of(new Trial(renamed, MAIN_WAYS)))
                .values()
                .iterator()
                .next();
        // Not the steps: whether the ladder was climbed once before the case went on is chance.
        assertThat(courses).hasSameSizeAs(MAIN_WAYS).allSatisfy(course -> {
            assertThat(course.harms()).isEmpty();
            assertThat(course.facts()).isEqualTo(shipped.get(course.scenario()).facts());
        });
    }

    @Test
    void harmfulSlipsAreFoundByTheCheck() throws IOException {
        Map<Scenario, Course> shipped = shipped();
        Choice choice = chosen();
        Map<Mutant, Boolean> chosen = choice.wasFound();
        Map<String, Tally> tallies = new TreeMap<>();
        for (List<Mutant> some : batches(chosen.keySet())) {
            Map<Trial, Mutant> trials = new LinkedHashMap<>();
            some.forEach(mutant -> trials.put(new Trial(mutant.file(), ways(mutant, shipped)), mutant));
            stories.run(List.copyOf(trials.keySet())).forEach((trial, courses) -> {
                Mutant mutant = trials.get(trial);
                Verdict verdict = verdict(courses, shipped);
                tallies.computeIfAbsent(mutant.operator().name(), operator -> new Tally())
                        .add(chosen.get(mutant), verdict);
                note("%s, %s: %s%s"
                        .formatted(chosen.get(mutant) ? "found" : "survived", verdict, mutant, why(courses, shipped)));
            });
        }
        tallies.forEach((operator, tally) ->
                note("%s: found %s, survived %s".formatted(operator, tally.found, tally.survived)));
        int harmfulFound = sum(tallies, true);
        int harmfulSurvived = sum(tallies, false);
        note("seed %d: of %d found and tried %d harmful, of %d survivors %d harmful"
                .formatted(
                        SEED,
                        Collections.frequency(chosen.values(), true),
                        harmfulFound,
                        Collections.frequency(chosen.values(), false),
                        harmfulSurvived));
        double allFound = choice.share(true) * harmfulFound;
        double allSurvived = choice.share(false) * harmfulSurvived;
        assertThat(allFound)
                .as("harmful slips that are found, of %.1f; see %s", allFound + allSurvived, REPORT)
                .isGreaterThanOrEqualTo(LEAST_FOUND * (allFound + allSurvived));
    }

    /**
     * Slips to be tried, and how many were met while they were chosen.
     *
     * @param wasFound whether the check finds each
     * @param met how many of those that it finds, and of those that it does not
     */
    private record Choice(Map<Mutant, Boolean> wasFound, Map<Boolean, Integer> met) {

        /** How many slips one that is tried stands for. */
        double share(boolean found) {
            int tried = Collections.frequency(wasFound.values(), found);
            return tried == 0 ? 0 : (double) met.getOrDefault(found, 0) / tried;
        }
    }

    private static int sum(Map<String, Tally> tallies, boolean found) {
        return tallies.values().stream()
                .mapToInt(tally -> (found ? tally.found : tally.survived).getOrDefault(Verdict.HARMFUL, 0))
                .sum();
    }

    private static void note(String line) {
        try {
            Files.createDirectories(REPORT.getParent());
            Files.writeString(
                    REPORT, line + System.lineSeparator(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /** The shipped models do no harm; what becomes of each case with them is what the others are compared with. */
    private Map<Scenario, Course> shipped() {
        if (!SHIPPED.isEmpty()) {
            return SHIPPED;
        }
        Trial trial = new Trial(OfflineLint.once().shipped(MutantStories.MAIN), List.of(Scenario.values()));
        stories.run(List.of(trial)).get(trial).forEach(course -> SHIPPED.put(course.scenario(), course));
        SHIPPED.values().forEach(course -> note("shipped: " + course));
        assertThat(SHIPPED.values())
                .allSatisfy(course ->
                        assertThat(course.harms()).as(course.toString()).isEmpty());
        return SHIPPED;
    }

    /** Slips by chance: as many of those that the check finds, and of those that it does not, as are to be tried. */
    private Choice chosen() {
        List<Mutant> all = new ArrayList<>(Mutant.of(OfflineLint.once().shipped()));
        all.removeIf(
                mutant -> Stream.of(FILES.split(",")).noneMatch(mutant.file().name()::endsWith));
        Collections.shuffle(all, new Random(SEED));
        Map<Mutant, Boolean> chosen = new LinkedHashMap<>();
        Map<Boolean, Integer> met = new HashMap<>(Map.of(true, 0, false, 0));
        for (Mutant mutant : all) {
            if (met.get(true) < FOUND || met.get(false) < SURVIVORS) {
                boolean isFound = check.error(mutant.file()).isPresent();
                if (met.merge(isFound, 1, Integer::sum) <= (isFound ? FOUND : SURVIVORS)) {
                    chosen.put(mutant, isFound);
                }
            }
        }
        return new Choice(chosen, met);
    }

    /** Those of the main process together, all others one by one. */
    private static List<List<Mutant>> batches(Set<Mutant> mutants) {
        List<List<Mutant>> batches = new ArrayList<>();
        List<Mutant> together = new ArrayList<>();
        for (Mutant mutant : mutants) {
            if (!mutant.file().name().equals(MutantStories.MAIN)) {
                batches.add(List.of(mutant));
            } else {
                together.add(mutant);
                if (together.size() == SIDE_BY_SIDE) {
                    batches.add(List.copyOf(together));
                    together.clear();
                }
            }
        }
        if (!together.isEmpty()) {
            batches.add(together);
        }
        return batches;
    }

    /** The ways that lead by what a slip changes; those that take the very flow come first. Empty where none does. */
    private static List<Scenario> ways(Mutant mutant, Map<Scenario, Course> shipped) {
        ModelFile file = mutant.file();
        Stream<Course> through;
        if (file.kind() == ModelFile.Kind.TABLE) {
            through = TABLE_WAYS.stream().map(shipped::get);
        } else if (file.kind() == ModelFile.Kind.FORM) {
            String tasks = tasksWith(file);
            through = shipped.values().stream()
                    .filter(course -> course.tasks().stream().anyMatch(task -> tasks.contains("\"" + task + "\"")));
        } else {
            List<String> places = places(mutant);
            String process = first("<bpmn:process id=\"([^\"]+)\"", shippedText(file));
            through = shipped.values().stream()
                    .filter(course -> course.processes().contains(process))
                    .filter(course -> course.steps().contains(places.get(0)))
                    .sorted(Comparator.comparing(
                            (Course course) -> !course.steps().containsAll(places)));
        }
        return through.map(Course::scenario).limit(MOST_WAYS).toList();
    }

    private static String shippedText(ModelFile file) {
        return OfflineLint.once().shipped(file.name()).text();
    }

    /** The step at which a diagram with a slip differs first; the one before and the one behind it where that is a flow. */
    private static List<String> places(Mutant mutant) {
        String text = shippedText(mutant.file());
        String flow = first("(flow_\\w+)", mutant.what());
        if (flow.isEmpty()) {
            int at = mutant.what().matches("(?s).* at \\d+")
                    ? Integer.parseInt(mutant.what().replaceAll("(?s).* at ", ""))
                    : StringUtils.indexOfDifference(text, mutant.file().text());
            Matcher element = ELEMENT.matcher(text);
            String place = "";
            while (element.find() && element.start() <= at + mutant.what().length()) {
                place = element.group(1);
            }
            if (!place.startsWith("flow_")) {
                return List.of(place);
            }
            flow = place;
        }
        String ends = "<bpmn:sequenceFlow id=\"" + flow + "\"[^>]*?";
        return List.of(first(ends + "sourceRef=\"([^\"]+)\"", text), first(ends + "targetRef=\"([^\"]+)\"", text));
    }

    /** The names of the tasks that show a form, in quotes. */
    private static String tasksWith(ModelFile form) {
        String json = OfflineLint.once().shipped(form.name()).text();
        String id = first("\"id\": \"([^\"]+)\"", json.substring(json.lastIndexOf(']')));
        return OfflineLint.once().shipped().stream()
                .filter(file -> file.kind() == ModelFile.Kind.DIAGRAM)
                .flatMap(file -> Pattern.compile("name=\"[^\"]+\"(?= camunda:formRef=\"" + id + "\")")
                        .matcher(file.text())
                        .results())
                .map(found -> found.group().substring("name=".length()))
                .collect(Collectors.joining(","));
    }

    private static String first(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .findFirst()
                .map(found -> found.group(1))
                .orElse("");
    }

    private static Verdict verdict(List<Course> courses, Map<Scenario, Course> shipped) {
        if (courses == MutantStories.REFUSED) {
            return Verdict.REFUSED;
        }
        if (courses.isEmpty()) {
            return Verdict.NOT_REACHED;
        }
        if (courses.stream().anyMatch(course -> !course.harms().isEmpty())) {
            return Verdict.HARMFUL;
        }
        boolean same = courses.stream().allMatch(course -> course.facts()
                .equals(shipped.get(course.scenario()).facts()));
        return same ? Verdict.SAME : Verdict.OTHERWISE;
    }

    private static String why(List<Course> courses, Map<Scenario, Course> shipped) {
        Set<String> why = new LinkedHashSet<>();
        courses.forEach(course -> {
            course.harms().forEach(harm -> why.add(course.scenario() + ": " + harm));
            if (course.harms().isEmpty()) {
                Map<String, Object> before = shipped.get(course.scenario()).facts();
                Set<String> other = new TreeSet<>();
                course.facts().forEach((name, fact) -> {
                    if (!Objects.equals(fact, before.get(name))) {
                        other.add(name + " " + fact);
                    }
                });
                if (!other.isEmpty()) {
                    why.add(course.scenario() + ": " + other);
                }
            }
        });
        return why.isEmpty() ? "" : why.stream().collect(Collectors.joining("; ", " (", ")"));
    }
}
