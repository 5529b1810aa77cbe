package io.redress.insight.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.complaint.CaseNumber;
import io.redress.complaint.Complaint;
import io.redress.complaint.Complaints;
import io.redress.complaint.Words;
import io.redress.correspondence.Correspondence;
import io.redress.correspondence.Message;
import io.redress.deadline.Deadlines;
import io.redress.engine.ComplaintVariables;
import io.redress.insight.CaseFile;
import io.redress.insight.CaseFile.TaskPart;
import io.redress.insight.CaseFiles;
import io.redress.remedy.Decision;
import io.redress.remedy.Decisions;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
    private final Decisions decisions;
    private final Deadlines deadlines;
    private final Correspondence correspondence;
    private final ObjectMapper json;

    ShowCase(
            Complaints complaints,
            CaseFiles caseFiles,
            Decisions decisions,
            Deadlines deadlines,
            Correspondence correspondence,
            ObjectMapper json) {
        this.complaints = complaints;
        this.caseFiles = caseFiles;
        this.decisions = decisions;
        this.deadlines = deadlines;
        this.correspondence = correspondence;
        this.json = json;
    }

    @Override
    public void notify(DelegateTask task) {
        Complaint complaint = complaints.get(new CaseNumber(ComplaintVariables.CASE_NUMBER.get(task)));
        task.setPriority(complaint.priority());
        deadlines.nextDue(complaint.number()).map(Date::from).ifPresent(task::setDueDate);
        String name = complaint.customer().name();
        task.setVariableLocal("customerName", name == null ? "–" : name);
        task.setVariableLocal("amount", caseFiles.amount(complaint));
        task.setVariableLocal(
                "caseFile",
                SpinValues.jsonValue(write(caseFiles.of(complaint, about(task, complaint))))
                        .create());
        if (complaint.owner() != null && !NOT_THE_OWNERS.contains(task.getTaskDefinitionKey())) {
            task.setAssignee(complaint.owner());
        }
    }

    private TaskPart about(DelegateTask task, Complaint complaint) {
        Optional<Message> message =
                ComplaintVariables.MESSAGE_ID.find(task).map(UUID::fromString).flatMap(correspondence::find);
        return new TaskPart(
                message.map(Message::kind).map(kind -> Words.word(kind)).orElse(""),
                message.map(Message::words).orElse(""),
                caseFiles.amount(complaint),
                decisions.latest(complaint).map(Decision::decidedBy).orElse(""),
                caseFiles.failures(complaint));
    }

    private String write(CaseFile caseFile) {
        try {
            return json.writeValueAsString(caseFile);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
