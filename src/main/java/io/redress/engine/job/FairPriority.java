package io.redress.engine.job;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Complaints;
import io.redress.complaint.file.Danger;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.engine.port.ComplaintProcess;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobPriorityProvider;
import org.camunda.bpm.engine.impl.jobexecutor.JobDeclaration;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.springframework.stereotype.Component;

/**
 * The order in which the engine runs steps: the more urgent step first, and among equally urgent ones that of the
 * client who has fewer steps waiting, so that nobody's backlog delays another. Priorities in a diagram are ignored; one
 * that an operator sets for a step on the running system takes precedence over ours.
 */
@Component
public class FairPriority extends DefaultJobPriorityProvider {

    private static final Map<String, Urgency> OF_PROCESS = Map.ofEntries(
            Map.entry("staffComplaint", Urgency.ACKNOWLEDGEMENT),
            Map.entry("askCustomer", Urgency.QUESTION),
            Map.entry("answerCustomer", Urgency.QUESTION),
            Map.entry("readMessage", Urgency.QUESTION),
            Map.entry("tellCustomer", Urgency.QUESTION),
            Map.entry("mendCase", Urgency.RUNG),
            Map.entry("absence", Urgency.RUNG),
            Map.entry("followUp", Urgency.FOLLOW_UP),
            Map.entry("parcelWatch", Urgency.FOLLOW_UP),
            Map.entry("refundWatch", Urgency.FOLLOW_UP),
            Map.entry("goodsReturn", Urgency.FOLLOW_UP));

    private final Complaints complaints;
    private final Backlog backlog;

    FairPriority(Complaints complaints, Backlog backlog) {
        this.complaints = complaints;
        this.backlog = backlog;
    }

    @Override
    protected Long getSpecificPriority(ExecutionEntity execution, JobDeclaration<?, ?> step, String jobDefinitionId) {
        JobDefinitionEntity definition = getJobDefinitionFor(jobDefinitionId);
        if (definition != null && definition.getOverridingJobPriority() != null) {
            return definition.getOverridingJobPriority();
        }
        return execution == null || step == null ? null : fair(execution, step);
    }

    @Override
    protected Long getProcessDefinitionPriority(ExecutionEntity execution, JobDeclaration<?, ?> step) {
        return null;
    }

    private long fair(ExecutionEntity execution, JobDeclaration<?, ?> step) {
        Optional<Complaint> complaint = complaint(execution.getProcessBusinessKey());
        Urgency urgency = complaint.filter(file -> file.danger() != Danger.NONE).isPresent()
                ? Urgency.ACKNOWLEDGEMENT
                : urgency(step, execution.getProcessDefinition().getKey());
        // A timer waits for its due date and not for us.
        boolean waits = !(step instanceof TimerDeclarationImpl);
        return urgency.behind(
                waits ? complaint.map(Complaint::client).map(backlog::joinedBy).orElse(0L) : 0);
    }

    private static Urgency urgency(JobDeclaration<?, ?> step, String process) {
        ActivityImpl activity = step.getActivity();
        if (activity != null && activity.getProperty(UrgentSteps.URGENCY) instanceof Urgency marked) {
            return marked;
        }
        boolean rung = step instanceof TimerDeclarationImpl && process.equals(ComplaintProcess.KEY);
        return rung ? Urgency.RUNG : OF_PROCESS.getOrDefault(process, Urgency.MONEY);
    }

    private Optional<Complaint> complaint(String businessKey) {
        return businessKey == null || !CaseNumber.looksLike(businessKey)
                ? Optional.empty()
                : complaints.find(new CaseNumber(businessKey));
    }
}
