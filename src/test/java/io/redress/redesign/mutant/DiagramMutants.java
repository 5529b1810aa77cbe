package io.redress.redesign.mutant;

import io.redress.redesign.model.ModelFile;
import io.redress.redesign.mutant.Mutant.Operator;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every slip of a kind in a diagram, one at a time, made in its text. */
final class DiagramMutants {

    private static final Pattern FLOW =
            Pattern.compile("<bpmn:sequenceFlow id=\"([^\"]+)\"[^>]*?sourceRef=\"([^\"]+)\" targetRef=\"([^\"]+)\"");

    private final ModelFile file;
    private final String text;
    private final List<Mutant> mutants = new ArrayList<>();

    private DiagramMutants(ModelFile file) {
        this.file = file;
        this.text = file.text();
    }

    static List<Mutant> of(ModelFile file) {
        DiagramMutants all = new DiagramMutants(file);
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
        all.each(Operator.GROUP_SLIPPED, "candidateGroups=\"(?:\\$\\{)?([a-zA-Z,]+)", group -> group + "x");
        all.each(Operator.TIMER_RETIMED, "tFormalExpression\">(P[^<]+)</bpmn:time", length -> "P3Y");
        all.each(Operator.LISTENER_DROPPED, "(<camunda:(?:task|execution)Listener [^>]*/>)", listener -> "");
        all.each(
                Operator.PARAMETER_DROPPED, "(<camunda:inputParameter [^>]*>[^<]*</camunda:inputParameter>)", in -> "");
        all.each(Operator.PROCESS_RENAMED, "<bpmn:process id=\"([^\"]+)\"", key -> key + "Next");
        all.gateways();
        all.boundaries();
        all.steps();
        all.swaps();
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
            String rest = withoutEvent(text.substring(0, event.start()) + text.substring(event.end()), event.group(1));
            add(Operator.BOUNDARY_DROPPED, event.group(1), rest);
        }
    }

    private void steps() {
        Matcher step = Pattern.compile(
                        "<bpmn:(serviceTask|userTask|businessRuleTask|callActivity) id=\"([^\"]+)\" "
                                + "name=\"([^\"]*)\"(?:[^>]*/>|.*?</bpmn:\\1>)",
                        Pattern.DOTALL)
                .matcher(text);
        while (step.find()) {
            String id = step.group(2);
            String before = text.substring(0, step.start());
            String after = text.substring(step.end());
            add(
                    Operator.STEP_RETYPED,
                    id,
                    before + "<bpmn:task id=\"" + id + "\" name=\"" + step.group(3) + "\" />" + after);
            List<MatchResult> next = FLOW.matcher(text)
                    .results()
                    .filter(flow -> flow.group(2).equals(id))
                    .toList();
            if (next.size() == 1) {
                String rest = withoutFlow(before + after, next.get(0).group(1))
                        .replace(
                                "targetRef=\"" + id + "\"",
                                "targetRef=\"" + next.get(0).group(3) + "\"")
                        .replaceAll("<bpmndi:BPMNShape [^>]*bpmnElement=\"" + id + "\"(?s:.*?)</bpmndi:BPMNShape>", "");
                add(Operator.STEP_DROPPED, id, withoutBoundaries(rest, id));
            }
        }
    }

    private void swaps() {
        MatchResult last = null;
        for (MatchResult flow : FLOW.matcher(text).results().toList()) {
            if (last != null
                    && flow.group(2).startsWith("gateway")
                    && flow.group(2).equals(last.group(2))) {
                add(
                        Operator.FLOWS_SWAPPED,
                        last.group(1) + " with " + flow.group(1),
                        text.substring(0, last.start(3))
                                + flow.group(3)
                                + text.substring(last.end(3), flow.start(3))
                                + last.group(3)
                                + text.substring(flow.end(3)));
            }
            last = flow;
        }
    }

    /** Without the events that stood on a step which is gone, and without what leaves them. */
    private static String withoutBoundaries(String text, String step) {
        String rest = text;
        Matcher event = Pattern.compile(
                        "<bpmn:boundaryEvent id=\"([^\"]+)\"[^>]*attachedToRef=\"" + step
                                + "\".*?</bpmn:boundaryEvent>",
                        Pattern.DOTALL)
                .matcher(text);
        while (event.find()) {
            rest = withoutEvent(rest.replace(event.group(), ""), event.group(1));
        }
        return rest;
    }

    private static String withoutEvent(String text, String event) {
        String rest = text;
        for (MatchResult flow : FLOW.matcher(text).results().toList()) {
            if (flow.group(2).equals(event)) {
                rest = withoutFlow(rest, flow.group(1));
            }
        }
        return rest.replaceAll("(?s)<bpmndi:BPMNShape [^>]*bpmnElement=\"" + event + "\".*?</bpmndi:BPMNShape>", "");
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
