package io.redress.insight.casefile.process;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Complaints;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.core.staff.StandIns;
import io.redress.engine.port.ComplaintVariables;
import io.redress.engine.step.StepContract;
import io.redress.engine.task.FormKeys;
import io.redress.engine.task.HearsEveryTask;
import io.redress.people.assignment.TaskCandidates;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/**
 * The listener of every user task: prepares it for the person who meets it, with the whole case for its form, what
 * Tasklist shows on its card, its priority, its due date, and its owner where the case has one. All of it belongs to
 * the task and goes with it. A task that is about no case shows none.
 */
@Component
@StepContract
@HearsEveryTask(TaskListener.EVENTNAME_CREATE)
class ShowCase implements TaskListener {

    private final Complaints complaints;
    private final TaskCards cards;
    private final StandIns standIns;
    private final TaskCandidates candidates;

    ShowCase(Complaints complaints, TaskCards cards, StandIns standIns, TaskCandidates candidates) {
        this.candidates = candidates;
        this.complaints = complaints;
        this.cards = cards;
        this.standIns = standIns;
    }

    @Override
    public void notify(DelegateTask task) {
        ComplaintVariables.CASE_NUMBER
                .find(task)
                .map(CaseNumber::new)
                .map(complaints::get)
                .ifPresent(complaint -> show(task, complaint));
    }

    private void show(DelegateTask task, Complaint complaint) {
        TaskCards.Card card = cards.of(FormKeys.of(task), task.getVariables(), complaint);
        task.setPriority(complaint.priority());
        task.setDueDate(card.dueAt());
        task.setVariablesLocal(card.variables());
        if (complaint.owner() != null && !FormKeys.isSecondPersons(FormKeys.of(task))) {
            whoDoesTheWorkOf(complaint).ifPresent(task::setAssignee);
        }
    }

    /** The owner, while they are away their deputy, else whoever of the team takes it. */
    private Optional<String> whoDoesTheWorkOf(Complaint complaint) {
        String owner = complaint.owner();
        return standIns.isAway(owner)
                ? standIns.deputyOf(owner).filter(deputy -> !candidates.isPassedOver(complaint, deputy))
                : Optional.of(owner);
    }
}
