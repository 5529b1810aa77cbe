package io.redress.engine.task;

import io.redress.core.input.RefusedInput;
import io.redress.core.text.VisibleText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** The values that a person entered into a task's form. */
public final class SubmittedForm {

    private SubmittedForm() {}

    /** Takes the fields out of the process, so that the form is empty when it comes up again. */
    public static Map<String, Object> take(DelegateTask task, List<String> fields) {
        Map<String, Object> taken = new HashMap<>();
        for (String field : fields) {
            Object value = submitted(task, field);
            if (value != null) {
                taken.put(field, value);
            }
            task.removeVariableLocal(field);
            task.removeVariable(field);
        }
        return taken;
    }

    /** Takes fields out of the process that the form only uses to compute its answers. */
    public static void drop(DelegateTask task, Pattern helpers) {
        Set.copyOf(task.getVariableNames()).stream()
                .filter(name -> helpers.matcher(name).matches())
                .forEach(name -> {
                    task.removeVariableLocal(name);
                    task.removeVariable(name);
                });
    }

    /** What was submitted in a field, which stays where it is; {@code null} where nothing was. */
    public static Object value(DelegateTask task, String field) {
        return submitted(task, field);
    }

    /**
     * A task that is completed as it is brings its answers beside those that its form was opened with. It has no
     * execution any more where somebody else completes it at this very moment.
     */
    private static Object submitted(DelegateTask task, String field) {
        Object beside = task.getExecution() == null ? null : task.getExecution().getVariable(field);
        return beside == null ? task.getVariable(field) : beside;
    }

    /**
     * The text of a field, {@code null} where nothing was entered.
     *
     * @param longest in characters
     * @throws RefusedInput where it is longer
     */
    public static String text(Map<String, Object> form, String field, int longest) {
        String text = text(form, field);
        if (text != null && text.length() > longest) {
            throw new RefusedInput(field, "Must have at most " + longest + " characters.");
        }
        return text;
    }

    /** The text of a field, {@code null} where nothing was entered. */
    public static String text(Map<String, Object> form, String field) {
        Object value = form.get(field);
        return value == null ? null : VisibleText.of(value.toString()).orElse(null);
    }

    /** @throws RefusedInput with this message where nothing was entered, or where it is too long */
    public static String required(Map<String, Object> form, String field, int longest, String message) {
        String text = text(form, field, longest);
        if (text == null) {
            throw new RefusedInput(field, message);
        }
        return text;
    }
}
