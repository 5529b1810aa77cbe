package io.redress.insight.process;

import io.redress.complaint.CaseNumber;
import io.redress.complaint.Complaints;
import io.redress.engine.ComplaintVariables;
import io.redress.engine.TaskForms;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Gives a task whose form is opened a fresh card, with what was left at that moment and what has come in since. */
@Component
class OpenedForms implements TaskForms {

    private final TaskService tasks;
    private final Complaints complaints;
    private final TaskCards cards;

    OpenedForms(TaskService tasks, Complaints complaints, TaskCards cards) {
        this.tasks = tasks;
        this.complaints = complaints;
        this.cards = cards;
    }

    @Override
    public void refresh(String taskId) {
        Optional.ofNullable(tasks.createTaskQuery().taskId(taskId).singleResult())
                .ifPresent(this::refresh);
    }

    private void refresh(Task task) {
        Map<String, Object> variables = tasks.getVariables(task.getId());
        if (!variables.containsKey(TaskCards.CASE_FILE)) {
            return;
        }
        ComplaintVariables.CASE_NUMBER
                .find(variables)
                .map(CaseNumber::new)
                .flatMap(complaints::find)
                .map(complaint -> cards.of(task.getTaskDefinitionKey(), variables, complaint))
                .ifPresent(card -> show(task, card));
    }

    private void show(Task task, TaskCards.Card card) {
        tasks.setVariablesLocal(task.getId(), card.variables());
        if (!card.dueAt().equals(task.getDueDate())) {
            tasks.setDueDate(task.getId(), card.dueAt());
        }
    }
}
