package io.redress.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.junit.jupiter.api.Test;

/** Managers may give the steps of a diagram other ids: what a step is, its form, its calls and its parameters say. */
class StepIdsTest {

    /** They read the ids of diagrams that were let in before these had to say more. */
    private static final List<String> FOR_DIAGRAMS_OF_OLD = List.of("SettleReturn.java", "ResolveByHand.java");

    @Test
    void noCodeKnowsTheIdOfAStep() throws IOException {
        List<String> ids = Models.all(FlowNode.class)
                .map(step -> '"' + step.getId() + '"')
                .distinct()
                .toList();
        assertThat(ids).contains("\"userTask_approveRemedy\"", "\"event_lookAgain\"");
        List<Path> code;
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            code = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file ->
                            !FOR_DIAGRAMS_OF_OLD.contains(file.getFileName().toString()))
                    .toList();
        }

        assertThat(code)
                .as("let the diagram say what the step is, by what it calls, by its form or by an input parameter")
                .allSatisfy(file -> assertThat(ids.stream().filter(Models.text(file)::contains))
                        .as(file.toString())
                        .isEmpty());
    }
}
