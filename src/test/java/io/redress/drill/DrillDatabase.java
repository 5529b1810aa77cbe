package io.redress.drill;

import io.redress.sandbox.SandboxDatabase;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The database that the nodes share, and that can be torn down under them. */
final class DrillDatabase implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final SandboxDatabase database;
    private final Path data;
    private final JdbcClient jdbc;
    private Process restarted;

    DrillDatabase(Path folder) {
        database = SandboxDatabase.start(folder);
        data = folder.resolve("postgres");
        jdbc = JdbcClient.create(new DriverManagerDataSource(database.url(), "postgres", "postgres"));
    }

    String url() {
        return database.url();
    }

    /** For looking, never for changing anything. */
    JdbcClient jdbc() {
        return jdbc;
    }

    /** PostgreSQL's immediate stop, which drops every connection and recovers from its log, and a start on the same port. */
    void restart() {
        var postmaster = postmaster();
        var command = commandLine(postmaster);
        try {
            new ProcessBuilder("kill", "-QUIT", String.valueOf(postmaster.pid()))
                    .start()
                    .waitFor();
            waitUntilGone(postmaster);
            Files.deleteIfExists(pidFile());
            restarted = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try {
            database.close();
            if (restarted != null) {
                restarted.waitFor();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Path pidFile() {
        return data.resolve("postmaster.pid");
    }

    private ProcessHandle postmaster() {
        try {
            var pid = Long.parseLong(Files.readAllLines(pidFile()).get(0).trim());
            return ProcessHandle.of(pid).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As it was started; root may not run PostgreSQL, so there it gets a user of its own, as the first start did. */
    private static List<String> commandLine(ProcessHandle postmaster) {
        var info = postmaster.info();
        var command = new ArrayList<String>();
        if (LinuxUtils.isUnshareAvailable()) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(info.command().orElseThrow());
        command.addAll(List.of(info.arguments().orElseThrow()));
        return command;
    }

    private static void waitUntilGone(ProcessHandle process) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (process.isAlive() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
