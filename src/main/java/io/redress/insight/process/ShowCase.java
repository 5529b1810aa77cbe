package io.redress.insight.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.complaint.Complaint;
import io.redress.complaint.Complaints;
import io.redress.deadline.ClockKind;
import io.redress.deadline.Deadlines;
import io.redress.engine.ComplaintVariables;
import io.redress.engine.StandIns;
import io.redress.insight.CaseFile;
import io.redress.insight.CaseFiles;
import io.redress.insight.Stakes;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.stereotype.Component;

/**
 * Prepares every task for the person who meets it: the whole case for its form, what Tasklist shows on its card, its
 * priority, its due date, and its owner where the case has one. All of it belongs to the task and goes with it.
 */
@Component
class ShowCase implements TaskListener {

    /** Tasks that are somebody else's by their nature. */
    private static final Set<String> NOT_THE_OWNERS =
            Set.of("userTask_approveRemedy", "userTask_adviseHandler", "userTask_giveFinalAnswer");

    private final Complaints complaints;

    private final CaseFiles caseFiles;
    private final Stakes stakes;
    private final Deadlines deadlines;
    private final TaskBriefing briefing;
    private final StandIns standIns;
    private final ObjectMapper json;

    ShowCase(
            Complaints complaints,
            CaseFiles caseFiles,
            Stakes stakes,
            Deadlines deadlines,
            TaskBriefing briefing,
            StandIns standIns,
            ObjectMapper json) {
        this.complaints = complaints;
        this.caseFiles = caseFiles;
        this.stakes = stakes;
        this.deadlines = deadlines;
        this.briefing = briefing;
        this.standIns = standIns;
        this.json = json;
    }

    @Override
    public void notify(DelegateTask task) {
        Complaint complaint = complaints.get(ComplaintVariables.caseNumber(task));
        task.setPriority(complaint.priority());
        task.setDueDate(Date.from(dueAt(task, complaint)));
        // Handlers may read what belongs to a task, not the variables of its process: the card needs its own copies.
        task.setVariableLocal("caseNumber", complaint.number().value());
        task.setVariableLocal("customerName", customer(complaint));
        String amount = stakes.amount(complaint.number());
        if (!amount.isEmpty()) {
            task.setVariableLocal("amount", amount);
        }
        task.setVariableLocal(
                "caseFile",
                SpinValues.jsonValue(write(caseFiles.of(complaint, briefing.of(task, complaint))))
                        .create());
        if (complaint.owner() != null && !NOT_THE_OWNERS.contains(task.getTaskDefinitionKey())) {
            whoDoesTheWorkOf(complaint.owner()).ifPresent(task::setAssignee);
        }
    }

    /** The owner, while they are away their deputy, else whoever of the team takes it. */
    private Optional<String> whoDoesTheWorkOf(String owner) {
        return standIns.isAway(owner) ? standIns.deputyOf(owner) : Optional.of(owner);
    }

    /** A dispute is answered by the date that the bank has set, everything else by the case's next promise. */
    private Instant dueAt(DelegateTask task, Complaint complaint) {
        return ComplaintVariables.DISPUTE_ID
                .find(task)
                .flatMap(dispute -> deadlines.dueAt(complaint.number(), ClockKind.DISPUTE_EVIDENCE, dispute))
                .orElseGet(() -> deadlines.actBy(complaint));
    }

    private static String customer(Complaint complaint) {
        var customer = complaint.customer();
        return Stream.of(customer.name(), customer.email(), customer.phone())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    private String write(CaseFile caseFile) {
        try {
            return json.writeValueAsString(caseFile);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
