package io.redress.drill;

import io.redress.sandbox.http.FaultKind;
import io.redress.sandbox.http.Provider;
import io.redress.sandbox.http.Reply;
import io.redress.sandbox.http.Request;
import io.redress.sandbox.http.Traffic;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Lies in wait at one point at a time and strikes the first node that comes by. */
final class Saboteur implements Traffic {

    /** Who was struck, about which remedy (or subscription). */
    record Struck(String node, String key) {}

    private record Ambush(Point point, Consumer<String> strike, CompletableFuture<Struck> sprung) {}

    private final Map<String, String> callers = new ConcurrentHashMap<>();
    private final Repeats repeats;
    private Ambush ambush;

    Saboteur(Repeats repeats) {
        this.repeats = repeats;
    }

    /** @param strike what to do to the node of that name; when it returns, the node's call goes on if it still can */
    synchronized CompletableFuture<Struck> waitAt(Point point, Consumer<String> strike) {
        ambush = new Ambush(point, strike, new CompletableFuture<>());
        return ambush.sprung();
    }

    synchronized void giveUp() {
        ambush = null;
    }

    /** A node says where it is; it goes on when this returns. */
    void reached(String node, Point point, String key) {
        if (point.moment() == Moment.AFTER_ROW) {
            callers.put(key, node);
        }
        spring(node, point, key);
    }

    @Override
    public void answering(Provider provider, Request request, Reply reply, Optional<FaultKind> fault) {
        var asked = Effect.of(provider, request);
        if (asked.isEmpty() || fault.isPresent() || !Effect.isNew(reply)) {
            return;
        }
        var effect = asked.get();
        var node = callers.get(effect.key());
        if (node != null && spring(node, new Point(effect.action(), Moment.ANSWER_UNDER_WAY), effect.key())) {
            repeats.answerLost(effect.key());
        }
    }

    private boolean spring(String node, Point point, String key) {
        var mine = take(point);
        mine.ifPresent(waiting -> {
            waiting.strike().accept(node);
            waiting.sprung().complete(new Struck(node, key));
        });
        return mine.isPresent();
    }

    private synchronized Optional<Ambush> take(Point point) {
        if (ambush == null || !ambush.point().equals(point)) {
            return Optional.empty();
        }
        var taken = ambush;
        ambush = null;
        return Optional.of(taken);
    }
}
