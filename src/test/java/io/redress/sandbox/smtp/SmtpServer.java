package io.redress.sandbox.smtp;

import io.redress.sandbox.http.FaultKind;
import io.redress.sandbox.http.Faults;
import io.redress.sandbox.http.Provider;
import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The mail server's port, where a connection can be refused, cut or slowed to a byte a second. */
final class SmtpServer implements AutoCloseable {

    private static final Set<FaultKind> AT_THE_DOOR = EnumSet.of(FaultKind.DOWN, FaultKind.DRIP);

    private final MailRules rules;
    private final Post post;
    private final Faults faults;
    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task, "sandbox-smtp");
        thread.setDaemon(true);
        return thread;
    });

    /** Takes mails. */
    interface Post {

        /**
         * Takes a mail.
         *
         * @return the reply to its sender, such as {@code 250 OK}; null hangs up without a word
         */
        String take(Envelope mail);
    }

    SmtpServer(MailRules rules, Post post, Faults faults) {
        this.rules = rules;
        this.post = post;
        this.faults = faults;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    @Override
    public void close() {
        cut(door);
        open.forEach(SmtpServer::cut);
        threads.shutdownNow();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var client = door.accept();
                var fault = faults.take(Provider.SMTP, AT_THE_DOOR);
                if (fault.isPresent() && fault.get().kind() == FaultKind.DOWN) {
                    cut(client);
                } else {
                    open.add(client);
                    threads.execute(() -> serve(client, fault.isPresent()));
                }
            } catch (IOException e) {
                // Closed, or one client gone before it was served: the next one decides.
                continue;
            }
        }
    }

    private void serve(Socket client, boolean drip) {
        try (client) {
            var out = client.getOutputStream();
            new SmtpSession(rules, post).talk(client.getInputStream(), drip ? new Dripping(out) : out);
        } catch (IOException e) {
            // The connection is over, whoever ended it.
        } finally {
            open.remove(client);
        }
    }

    private static void cut(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets a byte through each second. */
    private static final class Dripping extends FilterOutputStream {

        Dripping(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            try {
                Thread.sleep(1000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
            out.write(b);
            out.flush();
        }
    }
}
