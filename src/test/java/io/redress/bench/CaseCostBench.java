package io.redress.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What a case costs that no person touches, {@code ./mvnw -Pbench -Dtest=CaseCostBench verify}: Redress as it ships, and
 * bare samples of the same shape beside it, in turns on one database.
 */
@Tag("bench")
class CaseCostBench {

    @Test
    void aCaseCosts() throws IOException {
        Knobs knobs = Knobs.chosen();
        Workplace.use(work -> compare(knobs, work));
    }

    private static void compare(Knobs knobs, Path work) {
        Processor.require();
        var bench = new CaseCost(knobs, work, Workplace.FOLDER);
        Runtime.getRuntime().addShutdownHook(new Thread(bench::close));
        try (bench) {
            List<String> objections = bench.run();
            if (!objections.isEmpty()) {
                throw new BenchFailure(String.join("\n", objections));
            }
        }
    }
}
