package io.redress.redesign.diagram;

import io.redress.redesign.model.ModelFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every slip of a kind in a diagram, one at a time, made in its text. */
final class Mutants {

    /** A slip that whoever makes it would be glad to hear of, whatever the diagram is about. */
    enum Operator {
        /** A flow is deleted, as Modeler deletes it: with its ends. */
        FLOW_DROPPED,
        /** A step, bean, process, table, form, message or error is called by a name that nobody has. */
        NAME_SLIPPED,
        /** A method, a property or a variable in an expression is. */
        EXPRESSION_SLIPPED,
        /** A word in a condition is not one that the step can say. */
        WORD_SLIPPED,
        /** A timer waits for nothing. */
        TIMER_EMPTIED,
        /** A save point is unticked on a step that reaches somebody outside. */
        SAVE_POINT_DROPPED,
        /** A default flow is no longer marked. */
        DEFAULT_DROPPED,
        /** An exclusive gateway becomes a parallel one. */
        GATEWAY_RETYPED,
        /** What runs beside the case breaks in on it. */
        MADE_INTERRUPTING,
        /** A boundary event is deleted with the flow that leaves it. */
        BOUNDARY_DROPPED,
        /** The case number is not passed on. */
        CASE_NUMBER_DROPPED,
        /** A condition says the opposite. */
        CONDITION_NEGATED,
        /** A flow leads to another step of the diagram. */
        FLOW_REDIRECTED
    }

    /** One slip in one file. */
    record Mutant(Operator operator, String what, ModelFile file) {

        @Override
        public String toString() {
            return operator + " " + file.name() + " " + what;
        }
    }

    private static final Pattern FLOW =
            Pattern.compile("<bpmn:sequenceFlow id=\"([^\"]+)\"[^>]*?sourceRef=\"([^\"]+)\" targetRef=\"([^\"]+)\"");

    private final ModelFile file;
    private final String text;
    private final List<Mutant> mutants = new ArrayList<>();

    private Mutants(ModelFile file) {
        this.file = file;
        this.text = file.text();
    }

    static List<Mutant> of(ModelFile file) {
        Mutants all = new Mutants(file);
        all.flows();
        all.each(
                Operator.NAME_SLIPPED,
                "(?:delegateExpression=\"#\\{|calledElement=\"|decisionRef=\"|formRef=\"|bpmn:message [^>]*name=\""
                        + "|errorCode=\"|bpmn:signal [^>]*name=\")([A-Za-z.]+)",
                name -> name + "x");
        all.each(Operator.EXPRESSION_SLIPPED, "\\$\\{!?([a-zA-Z]+)[ }.=]", name -> name + "x");
        all.each(Operator.EXPRESSION_SLIPPED, "\\$\\{!?[a-zA-Z]+\\.([a-zA-Z]+)\\(", name -> name + "x");
        all.each(Operator.WORD_SLIPPED, "== '([a-z_]+)'", word -> word + "x");
        all.each(Operator.TIMER_EMPTIED, "tFormalExpression\">(P[^<]+|R[^<]+)</bpmn:time", length -> "PT0S");
        all.each(Operator.DEFAULT_DROPPED, "( default=\"[^\"]+\")", mark -> "");
        all.each(
                Operator.CASE_NUMBER_DROPPED, "(<camunda:in source=\"caseNumber\" target=\"caseNumber\" />)", in -> "");
        all.each(Operator.MADE_INTERRUPTING, "<bpmn:startEvent [^>]*( isInterrupting=\"false\")", mark -> "");
        all.each(
                Operator.SAVE_POINT_DROPPED,
                "camunda:asyncBefore=\"true\"( camunda:asyncAfter=\"true\") camunda:delegateExpression",
                tick -> "");
        all.each(Operator.CONDITION_NEGATED, "\\$\\{[^}]*?( == )'", equal -> " != ");
        all.gateways();
        all.boundaries();
        return all.mutants;
    }

    /** A mutant for each place that matches, in which its first group is replaced. */
    private void each(Operator operator, String pattern, UnaryOperator<String> slip) {
        Matcher place = Pattern.compile(pattern).matcher(text);
        while (place.find()) {
            add(
                    operator,
                    place.group().strip() + " at " + place.start(),
                    text.substring(0, place.start(1)) + slip.apply(place.group(1)) + text.substring(place.end(1)));
        }
    }

    private void flows() {
        Matcher flow = FLOW.matcher(text);
        String before = null;
        while (flow.find()) {
            add(Operator.FLOW_DROPPED, flow.group(1), withoutFlow(text, flow.group(1)));
            if (before != null && !before.equals(flow.group(3)) && !before.startsWith("endEvent")) {
                add(
                        Operator.FLOW_REDIRECTED,
                        flow.group(1) + " to " + before,
                        text.substring(0, flow.start(3)) + before + text.substring(flow.end(3)));
            }
            before = flow.group(3);
        }
    }

    private void gateways() {
        Matcher gateway =
                Pattern.compile("<bpmn:exclusiveGateway id=\"([^\"]+)\"").matcher(text);
        while (gateway.find()) {
            int end = text.indexOf("</bpmn:exclusiveGateway>", gateway.start());
            String inner = text.substring(gateway.start(), end).replaceFirst(" default=\"[^\"]+\"", "");
            add(
                    Operator.GATEWAY_RETYPED,
                    gateway.group(1),
                    text.substring(0, gateway.start())
                            + inner.replace("exclusiveGateway", "parallelGateway")
                            + "</bpmn:parallelGateway>"
                            + text.substring(end + "</bpmn:exclusiveGateway>".length()));
        }
    }

    private void boundaries() {
        Matcher event = Pattern.compile("<bpmn:boundaryEvent id=\"([^\"]+)\".*?</bpmn:boundaryEvent>", Pattern.DOTALL)
                .matcher(text);
        while (event.find()) {
            String rest = text.substring(0, event.start()) + text.substring(event.end());
            Matcher flow = FLOW.matcher(rest);
            while (flow.find()) {
                if (flow.group(2).equals(event.group(1))) {
                    rest = withoutFlow(rest, flow.group(1));
                    break;
                }
            }
            rest = rest.replaceAll(
                    "<bpmndi:BPMNShape [^>]*bpmnElement=\"" + event.group(1) + "\".*?</bpmndi:BPMNShape>", "");
            add(Operator.BOUNDARY_DROPPED, event.group(1), rest);
        }
    }

    private static String withoutFlow(String text, String flow) {
        String id = Pattern.quote(flow);
        return text.replaceFirst("(?s)<bpmn:sequenceFlow id=\"" + id + "\"(?:[^>]*/>|.*?</bpmn:sequenceFlow>)", "")
                .replaceAll("<bpmn:(?:incoming|outgoing)>" + id + "</bpmn:(?:incoming|outgoing)>", "")
                .replaceAll(" default=\"" + id + "\"", "")
                .replaceAll("(?s)<bpmndi:BPMNEdge [^>]*bpmnElement=\"" + id + "\".*?</bpmndi:BPMNEdge>", "");
    }

    private void add(Operator operator, String what, String mutated) {
        mutants.add(new Mutant(operator, what, new ModelFile(file.name(), mutated.getBytes(StandardCharsets.UTF_8))));
    }
}
