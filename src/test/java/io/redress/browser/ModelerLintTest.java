package io.redress.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.browser.NodeModules.Ended;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Our element templates keep their published schema, and our diagrams the rules of {@code .bpmnlintrc}. */
class ModelerLintTest {

    private static final String PROJECT = Path.of("").toAbsolutePath().toString();

    @BeforeAll
    static void find() throws IOException, InterruptedException {
        var missing = NodeModules.missing();
        Assumptions.assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
    }

    @Test
    void templatesAndDiagramsAreClean() throws IOException, InterruptedException {
        Ended check = NodeModules.run(2, List.of("node", "check.mjs", PROJECT));

        assertThat(check.output()).contains("19 diagrams, 0 faults");
        assertThat(check.status()).isZero();
    }

    @Test
    void whatTheGateWouldRefuseIsShownWhileDrawing() throws IOException, InterruptedException {
        Ended check = NodeModules.run(2, List.of("node", "check.mjs", PROJECT, "src/test/node/faulty"));

        assertThat(check.output().lines().filter(line -> line.contains("redress/")))
                .extracting(line -> line.replaceFirst(".*redress/(\\S+ \\w+):.*", "$1"))
                .containsExactlyInAnyOrder(
                        "timer startByTimer",
                        "timer startByTimer",
                        "timer soon",
                        "known-step misspelt",
                        "known-step coded",
                        "save-point unsaved",
                        "approval-asked approval",
                        "needed-parameter byHand",
                        "endless-cycle again",
                        "endless-cycle more",
                        "time-to-live faulty");
    }
}
