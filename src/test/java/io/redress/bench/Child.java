package io.redress.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A process of the benchmark, which ends with it and can be frozen while it is another's turn. */
final class Child implements AutoCloseable {

    private static final Duration LOOK = Duration.ofMillis(100);
    private static final int LAST_LINES = 12;

    private final String name;
    private final Path log;
    private final Process process;

    private Child(String name, Path log, Process process) {
        this.name = name;
        this.log = log;
        this.process = process;
    }

    /** Starts it, with a log of its own in the folder. */
    static Child start(String name, Path folder, List<String> command) {
        Path log = folder.resolve(name + ".log");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            Leftovers.note(folder, process.toHandle());
            return new Child(name, log, process);
        } catch (IOException e) {
            throw new BenchFailure("%s cannot be started: %s".formatted(name, e.getMessage()), e);
        }
    }

    /** Starts a java program with a heap of a fixed size, with a log of its own in the folder. */
    static Child startJava(String name, Path folder, String heap, List<String> program) {
        List<String> command = new ArrayList<>(List.of(java(), "-Xms" + heap, "-Xmx" + heap));
        command.addAll(program);
        return start(name, folder, command);
    }

    /** The java that runs this benchmark. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** The class path of this JVM as an argument file: too long for some systems' command lines. */
    static String classPath(Path folder) {
        Path file = folder.resolve("class-path");
        try {
            Files.writeString(
                    file, "-cp \"" + System.getProperty("java.class.path").replace("\\", "\\\\") + "\"");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "@" + file;
    }

    static int freePort() {
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long pid() {
        return process.pid();
    }

    /** Waits until it is ready; fails with the end of its log where it never is. */
    void await(BooleanSupplier ready, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!ready.getAsBoolean()) {
            requireAlive();
            if (System.nanoTime() > deadline) {
                throw new BenchFailure("%s was not ready within %s. %s".formatted(name, limit, lastWords()));
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    void requireAlive() {
        if (!process.isAlive()) {
            throw new BenchFailure("%s has ended. %s".formatted(name, lastWords()));
        }
    }

    /** Stops it in the middle of whatever it does, so that its watches cost the others nothing. */
    void freeze() {
        signal("STOP");
    }

    void thaw() {
        signal("CONT");
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            // One that is frozen hears of nothing else.
            process.destroyForcibly();
        }
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Closes its standard input, by which it is told to end in good order; kills it where it does not. */
    void closeGently() {
        try {
            process.getOutputStream().close();
            process.waitFor(20, TimeUnit.SECONDS);
        } catch (IOException e) {
            // It has ended already.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        close();
    }

    private String lastWords() {
        try {
            List<String> lines = Files.readAllLines(log);
            String end = String.join("\n  ", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
            return "Its log is %s and ends:%n  %s".formatted(log, end);
        } catch (IOException e) {
            return "Its log " + log + " cannot be read.";
        }
    }

    private void signal(String signal) {
        try {
            int exit = new ProcessBuilder("kill", "-" + signal, String.valueOf(pid()))
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new BenchFailure("%s has ended. %s".formatted(name, lastWords()));
            }
        } catch (IOException e) {
            throw new BenchFailure("The benchmark needs the command kill: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
