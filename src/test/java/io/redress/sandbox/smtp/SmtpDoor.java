package io.redress.sandbox.smtp;

import io.redress.sandbox.http.FaultKind;
import io.redress.sandbox.http.Faults;
import io.redress.sandbox.http.Provider;
import java.io.IOException;
import java.io.InputStream;
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

/** The port in front of the mail server, where a connection can be refused, cut or slowed to a byte a second. */
final class SmtpDoor implements AutoCloseable {

    private static final Set<FaultKind> AT_THE_DOOR = EnumSet.of(FaultKind.DOWN, FaultKind.DRIP);

    private final int inside;
    private final Faults faults;
    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task, "sandbox-smtp");
        thread.setDaemon(true);
        return thread;
    });

    SmtpDoor(int inside, Faults faults) {
        this.inside = inside;
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

    /** Cuts every connection without a word. */
    void hangUp() {
        open.forEach(SmtpDoor::cut);
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        hangUp();
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
                    connect(client, fault.isPresent());
                }
            } catch (IOException e) {
                // Closed, or one client gone before it was served: the next one decides.
                continue;
            }
        }
    }

    private void connect(Socket client, boolean drip) throws IOException {
        var server = new Socket(InetAddress.getLoopbackAddress(), inside);
        open.add(client);
        open.add(server);
        threads.execute(() -> pump(client, server, false));
        threads.execute(() -> pump(server, client, drip));
    }

    private void pump(Socket from, Socket to, boolean drip) {
        try {
            pump(from.getInputStream(), to.getOutputStream(), drip);
        } catch (IOException | InterruptedException e) {
            // The connection is over, whoever ended it.
        } finally {
            cut(from);
            cut(to);
            open.remove(from);
            open.remove(to);
        }
    }

    private static void pump(InputStream in, OutputStream out, boolean drip) throws IOException, InterruptedException {
        var buffer = new byte[drip ? 1 : 8192];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            out.write(buffer, 0, n);
            out.flush();
            if (drip) {
                Thread.sleep(1000);
            }
        }
    }

    private static void cut(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
