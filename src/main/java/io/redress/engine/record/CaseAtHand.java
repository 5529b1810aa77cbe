package io.redress.engine.record;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.redress.complaint.timeline.CaseNumber;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.context.DelegateExecutionContext;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;

/**
 * The case that this thread works on, for those who keep a record of what is decided and asked in it.
 *
 * @param step the step of the diagram that asks; {@code null} outside of a diagram
 */
public record CaseAtHand(CaseNumber caseNumber, Step step) {

    private static final ThreadLocal<CaseNumber> NAMED = new ThreadLocal<>();

    /**
     * A step of a diagram.
     *
     * @param process the id of the process, a called one where that asks
     * @param version the version of the process
     * @param element the id of the element in it
     */
    public record Step(String process, int version, String element) {

        /** @param written as {@link #toString} says it */
        @JsonCreator
        public static Step of(String written) {
            String[] parts = written.split(":", 3);
            return new Step(parts[0], Integer.parseInt(parts[1]), parts[2]);
        }

        /** All three in one text, such as {@code refund:2:serviceTask_refundPayment}. */
        @Override
        @JsonValue
        public String toString() {
            return process + ":" + version + ":" + element;
        }
    }

    /** The case that was named, or else the one whose diagram is at work; empty where neither is. */
    public static Optional<CaseAtHand> now() {
        return Optional.ofNullable(NAMED.get())
                .or(() -> ofDiagram(DelegateExecutionContext.getCurrentDelegationExecution()))
                .map(CaseAtHand::of);
    }

    /** A case, with the step of its diagram where that is at work. */
    public static CaseAtHand of(CaseNumber caseNumber) {
        DelegateExecution execution = DelegateExecutionContext.getCurrentDelegationExecution();
        boolean atWork = ofDiagram(execution).filter(caseNumber::equals).isPresent();
        return new CaseAtHand(caseNumber, atWork && execution instanceof ExecutionEntity step ? step(step) : null);
    }

    /** Does work in the name of a case, for what may be asked outside of its diagram. */
    public static <T> T during(CaseNumber caseNumber, Supplier<T> work) {
        CaseNumber outer = NAMED.get();
        NAMED.set(caseNumber);
        try {
            return work.get();
        } finally {
            if (outer == null) {
                NAMED.remove();
            } else {
                NAMED.set(outer);
            }
        }
    }

    private static Optional<CaseNumber> ofDiagram(DelegateExecution execution) {
        return Optional.ofNullable(execution)
                .map(DelegateExecution::getProcessBusinessKey)
                .filter(CaseNumber::looksLike)
                .map(CaseNumber::new);
    }

    private static Step step(ExecutionEntity execution) {
        ProcessDefinitionEntity process = execution.getProcessDefinition();
        return new Step(process.getKey(), process.getVersion(), execution.getCurrentActivityId());
    }
}
