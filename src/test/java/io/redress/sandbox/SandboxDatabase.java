package io.redress.sandbox;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.util.FileSystemUtils;

/** A real PostgreSQL of the sandbox's own, with its data in the sandbox's folder. */
record SandboxDatabase(EmbeddedPostgres postgres) implements AutoCloseable {

    /** Starts on kept data or on new; a server that a killed sandbox left behind is stopped first. */
    static SandboxDatabase start(Path folder) {
        var data = folder.resolve("postgres");
        var complete = folder.resolve("postgres.complete");
        try {
            stopOrphan(data);
            if (!Files.exists(complete)) {
                // Killed while the data folder was being made: nothing in it yet that anybody could miss.
                FileSystemUtils.deleteRecursively(data);
            }
            var postgres = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(Duration.ofSeconds(60))
                    // A kill -9 must not cost what the application was told is committed.
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("max_connections", "100")
                    .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
                    .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                    .start();
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

    String url() {
        return postgres.getJdbcUrl("postgres", "postgres") + "&reWriteBatchedInserts=true";
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }

    private static void stopOrphan(Path data) throws IOException {
        var orphan = orphan(data.resolve("postmaster.pid"));
        if (orphan.isEmpty()) {
            return;
        }
        try {
            orphan.get().destroy();
            orphan.get().onExit().get(15, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            orphan.get().destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Optional<ProcessHandle> orphan(Path pidFile) throws IOException {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        var pid = Long.parseLong(Files.readAllLines(pidFile).get(0).trim());
        return ProcessHandle.of(pid)
                .filter(process -> process.info().command().orElse("").contains("postgres"));
    }
}
