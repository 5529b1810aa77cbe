package io.redress.people.connection;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.coyote.Response;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint.NioSocketWrapper;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * A request and its answer on one connection, and how long the peer has taken for each part of it. The thread that
 * serves it reports where it is; another one watches.
 */
final class Exchange {

    /** What is waited for. */
    enum Phase {
        /** The peer sends first line and headers; no thread waits. */
        HEAD(false),
        /** The application works. */
        WORK(false),
        /** A thread waits for the peer to send its body. */
        BODY(true),
        /**
         * The application is done; the unread rest of the body is discarded, and the unsent rest of the answer is sent.
         */
        REST(true);

        private final boolean holdsThread;

        Phase(boolean holdsThread) {
            this.holdsThread = holdsThread;
        }
    }

    private final SocketWrapperBase<NioChannel> connection;
    private final Exchanges all;
    private final AtomicLong waited = new AtomicLong();
    private volatile Phase phase = Phase.HEAD;
    private volatile long began = System.nanoTime();
    private volatile long answerBegan;
    private volatile Response response;
    private volatile boolean cut;
    private volatile long waitingSince;
    private volatile boolean writing;

    Exchange(SocketWrapperBase<NioChannel> connection, Exchanges all) {
        this.connection = connection;
        this.all = all;
    }

    SocketWrapperBase<NioChannel> connection() {
        return connection;
    }

    /** Whether it is cut off and only its thread has not seen it yet. */
    boolean isCut() {
        return cut;
    }

    boolean isHead() {
        return phase == Phase.HEAD;
    }

    /** Whether a thread waits for the peer, as of the last {@link #look}. */
    boolean holdsThread() {
        return phase.holdsThread || writing;
    }

    /** For how long threads have waited for the peer of this request, in nanoseconds. */
    long waited(long now) {
        return waited.get() + (phase.holdsThread ? now - waitingSince : 0);
    }

    /**
     * Checks whether the application is kept from writing, which shows at the connection only: the watching thread asks
     * each time, and the time since the last check counts as waited.
     */
    void look(long sinceLast) {
        writing = phase == Phase.WORK
                && connection instanceof NioSocketWrapper nio
                && nio.interestOpsHas(SelectionKey.OP_WRITE);
        if (writing) {
            waited.addAndGet(sinceLast);
        }
    }

    /** The head is complete: the application begins. */
    void serve(Response answer) {
        response = answer;
        answerBegan = 0;
        enter(Phase.WORK);
        waited.set(0);
    }

    /** The application begins to wait for a part of the body. */
    void awaitBody() {
        enter(Phase.BODY);
    }

    /** The application goes on. */
    void goOn() {
        enter(Phase.WORK);
    }

    /** The application is done. */
    void finish() {
        began = System.nanoTime();
        enter(Phase.REST);
    }

    private void enter(Phase next) {
        var now = System.nanoTime();
        var held = phase.holdsThread;
        if (held) {
            waited.addAndGet(now - waitingSince);
        }
        waitingSince = now;
        phase = next;
        if (next.holdsThread && !held) {
            all.waits();
        } else if (held && !next.holdsThread) {
            all.waitsNoMore();
        }
    }

    /** Whether the peer has taken longer than it may. */
    boolean isOverdue(Deadlines deadlines, long now) {
        return switch (phase) {
            case HEAD -> now - began > deadlines.head().toNanos();
            // What the application does between two parts of the body is not the peer's time.
            case BODY -> waited(now) > deadlines.body().toNanos();
            case REST -> now - began > deadlines.body().toNanos() || isAnsweringFor(deadlines.answer(), now);
            case WORK -> isAnsweringFor(deadlines.answer(), now);
        };
    }

    /** Whether the peer has been reading the answer for longer than this. */
    private boolean isAnsweringFor(Duration limit, long now) {
        var answer = response;
        if (answer == null || !answer.isCommitted()) {
            return false;
        }
        if (answerBegan == 0) {
            answerBegan = now;
        }
        return now - answerBegan > limit.toNanos();
    }

    /**
     * Ends what the peer has left to do. A thread that waits for it sees the end of the stream and closes the
     * connection itself; closing it from here would take its buffers away from under it.
     */
    void cut() {
        cut = true;
        var channel = connection.getSocket().getIOChannel();
        try {
            if (channel != null && phase != Phase.BODY) {
                // Or what is still to be sent would be kept for a peer that does not read.
                channel.setOption(StandardSocketOptions.SO_LINGER, 0);
                channel.shutdownOutput();
            }
            if (channel != null) {
                channel.shutdownInput();
            }
        } catch (IOException closed) {
            // The peer or the thread was faster, and nothing is left to do.
            return;
        }
    }
}
