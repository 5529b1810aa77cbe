package io.redress.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.sandbox.state.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Properties;

/** Redress as it ships, with books, watches and limits; its cases are about fresh copies of the lost parcel R-1001. */
final class RedressSide extends Side {

    private static final String ORDER = "R-1001";
    private static final String LOGIN =
            "Basic " + Base64.getEncoder().encodeToString("system:system".getBytes(StandardCharsets.UTF_8));

    RedressSide(Surroundings surroundings) {
        super("redress", surroundings);
    }

    @Override
    List<String> program() {
        return List.of(
                Child.classPath(surroundings().folder()),
                RedressProcess.class.getName(),
                settings().toString());
    }

    @Override
    URI ready() {
        return url().resolve("/actuator/health/readiness");
    }

    @Override
    List<HttpRequest> filings(int cases) {
        return surroundings().copies(ORDER, cases).stream().map(this::filing).toList();
    }

    @Override
    long arrived() {
        return watcher().number("select count(*) from redress.complaint where status = 'WAITING_FOR_FOLLOW_UP'");
    }

    @Override
    boolean isAtRest() {
        return super.isAtRest() && !watcher().holds("""
                select exists (select from redress.books_event where done_at is null)
                    or exists (select from redress.message where status in ('DUE', 'SENDING'))
                    or exists (select from redress.staff_mail where status = 'DUE')""");
    }

    @Override
    long jobs() {
        return watcher().number("select count(*) from act_hi_job_log where job_state_ = 2");
    }

    @Override
    long failures() {
        return watcher().number("select count(*) from act_hi_job_log where job_state_ = 1");
    }

    @Override
    long hurry() {
        watcher().change("""
                update act_ru_job set duedate_ = ? where duedate_ > ? and job_def_id_ in
                  (select id_ from act_ru_jobdef where act_id_ in ('event_followUpDue', 'event_noAnswer'))""", now(), now());
        return watcher().number("select count(*) from redress.complaint where closed_at is null");
    }

    private HttpRequest filing(JsonNode order) {
        JsonNode customer = order.path("customer");
        var complaint = Json.object(
                "channel",
                "web",
                "claim",
                "not_received",
                "externalId",
                "bench-" + order.path("number").asText(),
                "order",
                Json.object("number", order.path("number")),
                "customer",
                Json.object("name", customer.path("name"), "email", customer.path("email"), "locale", "en"),
                "description",
                "The parcel is said to have been delivered, but it is not here.");
        return HttpRequest.newBuilder(url().resolve("/api/complaints"))
                .header("Authorization", LOGIN)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(complaint.toString()))
                .build();
    }

    private URI url() {
        return URI.create("http://localhost:" + surroundings().redressPort());
    }

    private Path settings() {
        Properties settings = surroundings().redressSettings();
        settings.setProperty("spring.datasource.url", surroundings().databaseUrl(name(), "postgres"));
        settings.setProperty("redress.node", "bench");
        // What the sandbox changes for those who try it out, and not for the benchmark.
        settings.keySet().removeIf(key -> key.toString().startsWith("redress.alerts."));
        settings.remove("redress.limits.exempt");
        Path file = surroundings().folder().resolve("redress-side.properties");
        try (var out = Files.newOutputStream(file)) {
            settings.store(out, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}
