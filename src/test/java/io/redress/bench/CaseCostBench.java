package io.redress.bench;

import io.redress.sandbox.SandboxDatabase;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/**
 * What a case costs that no person touches, {@code ./mvnw -Pbench -Dtest=CaseCostBench verify}: Redress as it ships, and
 * bare samples of the same shape beside it, in turns on one database.
 */
@Tag("bench")
class CaseCostBench {

    private static final Path FOLDER = Path.of("target", "bench").toAbsolutePath();

    @Test
    void aCaseCosts() throws IOException {
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
            compare(Knobs.chosen(), work);
        }
    }

    private static void compare(Knobs knobs, Path work) {
        Processor.require();
        var bench = new CaseCost(knobs, work, FOLDER);
        Runtime.getRuntime().addShutdownHook(new Thread(bench::close));
        try (bench) {
            List<String> objections = bench.run();
            if (!objections.isEmpty()) {
                throw new BenchFailure(String.join("\n", objections));
            }
        }
    }
}
