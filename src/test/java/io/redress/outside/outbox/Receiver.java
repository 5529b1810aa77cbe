package io.redress.outside.outbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.redress.outside.wire.BoundedHttp;
import io.redress.outside.wire.Deadline;
import io.redress.outside.wire.FreshProviders;
import io.redress.outside.wire.ProviderCalls;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A system that is told, behind a real HTTP end: what it was sent, in which order, and what it was sent at once. */
final class Receiver implements Destination, AutoCloseable {

    private final String name;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final BoundedHttp http = new BoundedHttp();
    private final ProviderCalls calls;
    private final List<Call> told = new ArrayList<>();
    private final Set<String> underWay = new HashSet<>();
    private final List<String> atOnce = new ArrayList<>();

    /** What it answers; whoever changes it does so between two turns. */
    volatile Function<Call, Reply> behaviour = call -> Reply.TAKEN;

    /** What happens at the sender's when the answer has come. */
    volatile Runnable afterAnswer = () -> {};

    Receiver(String name) {
        this(name, FreshProviders.unlimited().calls(name, refused -> refused));
    }

    Receiver(String name, ProviderCalls calls) {
        this.name = name;
        this.calls = calls;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    /** One request and what was answered. */
    record Call(String id, String caseNumber, String body, Reply reply) {}

    /** An answer. @param status 0 to hang up @param retryAfter {@code null} for none */
    record Reply(int status, String retryAfter) {

        static final Reply TAKEN = new Reply(200, null);

        static Reply of(int status) {
            return new Reply(status, null);
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        String id = exchange.getRequestHeaders().getFirst("Event-Id");
        String caseNumber = exchange.getRequestHeaders().getFirst("Case");
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        synchronized (this) {
            if (!underWay.add(caseNumber)) {
                atOnce.add(caseNumber);
            }
        }
        Reply reply = behaviour.apply(new Call(id, caseNumber, body, null));
        synchronized (this) {
            told.add(new Call(id, caseNumber, body, reply));
            underWay.remove(caseNumber);
        }
        if (reply.status() > 0) {
            if (reply.retryAfter() != null) {
                exchange.getResponseHeaders().add("Retry-After", reply.retryAfter());
            }
            exchange.sendResponseHeaders(reply.status(), -1);
        }
        exchange.close();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String title() {
        return "the receiver";
    }

    @Override
    public ProviderCalls calls() {
        return calls;
    }

    @Override
    public Answer send(OutboxEntry entry) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"))
                .header("Event-Id", entry.id().toString())
                .header("Case", entry.caseNumber().value())
                .POST(BodyPublishers.ofString(entry.body()))
                .build();
        try {
            return Answer.of(http.send(request, Deadline.in(Duration.ofSeconds(20))));
        } finally {
            afterAnswer.run();
        }
    }

    synchronized List<Call> told() {
        return List.copyOf(told);
    }

    /** The bodies in the order in which they came, repeated ones too. */
    List<String> bodies() {
        return told().stream().map(Call::body).toList();
    }

    /** The bodies that it took. */
    List<String> taken() {
        return told().stream()
                .filter(call -> call.reply().status() == 200)
                .map(Call::body)
                .toList();
    }

    /** The cases of which two entries were under way at the same time, or one twice. */
    synchronized List<String> atOnce() {
        return List.copyOf(atOnce);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
