package io.redress.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.stream.StreamSupport;

/** The database, the providers and the mail server, as the benchmark reaches them in their process. */
final class Surroundings implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(2);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path folder;
    private final int redressPort = Child.freePort();
    private final Child process;
    private final Properties addresses;

    private Surroundings(Path folder) {
        this.folder = folder;
        process = Child.start(
                "surroundings",
                folder,
                List.of(
                        Child.java(),
                        "-Xmx512m",
                        Child.classPath(folder),
                        SurroundingsProcess.class.getName(),
                        folder.toString(),
                        String.valueOf(redressPort)));
        Path file = folder.resolve(SurroundingsProcess.ADDRESSES);
        process.await(() -> Files.exists(file), START);
        addresses = read(file);
    }

    static Surroundings start(Path folder) {
        return new Surroundings(folder);
    }

    Path folder() {
        return folder;
    }

    long pid() {
        return process.pid();
    }

    /** Where Redress is expected: the payment provider tells it its news there. */
    int redressPort() {
        return redressPort;
    }

    /** The address of a database of the one server, for a role. */
    String databaseUrl(String database, String role) {
        return addresses
                .getProperty("database")
                .replace("/postgres?", "/" + database + "?")
                .replace("user=postgres", "user=" + role)
                // Each side decides for itself; Redress does so in its own configuration.
                .replace("&reWriteBatchedInserts=true", "");
    }

    /** The settings that tell Redress of its neighbours. */
    Properties redressSettings() {
        return read(folder.resolve(SurroundingsProcess.REDRESS_SETTINGS));
    }

    /** The process that all of the database's processes are children of. */
    long postmaster() {
        try {
            return Long.parseLong(Files.readAllLines(folder.resolve("postgres/postmaster.pid"))
                    .get(0)
                    .trim());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fresh copies of one of the shop's orders, each with a customer of its own. */
    List<JsonNode> copies(String like, int count) {
        return StreamSupport.stream(ask("/copies?" + like + "*" + count).spliterator(), false)
                .toList();
    }

    /** What providers and shop have given in all: a line for each refund by its payment, and each parcel by its order. */
    List<String> given() {
        return StreamSupport.stream(ask("/given").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private JsonNode ask(String question) {
        URI control = URI.create(addresses.getProperty("control") + question);
        try {
            byte[] answer = http.send(HttpRequest.newBuilder(control).build(), BodyHandlers.ofByteArray())
                    .body();
            return new ObjectMapper().readTree(answer);
        } catch (IOException e) {
            throw new BenchFailure("The sandbox does not answer; see " + folder.resolve("surroundings.log"), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.closeGently();
    }

    private static Properties read(Path file) {
        var properties = new Properties();
        try (var in = Files.newInputStream(file)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
