package io.redress.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.Definitions;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.TimeCycle;
import org.camunda.bpm.model.bpmn.instance.TimeDuration;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;

/** What the engine would swallow in silence: a malformed retry cycle, code in a diagram, history kept for ever. */
class ModelRulesTest {

    private static final String KEPT_FOR = "P1095D";
    private static final Pattern CODE = Pattern.compile(
            "scriptTask|camunda:script|scriptFormat|camunda:class="
                    + "|camunda:expression=|camunda:connector|camunda:resource=|camunda:type=|formHandlerClass|camunda:resultVariable");

    @Test
    void historyOfEveryProcessAndDecisionIsKeptThreeYears() {
        assertThat(Models.all(Process.class))
                .allSatisfy(process -> assertThat(process.getCamundaHistoryTimeToLiveString())
                        .as(process.getId())
                        .isEqualTo(KEPT_FOR));
        assertThat(Models.tables().values())
                .flatExtracting(table -> table.getModelElementsByType(Decision.class))
                .allSatisfy(decision -> assertThat(decision.getCamundaHistoryTimeToLiveString())
                        .as(decision.getId())
                        .isEqualTo(KEPT_FOR));
    }

    @Test
    void noDiagramHoldsCode() {
        assertThat(Models.sources())
                .allSatisfy((file, source) -> assertThat(source).as(file).doesNotContainPattern(CODE));
    }

    @Test
    void modelerOpensEveryDiagramForThisEngine() {
        assertThat(Models.all(Definitions.class)).allSatisfy(definitions -> {
            assertThat(definitions.getExporter()).isEqualTo("Camunda Modeler");
            assertThat(definitions.getAttributeValueNs(
                            "http://camunda.org/schema/modeler/1.0", "executionPlatformVersion"))
                    .isEqualTo("7.24.0");
        });
    }

    @Test
    void everySavePointAndTimerIsTriedAgainSoonAndThenRarely() {
        Stream<FlowNode> waiting = Stream.concat(
                Models.all(Activity.class).filter(step -> step.isCamundaAsyncBefore() || step.isCamundaAsyncAfter()),
                Models.all(TimerEventDefinition.class).map(timer -> (FlowNode) timer.getParentElement()));

        assertThat(waiting).isNotEmpty().allSatisfy(step -> {
            List<Duration> waits = retries(step);
            assertThat(waits).as(step.getId()).hasSizeGreaterThan(3).isSorted();
            assertThat(waits.get(0)).as(step.getId()).isLessThanOrEqualTo(Duration.ofSeconds(10));
        });
    }

    @Test
    void stepsThatCostMoneyOrGoodsHaveASavePointOnBothSides() {
        assertThat(Models.all(Activity.class)
                        .filter(step -> step.isCamundaAsyncBefore() && step.isCamundaAsyncAfter())
                        .map(Activity::getId))
                .contains(
                        "serviceTask_refundPayment",
                        "serviceTask_orderReplacement",
                        "serviceTask_grantGoodwill",
                        "serviceTask_arrangeWayBack");
    }

    @Test
    void everyFixedDurationCanBeRead() {
        assertThat(Models.all(TimeDuration.class).map(TimeDuration::getTextContent))
                .isNotEmpty()
                .allSatisfy(text -> assertThat(Duration.parse(text)).isPositive());
        assertThat(Models.all(TimeCycle.class).map(TimeCycle::getTextContent)).allSatisfy(text -> {
            assertThat(text).matches("R\\d+/P.+");
            assertThat(Duration.parse(text.substring(text.indexOf('/') + 1))).isPositive();
        });
    }

    @Test
    void everyRowOfEveryTableSaysWhy() {
        assertThat(Models.tables().values())
                .flatExtracting(table -> table.getModelElementsByType(Rule.class))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.getDescription().getTextContent())
                        .as(row.getId())
                        .endsWith("."));
    }

    private static List<Duration> retries(FlowNode step) {
        assertThat(step.getExtensionElements()).as(step.getId()).isNotNull();
        String cycle = step.getExtensionElements()
                .getElementsQuery()
                .filterByType(CamundaFailedJobRetryTimeCycle.class)
                .singleResult()
                .getTextContent();
        return Stream.of(cycle.split(",")).map(Duration::parse).toList();
    }
}
