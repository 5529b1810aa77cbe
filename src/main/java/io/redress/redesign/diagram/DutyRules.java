package io.redress.redesign.diagram;

import io.redress.engine.step.Duty;
import io.redress.redesign.lint.Finding;
import io.redress.redesign.model.Models.ProcessModel;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/**
 * The rules for what must happen on every path: the customer hears at once that the complaint has arrived, and at the end
 * how it was decided; nothing is paid or sent before authority was checked, and whoever refuses an answer is a person.
 */
@Component
class DutyRules implements DiagramRule {

    @Override
    public Stream<Finding> check(Drawn drawn) {
        Set<Finding> findings = new LinkedHashSet<>();
        drawn.processes().stream()
                .filter(process -> !drawn.calls().contains(process.id()))
                .forEach(process -> check(drawn, process, findings));
        return findings.stream();
    }

    private static void check(Drawn drawn, ProcessModel process, Set<Finding> findings) {
        boolean main = process.id().equals(Drawn.MAIN);
        Watcher watcher = new Watcher(drawn, main, findings);
        Walk walk = new Walk(drawn.models(), drawn.steps(), drawn.splits(), watcher);
        var outcome = walk.through(process.process(), main ? Progress.NONE : Progress.DECIDED_ELSEWHERE);
        if (walk.isGivenUp()) {
            findings.add(Finding.warning("too-many-states", process.file(), process.id(), process.id()));
        } else if (main) {
            outcome.ends().forEach((progress, end) -> {
                if (!progress.has(Duty.ACKNOWLEDGES) && !progress.has(Duty.CONFIRMS_WITHDRAWAL)) {
                    findings.add(Finding.error("end-unacknowledged", process.file(), end.getId(), Diagrams.label(end)));
                }
                if (!progress.isAnswered()) {
                    FlowNode silent = silentEnd(walk, process, end);
                    findings.add(
                            Finding.error("end-unexplained", process.file(), silent.getId(), Diagrams.label(silent)));
                }
            });
        }
    }

    /** The end inside the case at which the answer is missing; it is of more use than the end of everything. */
    private static FlowNode silentEnd(Walk walk, ProcessModel process, FlowNode end) {
        return Diagrams.nodes(process.process())
                .filter(SubProcess.class::isInstance)
                .filter(part -> !Diagrams.isBeside(part))
                .flatMap(part -> walk.outcomes(part))
                .flatMap(outcome -> outcome.ends().entrySet().stream())
                .filter(inner -> !inner.getKey().isAnswered())
                .map(inner -> inner.getValue())
                .findFirst()
                .orElse(end);
    }

    /** Who looks at each step on the way. */
    private record Watcher(Drawn drawn, boolean main, Set<Finding> findings) implements Walk.Visitor {

        @Override
        public void reached(FlowNode step, Progress progress) {
            if (drawn.steps().moves(step) && !progress.isCleared()) {
                add("money-before-authority", step);
            }
            if (drawn.steps().does(step, Duty.OWES_NO_ANSWER) && !progress.person()) {
                add("no-answer-without-person", step);
            }
            if (main && waits(step) && !progress.has(Duty.ACKNOWLEDGES) && !progress.has(Duty.CONFIRMS_WITHDRAWAL)) {
                add("acknowledge-late", step);
            }
        }

        @Override
        public void stuck(FlowNode join) {
            add("join-stuck", join);
        }

        @Override
        public void multiplies(FlowNode step) {
            add("tokens-multiply", step);
        }

        private void add(String rule, FlowNode step) {
            findings.add(Finding.error(rule, drawn.processOf(step).file(), step.getId(), Diagrams.label(step)));
        }

        private static boolean waits(FlowNode step) {
            return !(step instanceof EndEvent)
                    && (step instanceof UserTask
                            || step instanceof ReceiveTask
                            || step instanceof IntermediateCatchEvent
                            || step instanceof EventBasedGateway);
        }
    }
}
