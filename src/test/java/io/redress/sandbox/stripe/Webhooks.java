package io.redress.sandbox.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.stripe.net.Webhook.Signature;
import io.redress.sandbox.state.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * Stripe's delivery of events to one endpoint: signed, again until it is taken, in no promised order. Can be told to
 * deliver more than once, to hold events back, or to lose them.
 */
public final class Webhooks implements AutoCloseable {

    private static final int ATTEMPTS = 8;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration RIPENING = Duration.ofMillis(250);

    private final StripeBooks books;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final ScheduledExecutorService postman = Executors.newScheduledThreadPool(2, daemons());
    private final List<ObjectNode> held = new ArrayList<>();
    private Endpoint endpoint;
    private Manner manner = Manner.ONCE;

    /** @param secret the signing secret, as Stripe's dashboard shows it */
    private record Endpoint(URI address, String secret) {}

    /** How events travel. */
    public enum Manner {
        ONCE,
        TWICE,
        /** Kept until {@link #held()} asks for them. */
        HELD,
        LOST
    }

    /** @param ripen lets what waits for its time happen, so that events come without anybody asking */
    Webhooks(StripeBooks books, Runnable ripen) {
        this.books = books;
        postman.scheduleWithFixedDelay(
                () -> {
                    if (isOpen()) {
                        ripen.run();
                    }
                },
                RIPENING.toMillis(),
                RIPENING.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** From now on events go there. */
    public synchronized void deliverTo(URI address, String secret) {
        endpoint = new Endpoint(address, secret);
    }

    /** How events travel from now on. */
    public synchronized void travel(Manner how) {
        manner = how;
    }

    /** Takes what was held back, oldest first. */
    public synchronized List<ObjectNode> held() {
        var events = List.copyOf(held);
        held.clear();
        return events;
    }

    /** Something happened to an object. */
    void happened(String type, ObjectNode object) {
        var event = StripeObjects.event(type, Json.published(object), books.now());
        books.keep(event);
        synchronized (this) {
            if (manner == Manner.HELD) {
                held.add(event);
            } else if (isOpen() && manner != Manner.LOST) {
                send(event, ATTEMPTS, FIRST_PAUSE);
                if (manner == Manner.TWICE) {
                    send(event, ATTEMPTS, FIRST_PAUSE);
                }
            }
        }
    }

    /** Delivers an event once, now; answers the status of the endpoint's answer. */
    public int deliver(JsonNode event) {
        var to = endpoint();
        var body = event.toString();
        return post(body, signature(body, to.secret(), books.now()));
    }

    /** Posts anything to the endpoint; answers the status. */
    public int post(String body, String signature) {
        var request = HttpRequest.newBuilder(endpoint().address())
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(BodyPublishers.ofString(body));
        if (signature != null) {
            request.header("Stripe-Signature", signature);
        }
        try {
            return http.send(request.build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /** The header over a body, made by Stripe's own library. @param at epoch seconds */
    public static String signature(String body, String secret, long at) {
        try {
            return Signature.generateSignatureHeader(body, secret, at);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        postman.shutdownNow();
    }

    private void send(ObjectNode event, int attempts, Duration pause) {
        postman.execute(() -> {
            if (deliver(event) / 100 != 2 && attempts > 1) {
                later(event, attempts - 1, pause);
            }
        });
    }

    private void later(ObjectNode event, int attempts, Duration pause) {
        if (!postman.isShutdown()) {
            postman.schedule(
                    () -> send(event, attempts, pause.multipliedBy(2)), pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private synchronized boolean isOpen() {
        return endpoint != null;
    }

    private synchronized Endpoint endpoint() {
        return endpoint;
    }

    private static ThreadFactory daemons() {
        return work -> {
            var thread = new Thread(work, "stripe-webhooks");
            thread.setDaemon(true);
            return thread;
        };
    }
}
