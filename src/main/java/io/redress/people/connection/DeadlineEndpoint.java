package io.redress.people.connection;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketProcessorBase;
import org.apache.tomcat.util.net.SocketWrapperBase;

/** The endpoint of Tomcat, which also watches how much time each peer has taken. */
class DeadlineEndpoint extends NioEndpoint {

    private Deadlines deadlines;
    private Exchanges exchanges;
    private ScheduledExecutorService watch;

    void setDeadlines(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    Exchanges exchanges() {
        return exchanges;
    }

    @Override
    public void startInternal() throws Exception {
        exchanges = new Exchanges(deadlines, idle -> processSocket(idle, SocketEvent.ERROR, true));
        super.startInternal();
        watch = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, getName() + "-Deadlines");
            thread.setDaemon(true);
            return thread;
        });
        var every = Math.max(1, deadlines.grace().toMillis() / 2);
        watch.scheduleWithFixedDelay(this::sweep, every, every, TimeUnit.MILLISECONDS);
    }

    private void sweep() {
        try {
            exchanges.sweep();
        } catch (RuntimeException unforeseen) {
            getLog().warn("The deadlines of connections could not be looked after; it is tried again", unforeseen);
        }
    }

    @Override
    public void stopInternal() {
        if (watch != null) {
            watch.shutdownNow();
        }
        super.stopInternal();
    }

    @Override
    protected SocketProcessorBase<NioChannel> createSocketProcessor(
            SocketWrapperBase<NioChannel> connection, SocketEvent event) {
        return new SocketProcessor(connection, event) {
            @Override
            protected void doRun() {
                // The processor forgets its connection before it returns, and may by then serve another one.
                var served = socketWrapper;
                exchanges.enter(served);
                try {
                    super.doRun();
                } finally {
                    exchanges.leave(served);
                }
            }
        };
    }
}
