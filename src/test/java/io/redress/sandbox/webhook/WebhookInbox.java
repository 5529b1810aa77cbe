package io.redress.sandbox.webhook;

import io.redress.sandbox.http.Reply;
import io.redress.sandbox.http.Request;
import io.redress.sandbox.http.Service;
import io.redress.sandbox.state.Json;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** A system that hears of cases: {@code POST /webhooks}, or below it. It takes whatever it is told, and keeps the latest. */
public final class WebhookInbox implements Service {

    private static final int MOST = 5_000;

    private final Clock clock;
    private final Deque<Heard> heard = new ArrayDeque<>();

    public WebhookInbox(Clock clock) {
        this.clock = clock;
    }

    /**
     * Something that it heard.
     *
     * @param headers by their names in small letters
     * @param body to the letter
     */
    public record Heard(String id, String type, String path, Map<String, String> headers, String body, Instant at) {}

    /** Everything that it heard, oldest first, what was told again too. */
    public synchronized List<Heard> all() {
        return List.copyOf(heard);
    }

    /** What it heard of a case at a path. */
    public List<Heard> of(String path, String caseNumber) {
        return all().stream()
                .filter(one -> one.path().equals(path))
                .filter(one -> Json.parse(one.body().getBytes(StandardCharsets.UTF_8))
                        .path("caseNumber")
                        .asText()
                        .equals(caseNumber))
                .toList();
    }

    @Override
    public Reply answer(Request request, UnaryOperator<Reply> afterEffect) {
        if (!request.method().equals("POST") || !request.path().startsWith("/webhooks")) {
            return failure(404, "Nothing here");
        }
        keep(request);
        return afterEffect.apply(Reply.of(200, Json.object()));
    }

    private synchronized void keep(Request request) {
        var headers = new TreeMap<String, String>();
        request.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        heard.addLast(new Heard(
                headers.get("webhook-id"),
                request.json().path("type").asText(),
                request.path(),
                headers,
                new String(request.body(), StandardCharsets.UTF_8),
                clock.instant()));
        if (heard.size() > MOST) {
            heard.removeFirst();
        }
    }

    @Override
    public Reply failure(int status, String message) {
        return Reply.of(status, Json.object("error", message));
    }
}
