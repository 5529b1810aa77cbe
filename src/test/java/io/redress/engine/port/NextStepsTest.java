package io.redress.engine.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a refund waits for is known by the step that comes next, not by what a manager calls it. */
class NextStepsTest {

    @ParameterizedTest
    @ValueSource(strings = {"serviceTask_refundPayment", "event_askProviderAgain", "event_lookAgain"})
    void whatWaitsLeadsToTheRefundUnderAnyName(String id) throws IOException {
        String drawn = Files.readString(Path.of("processes", "refund.bpmn"));

        assertThat(next(drawn, id)).isEqualTo("refundPayment");
        assertThat(next(drawn.replace('"' + id + '"', "\"step_seven\"").replace(id + '<', "step_seven<"), "step_seven"))
                .isEqualTo("refundPayment");
    }

    @ParameterizedTest
    @ValueSource(strings = {"serviceTask_watchRefunds", "gateway_providerAnswer", "endEvent_refunded", "none_such"})
    void nothingElseDoes(String id) throws IOException {
        assertThat(next(Files.readString(Path.of("processes", "refund.bpmn")), id))
                .isNotEqualTo("refundPayment");
    }

    @Test
    void aTimerThatLeadsElsewhereIsLeftAlone() throws IOException {
        String reminded = Files.readString(Path.of("processes", "refund.bpmn"))
                .replace(
                        "sourceRef=\"event_lookAgain\" targetRef=\"serviceTask_refundPayment\"",
                        "sourceRef=\"event_lookAgain\" targetRef=\"userTask_payBackByHand\"");

        assertThat(next(reminded, "event_lookAgain")).isEmpty();
    }

    private static String next(String diagram, String element) {
        return NextSteps.next(
                Bpmn.readModelFromStream(new ByteArrayInputStream(diagram.getBytes(StandardCharsets.UTF_8))), element);
    }
}
