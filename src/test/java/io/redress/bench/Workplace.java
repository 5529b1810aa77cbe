package io.redress.bench;

import io.redress.sandbox.SandboxDatabase;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import org.springframework.util.FileSystemUtils;

/** The folder of those benchmarks that start processes of their own; one of them has it at a time. */
final class Workplace {

    /** What is kept of a run. */
    static final Path FOLDER = Path.of("target", "bench").toAbsolutePath();

    private Workplace() {}

    /**
     * Lets a benchmark work in an empty folder, after what an earlier one has left running in it was ended.
     *
     * @throws BenchFailure where another one is at work
     */
    static void use(Consumer<Path> bench) throws IOException {
        Files.createDirectories(FOLDER);
        try (var lock = FileChannel.open(FOLDER.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (lock.tryLock() == null) {
                throw new BenchFailure("Another benchmark is running in " + FOLDER + ". Wait for its end, or stop it");
            }
            Path work = FOLDER.resolve("work");
            Leftovers.end(work);
            SandboxDatabase.stopLeftOver(work);
            FileSystemUtils.deleteRecursively(work);
            Files.createDirectories(work);
            bench.accept(work);
        }
    }
}
