package io.redress.bench;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What two nodes on one database are worth, {@code ./mvnw -Pbench -Dtest=TwoNodesBench verify}: how many cases they do
 * beside one, how often they collide, and how soon one carries on for the other that was killed, or stood still for
 * longer than its locks last. It fails where a case was made good twice, or not at all.
 */
@Tag("bench")
class TwoNodesBench {

    private static final int CASES = Integer.getInteger("bench.cases", 100);
    private static final String HEAP = System.getProperty("bench.heap", "1g");

    @Test
    void oneCarriesOnForTheOther() throws IOException {
        Workplace.use(TwoNodesBench::run);
    }

    private static void run(Path work) {
        var bench = new TwoNodes(CASES, HEAP, work);
        Runtime.getRuntime().addShutdownHook(new Thread(bench::close));
        try (bench) {
            bench.run();
        } finally {
            bench.figures().print();
        }
    }
}
