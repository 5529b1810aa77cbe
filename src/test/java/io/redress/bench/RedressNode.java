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

/**
 * A node of Redress as it ships, with books, watches and limits: how its process is started, and how it is reached.
 *
 * @param name unique among the nodes of a database
 * @param port where it listens
 * @param database the name of the one that it works on
 */
record RedressNode(String name, int port, String database, Surroundings surroundings) {

    private static final String LOGIN =
            "Basic " + Base64.getEncoder().encodeToString("system:system".getBytes(StandardCharsets.UTF_8));

    /** What the java command is told, apart from the heap. */
    List<String> program() {
        return List.of(
                Child.classPath(surroundings.folder()),
                RedressProcess.class.getName(),
                settings().toString());
    }

    URI ready() {
        return url().resolve("/actuator/health/readiness");
    }

    /** Files a parcel of this order as lost. */
    HttpRequest filing(JsonNode order) {
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
        return URI.create("http://localhost:" + port);
    }

    private Path settings() {
        Properties settings = surroundings.redressSettings();
        settings.setProperty("spring.datasource.url", surroundings.databaseUrl(database, "postgres"));
        settings.setProperty("server.port", String.valueOf(port));
        settings.setProperty("redress.node", name);
        // What the sandbox changes for those who try it out, and not for the benchmark.
        settings.keySet().removeIf(key -> key.toString().startsWith("redress.alerts."));
        settings.remove("redress.limits.exempt");
        Path file = surroundings.folder().resolve("node-%s.properties".formatted(name));
        try (var out = Files.newOutputStream(file)) {
            settings.store(out, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}
