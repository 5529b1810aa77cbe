package io.redress.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;

/** One of the application's nodes, seen from outside: a process that can be started, killed and frozen. */
final class Node {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final String name;
    private final int port;
    private final Path folder;
    private Process process;
    private volatile boolean ready;
    private boolean wanted;

    Node(String name, Path folder) {
        this.name = name;
        this.folder = folder;
        this.port = freePort();
    }

    String name() {
        return name;
    }

    int port() {
        return port;
    }

    URI url() {
        return URI.create("http://localhost:" + port);
    }

    Path settings() {
        return folder.resolve("node-" + name + ".properties");
    }

    Path log() {
        return folder.resolve("node-" + name + ".log");
    }

    /** Starts the process; small and quick to start, because it will not live long. */
    synchronized void start() {
        wanted = true;
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ProcessBuilder(
                java,
                "-Xmx320m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dspring.main.banner-mode=off",
                "@" + folder.resolve("class-path"),
                NodeApplication.class.getName(),
                settings().toString());
        var log = ProcessBuilder.Redirect.appendTo(log().toFile());
        try {
            process = command.redirectErrorStream(true).redirectOutput(log).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it takes requests; asked over HTTP until it does for the first time since it was started. */
    boolean isReady() {
        if (!ready && process.isAlive()) {
            ready = answers();
        }
        return ready;
    }

    /** Starts it anew where it ended by itself, as one does that finds no database when it starts. */
    synchronized void keepAlive() {
        if (wanted && !process.isAlive()) {
            start();
        }
    }

    /** Whether it was killed and not started again. */
    synchronized boolean isGone() {
        return !wanted;
    }

    /** SIGKILL. */
    synchronized void kill() {
        wanted = false;
        ready = false;
        if (process == null) {
            return;
        }
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops it in the middle of whatever it does, without its knowing. */
    void freeze() {
        signal("STOP");
    }

    /** Lets it go on as if nothing had been. */
    void thaw() {
        signal("CONT");
    }

    private void signal(String signal) {
        try {
            var exit = new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new IllegalStateException("kill -" + signal + " failed for node " + name);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean answers() {
        var health = HttpRequest.newBuilder(url().resolve("/actuator/health/readiness"))
                .timeout(PATIENCE)
                .build();
        try {
            return HTTP.send(health, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The class path of this JVM as an argument file: too long for some systems' command lines. */
    static String classPath() {
        return "-cp \"" + System.getProperty("java.class.path").replace("\\", "\\\\") + "\"";
    }

    private static int freePort() {
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
