package io.redress.insight.casefile.process;

import io.redress.complaint.file.Complaints;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.conversation.incoming.UnreadMessages;
import io.redress.engine.port.ComplaintVariables;
import io.redress.engine.task.FormKeys;
import io.redress.engine.task.TaskForms;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * The fresh card that a task gets when its form is opened, with what was left at that moment and what has come in
 * since.
 */
@Component
class OpenedForms implements TaskForms {

    private final TaskService tasks;
    private final Complaints complaints;
    private final TaskCards cards;
    private final UnreadMessages unread;

    OpenedForms(TaskService tasks, Complaints complaints, TaskCards cards, UnreadMessages unread) {
        this.tasks = tasks;
        this.complaints = complaints;
        this.cards = cards;
        this.unread = unread;
    }

    @Override
    public void refresh(String taskId) {
        Optional.ofNullable(tasks.createTaskQuery()
                        .taskId(taskId)
                        .initializeFormKeys()
                        .singleResult())
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
                .map(complaint -> cards.of(FormKeys.of(task), variables, complaint))
                .ifPresent(card -> show(task, card));
    }

    private void show(Task task, TaskCards.Card card) {
        tasks.setVariablesLocal(task.getId(), card.variables());
        for (String sometimes : List.of(TaskCards.DANGER, TaskCards.WAITING_FOR)) {
            if (!card.variables().containsKey(sometimes)) {
                tasks.removeVariableLocal(task.getId(), sometimes);
            }
        }
        if (card.variables().containsKey(ComplaintVariables.READING.name())) {
            // So that whoever submits it has read no more than this, and is told where another one has come in.
            int shown = unread.of(new CaseNumber((String) card.variables().get("caseNumber")))
                    .size();
            tasks.setVariableLocal(task.getId(), ComplaintVariables.MESSAGES_TO_READ.name(), shown);
        }
        if (!card.dueAt().equals(task.getDueDate())) {
            tasks.setDueDate(task.getId(), card.dueAt());
        }
    }
}
