package io.redress.redesign.diagram;

import io.redress.engine.step.Duty;
import io.redress.redesign.lint.Finding;
import io.redress.redesign.model.Models.ProcessModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/** The rules for what stands beside the whole of a complaint: the ladder of what is overdue, and the customer's word. */
@Component
class BesideRules implements DiagramRule {

    private static final String CUSTOMER_WROTE = "redress.customerWrote";

    @Override
    public Stream<Finding> check(Drawn drawn) {
        return drawn.processes().stream()
                .flatMap(process -> process.id().equals(Drawn.MAIN)
                        ? Stream.concat(overdue(drawn, process), wrote(drawn, process))
                        : ladders(drawn, process)
                                .filter(BesideRules::interrupts)
                                .map(ladder -> interrupting(process, ladder)));
    }

    private static Stream<SubProcess> ladders(Drawn drawn, ProcessModel process) {
        return Diagrams.besides(process.process())
                .filter(part ->
                        starts(part, TimerEventDefinition.class).findAny().isPresent())
                .filter(part -> climbing(drawn, part).findAny().isPresent());
    }

    private static boolean interrupts(SubProcess ladder) {
        return starts(ladder, TimerEventDefinition.class).anyMatch(StartEvent::isInterrupting);
    }

    private static Finding interrupting(ProcessModel process, SubProcess ladder) {
        return Finding.error("overdue-interrupts", process.file(), ladder.getId(), Diagrams.label(ladder));
    }

    private static Stream<Finding> overdue(Drawn drawn, ProcessModel process) {
        List<SubProcess> ladders = ladders(drawn, process).toList();
        if (ladders.isEmpty()) {
            return Stream.of(Finding.error("overdue-missing", process.file(), process.id()));
        }
        List<Finding> findings = new ArrayList<>();
        for (SubProcess ladder : ladders) {
            if (interrupts(ladder)) {
                findings.add(interrupting(process, ladder));
            }
            if (climbing(drawn, ladder).noneMatch(BesideRules::comesAgain)) {
                findings.add(Finding.error("overdue-once", process.file(), ladder.getId(), Diagrams.label(ladder)));
            }
        }
        return findings.stream();
    }

    private static Stream<FlowNode> climbing(Drawn drawn, SubProcess part) {
        return Diagrams.nodes(part).filter(node -> drawn.steps().does(node, Duty.CLIMBS_LADDER));
    }

    /** Whether a timer leads back to a step, so that the next rung is climbed, too. */
    private static boolean comesAgain(FlowNode climbing) {
        return Diagrams.reachable(climbing, node -> true).stream()
                .filter(node -> Diagrams.has(node, TimerEventDefinition.class))
                .anyMatch(timer -> Diagrams.reachable(timer, node -> true).contains(climbing));
    }

    private static Stream<Finding> wrote(Drawn drawn, ProcessModel process) {
        List<SubProcess> heard = Diagrams.besides(process.process())
                .filter(part -> starts(part, MessageEventDefinition.class).anyMatch(BesideRules::isCustomers))
                .toList();
        if (heard.stream().noneMatch(part -> meetsPerson(drawn, part, new HashSet<>()))) {
            return Stream.of(Finding.error("customer-unheard", process.file(), process.id()));
        }
        return heard.stream()
                .filter(part -> starts(part, MessageEventDefinition.class).anyMatch(StartEvent::isInterrupting))
                .map(part -> Finding.error("message-interrupts", process.file(), part.getId(), Diagrams.label(part)));
    }

    private static boolean isCustomers(StartEvent start) {
        return Diagrams.definitions(start)
                .filter(MessageEventDefinition.class::isInstance)
                .map(definition -> ((MessageEventDefinition) definition).getMessage())
                .anyMatch((Message message) -> message != null && CUSTOMER_WROTE.equals(message.getName()));
    }

    /** Whether a person gets a task, in the part itself or in a process that it calls. */
    private static boolean meetsPerson(Drawn drawn, SubProcess part, Set<String> seen) {
        return Diagrams.starts(part)
                .flatMap(start -> Diagrams.reachable(start, node -> true).stream())
                .anyMatch(node -> meetsPerson(drawn, node, seen));
    }

    private static boolean meetsPerson(Drawn drawn, FlowNode node, Set<String> seen) {
        if (node instanceof UserTask) {
            return true;
        }
        if (node instanceof SubProcess part) {
            return meetsPerson(drawn, part, seen);
        }
        if (node instanceof CallActivity call && Diagrams.called(call) != null && seen.add(Diagrams.called(call))) {
            return drawn.models()
                    .process(Diagrams.called(call))
                    .map(called -> meetsPerson(drawn, called.process(), seen))
                    .orElse(false);
        }
        return false;
    }

    private static boolean meetsPerson(Drawn drawn, Process process, Set<String> seen) {
        return Diagrams.starts(process)
                .flatMap(start -> Diagrams.reachable(start, node -> true).stream())
                .anyMatch(node -> meetsPerson(drawn, node, seen));
    }

    private static Stream<StartEvent> starts(SubProcess part, Class<? extends EventDefinition> by) {
        return Diagrams.starts(part).filter(start -> Diagrams.has(start, by));
    }
}
