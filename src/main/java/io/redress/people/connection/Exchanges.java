package io.redress.people.connection;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketWrapperBase;

/** The requests under way on all connections of one connector. */
final class Exchanges {

    private static final ThreadLocal<Exchange> CURRENT = new ThreadLocal<>();

    private final Map<SocketWrapperBase<NioChannel>, Exchange> underWay = new ConcurrentHashMap<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final Deadlines deadlines;
    private final Consumer<SocketWrapperBase<NioChannel>> close;
    private long sweptAt = System.nanoTime();

    /** @param close closes a connection that no thread is serving */
    Exchanges(Deadlines deadlines, Consumer<SocketWrapperBase<NioChannel>> close) {
        this.deadlines = deadlines;
        this.close = close;
    }

    /** The exchange that this thread serves; empty outside the connector's own threads. */
    static Optional<Exchange> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** How many requests are under way, incomplete heads among them. */
    int size() {
        return underWay.size();
    }

    /** How many threads wait for a peer. */
    int waiting() {
        return waiting.get();
    }

    /** A thread begins to serve the connection. */
    void enter(SocketWrapperBase<NioChannel> connection) {
        CURRENT.set(underWay.computeIfAbsent(connection, begun -> new Exchange(begun, this)));
    }

    /** The thread has done what it could; an incomplete head stays under way. */
    void leave(SocketWrapperBase<NioChannel> connection) {
        var exchange = CURRENT.get();
        CURRENT.remove();
        if (!exchange.isHead()) {
            exchange.goOn();
            underWay.remove(connection);
        } else if (connection.isClosed()) {
            underWay.remove(connection);
        }
    }

    /**
     * A thread begins to wait for a peer: where there are too many, the peer that has kept one waiting longest is cut
     * off.
     */
    void waits() {
        if (waiting.incrementAndGet() > deadlines.waiting()) {
            cutLongest(System.nanoTime(), 1);
        }
    }

    /** A thread waits no more. */
    void waitsNoMore() {
        waiting.decrementAndGet();
    }

    /**
     * Cuts off peers that have taken longer than they may, and of those that keep threads waiting all above the allowed
     * number.
     */
    void sweep() {
        var now = System.nanoTime();
        var keptWaiting = 0;
        for (var exchange : underWay.values()) {
            exchange.look(now - sweptAt);
            if (exchange.connection().isClosed()) {
                underWay.remove(exchange.connection(), exchange);
            } else if (!exchange.isCut() && exchange.isOverdue(deadlines, now)) {
                cut(exchange);
            } else if (!exchange.isCut() && exchange.holdsThread()) {
                keptWaiting++;
            }
        }
        sweptAt = now;
        cutLongest(now, keptWaiting - deadlines.waiting());
    }

    private void cutLongest(long now, int surplus) {
        if (surplus > 0) {
            underWay.values().stream()
                    .filter(exchange -> !exchange.isCut() && exchange.holdsThread())
                    .map(exchange -> Map.entry(exchange.waited(now), exchange))
                    .filter(waited -> waited.getKey() > deadlines.grace().toNanos())
                    .sorted(Map.Entry.comparingByKey(Comparator.reverseOrder()))
                    .limit(surplus)
                    .forEach(waited -> cut(waited.getValue()));
        }
    }

    private void cut(Exchange exchange) {
        exchange.cut();
        if (exchange.isHead()) {
            close.accept(exchange.connection());
        }
    }
}
