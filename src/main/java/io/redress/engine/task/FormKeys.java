package io.redress.engine.task;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.form.CamundaFormRef;
import org.camunda.bpm.engine.task.Task;

/** The keys of the forms of tasks, by which it is known what a task is for, whatever a diagram calls it. */
public final class FormKeys {

    /** A second person's tasks by their nature, beside whoever has the case. */
    private static final Set<String> SECOND_PERSONS = Set.of("approveRemedy", "adviseHandler", "giveFinalAnswer");

    /** The variable by which lists find the tasks with a form. */
    public static final String VARIABLE = "taskForm";

    private FormKeys() {}

    /** The key of a task's form; empty where it has none of ours. */
    public static String of(DelegateTask task) {
        var element = task.getBpmnModelElementInstance();
        return element == null ? "" : orEmpty(element.getCamundaFormRef());
    }

    /** The same of a task that was queried together with its form's key; empty where it has none of ours. */
    public static String of(Task task) {
        CamundaFormRef form = task.getCamundaFormRef();
        return form == null ? "" : orEmpty(form.getKey());
    }

    /** Whether a task with this form is never for whoever has the case. */
    public static boolean isSecondPersons(String form) {
        return SECOND_PERSONS.contains(form);
    }

    private static String orEmpty(String key) {
        return key == null ? "" : key;
    }
}
