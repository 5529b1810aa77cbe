package io.redress.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.junit.jupiter.api.Test;

/** The diagrams are drawn for people: words on everything, ids that can be read, no flow across another. */
class DiagramDrawingTest {

    private static final String GENERATED = ".*_[01][a-z0-9]{6}(_di)?|(Activity|Event|Gateway|Flow|Process|Rule)_.*";

    private record Segment(String flow, double x1, double y1, double x2, double y2) {

        boolean crosses(Segment other) {
            return !flow.equals(other.flow)
                    && side(other.x1, other.y1) * side(other.x2, other.y2) < 0
                    && other.side(x1, y1) * other.side(x2, y2) < 0;
        }

        private double side(double x, double y) {
            return (x2 - x1) * (y - y1) - (y2 - y1) * (x - x1);
        }
    }

    @Test
    void noIdIsGenerated() {
        assertThat(Models.all(BaseElement.class).map(BaseElement::getId).filter(id -> id != null))
                .isNotEmpty()
                .allSatisfy(id -> assertThat(id).doesNotMatch(GENERATED));
    }

    @Test
    void everyStepAndEventHasALabel() {
        assertThat(Models.all(FlowNode.class).filter(node -> !(node instanceof Gateway)))
                .allSatisfy(node -> assertThat(node.getName()).as(node.getId()).isNotBlank());
    }

    @Test
    void everyChoiceAsksAQuestionAndEveryWayOutAnswersIt() {
        assertThat(splits(ExclusiveGateway.class)).isNotEmpty().allSatisfy(gateway -> {
            assertThat(gateway.getName()).as(gateway.getId()).endsWith("?");
            assertThat(gateway.getOutgoing())
                    .allSatisfy(
                            flow -> assertThat(flow.getName()).as(flow.getId()).isNotBlank());
        });
        assertThat(splits(Gateway.class))
                .allSatisfy(gateway ->
                        assertThat(gateway.getName()).as(gateway.getId()).isNotBlank());
    }

    @Test
    void everyWayOutOfAChoiceHasAConditionOrIsTheOrdinaryOne() {
        assertThat(splits(Gateway.class).filter(gateway -> !(gateway instanceof EventBasedGateway)))
                .flatExtracting(Gateway::getOutgoing)
                .allSatisfy(flow -> assertThat(flow.getConditionExpression() != null || isDefault(flow))
                        .as(flow.getId())
                        .isTrue());
    }

    @Test
    void everyProcessSaysWhatItIsFor() {
        assertThat(Models.all(Process.class)).allSatisfy(process -> {
            assertThat(process.getName()).as(process.getId()).isNotBlank();
            assertThat(process.getDocumentations()).as(process.getId()).isNotEmpty();
        });
    }

    @Test
    void everythingIsDrawnAndNoFlowCrossesAnother() {
        for (Map.Entry<String, BpmnModelInstance> diagram : Models.diagrams().entrySet()) {
            BpmnModelInstance model = diagram.getValue();
            assertThat(model.getModelElementsByType(BpmnEdge.class))
                    .as(diagram.getKey())
                    .hasSameSizeAs(model.getModelElementsByType(SequenceFlow.class));
            assertThat(crossings(segments(model))).as(diagram.getKey()).isEmpty();
        }
    }

    private static <T extends Gateway> Stream<T> splits(Class<T> kind) {
        return Models.all(kind).filter(gateway -> gateway.getOutgoing().size() > 1);
    }

    private static boolean isDefault(SequenceFlow flow) {
        return flow.getId().equals(flow.getSource().getAttributeValue("default"));
    }

    private static List<Segment> segments(BpmnModelInstance diagram) {
        List<Segment> segments = new ArrayList<>();
        for (BpmnEdge edge : diagram.getModelElementsByType(BpmnEdge.class)) {
            List<Waypoint> points = List.copyOf(edge.getWaypoints());
            for (int i = 1; i < points.size(); i++) {
                Waypoint from = points.get(i - 1);
                Waypoint to = points.get(i);
                segments.add(new Segment(edge.getId(), from.getX(), from.getY(), to.getX(), to.getY()));
            }
        }
        return segments;
    }

    private static List<String> crossings(List<Segment> segments) {
        return segments.stream()
                .flatMap(one ->
                        segments.stream().filter(one::crosses).map(other -> one.flow() + " crosses " + other.flow()))
                .toList();
    }
}
