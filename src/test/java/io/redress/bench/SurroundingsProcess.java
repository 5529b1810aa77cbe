package io.redress.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.redress.sandbox.ParentWatch;
import io.redress.sandbox.Sandbox;
import io.redress.sandbox.SandboxDatabase;
import io.redress.sandbox.SandboxSettings;
import io.redress.sandbox.smtp.MailServer;
import io.redress.sandbox.state.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Properties;

/**
 * What stands around all sides: the database, and for Redress the providers, the shop and the mail server. A process of
 * its own, so that its work is not taken for that of a side. It is also the one that tidies up after a benchmark that
 * was killed.
 */
public final class SurroundingsProcess {

    /** Where it writes down how it is reached, once it is. */
    static final String ADDRESSES = "surroundings.properties";

    /** What Redress is told, as a file of settings. */
    static final String REDRESS_SETTINGS = "redress.properties";

    private static final Map<String, String> DATABASE_SETTINGS = Map.of(
            "shared_preload_libraries", "pg_stat_statements",
            "pg_stat_statements.max", "10000",
            // As a server that is meant to keep what it was given; the sandbox's does without.
            "fsync", "on",
            // A checkpoint makes the same statements write several times as much for a while, and would hit one slice
            // or
            // another; so there is none during a run.
            "checkpoint_timeout", "1h",
            "max_wal_size", "16GB");

    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    private SurroundingsProcess() {}

    /** @param args the folder of the run, and the port on which Redress will listen */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        var process = new SurroundingsProcess();
        ParentWatch.start(() -> {
            Leftovers.end(folder);
            process.close();
        });
        process.open(folder, Integer.parseInt(args[1]));
    }

    private void open(Path folder, int redressPort) throws IOException {
        var database = SandboxDatabase.start(folder, DATABASE_SETTINGS);
        opened(database);
        var providers = Sandbox.start(folder.resolve("providers"), Clock.systemUTC());
        opened(providers);
        providers
                .stripeWebhooks()
                .deliverTo(
                        URI.create("http://127.0.0.1:" + redressPort + "/webhooks/stripe"),
                        Sandbox.STRIPE_WEBHOOK_SECRET);
        var mail = MailServer.start(folder.resolve("mail"), Clock.systemUTC(), providers.faults());
        opened(mail);
        var control = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        control.createContext("/copies", exchange -> copies(providers, exchange));
        control.createContext("/given", exchange -> given(providers, exchange));
        control.start();
        opened(() -> control.stop(0));

        var settings = new Properties();
        SandboxSettings.of(database.url(), mail.port(), providers, redressPort)
                .forEach((name, value) -> settings.setProperty(name, String.valueOf(value)));
        write(folder.resolve(REDRESS_SETTINGS), settings);
        var addresses = new Properties();
        addresses.setProperty("database", database.url());
        addresses.setProperty(
                "control", "http://127.0.0.1:" + control.getAddress().getPort());
        write(folder.resolve(ADDRESSES), addresses);
    }

    private synchronized void opened(AutoCloseable opened) {
        open.push(opened);
    }

    private synchronized void close() {
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                // The rest has to be closed all the same.
                e.printStackTrace();
            }
        }
    }

    /** {@code /copies?R-1001*300}: so many fresh copies of an order, as the shop knows them. */
    private static void copies(Sandbox providers, HttpExchange exchange) throws IOException {
        String[] wish = exchange.getRequestURI().getQuery().split("\\*");
        ArrayNode copies = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < Integer.parseInt(wish[1]); i++) {
            var order = providers.world().copy(wish[0]).orElseThrow();
            copies.add(Json.object("number", order.path("number"), "customer", order.path("customer")));
        }
        answer(exchange, copies);
    }

    /** {@code /given}: a line for each refund and each parcel. */
    private static void given(Sandbox providers, HttpExchange exchange) throws IOException {
        ArrayNode given = JsonNodeFactory.instance.arrayNode();
        providers
                .refunds()
                .forEach(
                        refund -> given.add("refund of " + refund.path("charge").asText()));
        providers.shop().fulfilments().stream()
                .filter(sent -> sent.path("status").asText().equals("accepted"))
                .forEach(sent ->
                        given.add("parcel of " + sent.path("orderNumber").asText()));
        answer(exchange, given);
    }

    private static void answer(HttpExchange exchange, ArrayNode answer) throws IOException {
        byte[] body = answer.toString().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    /** All at once, for somebody waits for the file to be there. */
    private static void write(Path file, Properties properties) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        try (var out = Files.newOutputStream(draft)) {
            properties.store(out, null);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
