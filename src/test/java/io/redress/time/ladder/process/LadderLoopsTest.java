package io.redress.time.ladder.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Answers.RETURNS_DEEP_STUBS;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.redress.engine.table.Deployments;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A manager who draws something between two rungs has it happen each time. */
class LadderLoopsTest {

    private static final String NEXT = "event_nextRungDue";
    private static final String LISTENER = "<bpmn:extensionElements><camunda:executionListener event=\"take\""
            + " delegateExpression=\"#{ring}\" /></bpmn:extensionElements>";

    @ParameterizedTest
    @CsvSource({
        "complaint-resolution, startEvent_rungDue",
        "complaint-resolution, event_nextRungDue",
        "dispute, startEvent_rungDue",
        "dispute, event_nextRungDue"
    })
    void theLoopsThatWeShipAreBare(String diagram, String timer) throws IOException {
        assertThat(isBare(shipped(diagram), timer)).isTrue();
    }

    @Test
    void aLoopUnderOtherNamesIsBareAsWell() throws IOException {
        String drawn = shipped("complaint-resolution")
                .replace("event_nextRungDue", "when_the_next_one_is_due")
                .replace("serviceTask_climbLadder", "step_seven");

        assertThat(isBare(drawn, "when_the_next_one_is_due")).isTrue();
    }

    @Test
    void aStepBetweenTwoRungsIsNotSkipped() throws IOException {
        String flow = "id=\"flow_climbLadder_anotherRung\" sourceRef=\"serviceTask_climbLadder\" targetRef=\"%s\"";
        String drawn = shipped("complaint-resolution")
                .replace(
                        "<bpmn:sequenceFlow " + flow.formatted("gateway_anotherRung"),
                        "<bpmn:userTask id=\"userTask_ring\" /><bpmn:sequenceFlow id=\"flow_ring\""
                                + " sourceRef=\"userTask_ring\" targetRef=\"gateway_anotherRung\" /><bpmn:sequenceFlow "
                                + flow.formatted("userTask_ring"))
                .replace("<bpmn:incoming>flow_climbLadder_anotherRung<", "<bpmn:incoming>flow_ring<");

        assertThat(drawn).contains("userTask_ring");
        assertThat(isBare(drawn, NEXT)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<bpmn:serviceTask id=\"serviceTask_climbLadder\"",
                "<bpmn:sequenceFlow id=\"flow_anotherRung_nextRungDue\""
            })
    void whatListensIsHeard(String element) throws IOException {
        String drawn = Pattern.compile(element + "[^>]*>(\\s*<bpmn:documentation>[^<]*</bpmn:documentation>)?")
                .matcher(shipped("complaint-resolution"))
                .replaceFirst(found -> found.group() + LISTENER);

        assertThat(isBare(drawn, NEXT)).isFalse();
    }

    private static String shipped(String diagram) throws IOException {
        return Files.readString(Path.of("processes", diagram + ".bpmn"));
    }

    private static boolean isBare(String diagram, String timer) {
        ManagementService management = mock(ManagementService.class, RETURNS_DEEP_STUBS);
        RepositoryService repository = mock(RepositoryService.class);
        JobDefinition definition = mock(JobDefinition.class);
        when(definition.getId()).thenReturn("job");
        when(definition.getActivityId()).thenReturn(timer);
        when(definition.getJobConfiguration()).thenReturn("DATE: ${ladder.nextRungAt(caseNumber)}");
        when(management.createJobDefinitionQuery().list()).thenReturn(List.of(definition));
        when(repository.getBpmnModelInstance(any()))
                .thenReturn(
                        Bpmn.readModelFromStream(new ByteArrayInputStream(diagram.getBytes(StandardCharsets.UTF_8))));
        return new LadderLoops(management, repository, new Deployments())
                .timers()
                .containsKey("job");
    }
}
