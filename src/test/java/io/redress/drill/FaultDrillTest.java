package io.redress.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** The drill in small, in every build: six kills, a freeze, a restart of the database. */
@Tag("drill")
class FaultDrillTest {

    @Test
    void nobodyIsPaidTwiceShippedTwiceOrForgottenInTheBriefDrill() throws IOException {
        run(Plan.brief());
    }

    /** Keeps the folder, with the nodes' logs and the providers' books, where something went wrong. */
    static void run(Plan plan) throws IOException {
        var folder = Path.of("target", "drill-" + ProcessHandle.current().pid());
        var report = Drill.play(plan, folder);
        System.out.println(report);
        assertThat(report.violations())
                .as("the drill with seed %d; see %s", plan.seed(), folder)
                .isEmpty();
        FileSystemUtils.deleteRecursively(folder);
    }
}
