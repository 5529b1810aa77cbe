package io.redress.drill;

import io.redress.answer.Answers;
import io.redress.answer.Complaint;
import io.redress.answer.Timeline;
import io.redress.answer.engine.EngineTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The cases as people see them through a node's doors, and what the engine still holds. */
final class CaseDesk {

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Node> nodes;
    private final JdbcClient jdbc;

    CaseDesk(List<Node> nodes, JdbcClient jdbc) {
        this.nodes = nodes;
        this.jdbc = jdbc;
    }

    Complaint read(String caseNumber) {
        return get("lead", "/api/complaints/" + caseNumber, Complaint.class);
    }

    /** What happened to a case, one line each. */
    List<String> timeline(String caseNumber) {
        return get("lead", "/api/complaints/" + caseNumber + "/timeline", Timeline.class).items().stream()
                .map(entry -> "%s %s: %s".formatted(entry.at(), entry.kind(), entry.text()))
                .toList();
    }

    /** The names of the tasks that wait for a person, in called processes too. */
    List<String> tasks(String caseNumber) {
        return Stream.of(get(
                        "manager", "/engine-rest/task?processInstanceBusinessKey=" + caseNumber, EngineTask[].class))
                .map(EngineTask::name)
                .sorted()
                .toList();
    }

    /** Where each case is, in the words of the contract. Read from the tables: asking for hundreds would be load. */
    Map<String, String> statuses() {
        return jdbc
                .sql("select case_number, lower(status) as status from redress.complaint")
                .query((row, index) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** How many tasks are open altogether. */
    long openTasks() {
        return jdbc.sql("select count(*) from act_ru_task").query(Long.class).single();
    }

    /** Whether the ledger's row of that key has come to its end. */
    boolean hasEnded(String key) {
        return jdbc.sql("select count(*) from redress.remedy where id::text = :key and status in ('SETTLED', 'FAILED')")
                        .param("key", key)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Whatever is stuck: steps that nobody tries again, and what the engine calls incidents. */
    List<String> leftLying() {
        var stuck = new ArrayList<>(jdbc.sql("""
                        select e.business_key_ || ': nobody tries ' || d.act_id_ || ' again: ' || coalesce(d.exception_, '')
                          from (select j.process_instance_id_, jd.act_id_, j.exception_msg_ as exception_
                                  from act_ru_job j join act_ru_jobdef jd on jd.id_ = j.job_def_id_
                                 where j.retries_ = 0) d
                          left join act_ru_execution e on e.id_ = d.process_instance_id_""").query(String.class).list());
        var incidents = jdbc.sql("select count(*) from act_ru_incident")
                .query(Long.class)
                .single();
        if (incidents > 0) {
            stuck.add(incidents + " incidents");
        }
        return stuck;
    }

    private <T> T get(String login, String path, Class<T> type) {
        var basic = Base64.getEncoder().encodeToString((login + ":" + login).getBytes(StandardCharsets.UTF_8));
        var node = nodes.stream()
                .filter(Node::isReady)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No node is there to ask"));
        var request = HttpRequest.newBuilder(URI.create(node.url() + path))
                .header("Authorization", "Basic " + basic)
                .header("Accept", "application/json")
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + " was answered with " + answer.statusCode());
            }
            return Answers.read(answer.body(), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
