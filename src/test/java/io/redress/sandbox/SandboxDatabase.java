package io.redress.sandbox;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.springframework.util.FileSystemUtils;

/** A real PostgreSQL of the sandbox's own, with its data in the sandbox's folder. */
public record SandboxDatabase(EmbeddedPostgres postgres) implements AutoCloseable {

    private static final Duration ORPHAN_PATIENCE = Duration.ofSeconds(15);

    /** Starts on kept data or on new; a server that a killed sandbox left behind is stopped first. */
    public static SandboxDatabase start(Path folder) {
        return start(folder, Map.of());
    }

    /** The same, with settings of one's own for the server. */
    public static SandboxDatabase start(Path folder, Map<String, String> settings) {
        var data = folder.resolve("postgres");
        var complete = folder.resolve("postgres.complete");
        try {
            stopOrphan(data);
            if (!Files.exists(complete)) {
                // Killed while the data folder was being made: nothing in it yet that anybody could miss.
                FileSystemUtils.deleteRecursively(data);
            }
            var builder = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(Duration.ofSeconds(60))
                    // A kill -9 must not cost what the application was told is committed.
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("max_connections", "100")
                    .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
                    .setOutputRedirector(ProcessBuilder.Redirect.DISCARD);
            settings.forEach(builder::setServerConfig);
            var postgres = builder.start();
            if (!Files.exists(complete)) {
                Files.createFile(complete);
            }
            return new SandboxDatabase(postgres);
        } catch (IOException | RuntimeException e) {
            throw new SandboxFailure(
                    "The sandbox's PostgreSQL did not start (" + e.getMessage() + "). Delete " + folder
                            + " to begin anew.",
                    e);
        }
    }

    /** The address with the one role and database it has, {@code postgres}. */
    public String url() {
        return postgres.getJdbcUrl("postgres", "postgres") + "&reWriteBatchedInserts=true";
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }

    /** Stops a server that a killed owner of that folder left behind. */
    public static void stopLeftOver(Path folder) throws IOException {
        stopOrphan(folder.resolve("postgres"));
    }

    private static void stopOrphan(Path data) throws IOException {
        var pidFile = data.resolve("postmaster.pid");
        var orphan = orphan(pidFile);
        orphan.ifPresent(ProcessHandle::destroy);
        if (orphan.isPresent() && !vanishes(pidFile)) {
            orphan.get().destroyForcibly();
        }
        // What is left now names a process that ended without tidying up; PostgreSQL would take it for a rival.
        Files.deleteIfExists(pidFile);
    }

    private static Optional<ProcessHandle> orphan(Path pidFile) throws IOException {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        var pid = Long.parseLong(Files.readAllLines(pidFile).get(0).trim());
        return ProcessHandle.of(pid)
                .filter(process -> process.info().command().orElse("").contains("postgres"));
    }

    /** The file goes when PostgreSQL has ended; the process may stay on as a zombie that nobody reaps. */
    private static boolean vanishes(Path pidFile) {
        var deadline = System.nanoTime() + ORPHAN_PATIENCE.toNanos();
        while (Files.exists(pidFile) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        return !Files.exists(pidFile);
    }
}
