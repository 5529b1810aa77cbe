package io.redress.insight.casefile.process;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.engine.task.TaskForms;
import io.redress.intake.correction.CustomerCorrected;
import io.redress.time.clock.ClocksTurned;
import io.redress.verification.safety.DangerChanged;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The cards and forms of the tasks that are open already, brought up to date when something has changed: a corrected
 * customer, what was learned of people in danger, and clocks that stand still or go on.
 */
@Component
class CorrectedCards {

    private final TaskService tasks;
    private final TaskForms forms;

    CorrectedCards(TaskService tasks, TaskForms forms) {
        this.tasks = tasks;
        this.forms = forms;
    }

    @EventListener
    void corrected(CustomerCorrected corrected) {
        refresh(corrected.caseNumber());
    }

    @EventListener
    void dangerChanged(DangerChanged changed) {
        refresh(changed.caseNumber());
    }

    @EventListener
    void clocksTurned(ClocksTurned turned) {
        refresh(turned.caseNumber());
    }

    private void refresh(CaseNumber caseNumber) {
        tasks.createTaskQuery()
                .processInstanceBusinessKey(caseNumber.value())
                .active()
                .list()
                .forEach(task -> forms.refresh(task.getId()));
    }
}
