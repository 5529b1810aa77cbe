package io.redress.people.guard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.core.text.VisibleText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** The variables that a task's form may submit, and what the form calls them. */
@Component
class FormFields {

    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");

    private final FormService forms;
    private final ObjectMapper json;

    FormFields(FormService forms, ObjectMapper json) {
        this.forms = forms;
        this.json = json;
    }

    /**
     * The variables a form is about.
     *
     * @param asked those its fields are bound to
     * @param shown those among them that the form shows and does not let anybody change; Tasklist sends them back all
     *     the same
     * @param labels the words that stand beside a field, by the variable
     */
    record Fields(Set<String> asked, Set<String> shown, Map<String, String> labels) {}

    /** What the task's form is about; nothing for a task without a form. */
    Fields of(Task task) {
        var fields = new Fields(new HashSet<>(), new HashSet<>(), new HashMap<>());
        if (task.getCamundaFormRef() == null && task.getFormKey() == null) {
            forms.getTaskFormData(task.getId()).getFormFields().forEach(field -> {
                fields.asked.add(field.getId());
                label(fields, field.getId(), field.getLabel());
            });
            return fields;
        }
        read(forms.getDeployedTaskForm(task.getId()), fields);
        return fields;
    }

    /** What the form is about by which a process is started. @param definitionId of a process that has one */
    Fields ofStart(String definitionId) {
        var fields = new Fields(new HashSet<>(), new HashSet<>(), new HashMap<>());
        read(forms.getDeployedStartForm(definitionId), fields);
        return fields;
    }

    private void read(InputStream deployed, Fields fields) {
        try (var form = deployed) {
            collect(json.readTree(form).path("components"), fields);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A key or path may reach into an object; the variable is its first part. */
    private static void collect(JsonNode components, Fields fields) {
        for (var component : components) {
            for (var binding : List.of("path", "key")) {
                var path = component.path(binding).asText("");
                if (!path.isBlank()) {
                    fields.asked.add(firstPart(path));
                    label(fields, firstPart(path), component.path("label").asText(null));
                    if (isFixed(component)) {
                        fields.shown.add(firstPart(path));
                    }
                }
            }
            collect(component.path("components"), fields);
        }
    }

    private static void label(Fields fields, String variable, String label) {
        if (!VisibleText.isMissing(label)) {
            fields.labels.putIfAbsent(variable, inWords(label.strip()));
        }
    }

    /** A label may be computed when the form is shown; its literal words say enough. */
    private static String inWords(String label) {
        if (label.startsWith("=")) {
            var words = QUOTED.matcher(label);
            return words.find() ? words.group(1).strip() : label;
        }
        return label.replaceAll("\\{\\{[^}]*}}", "…").strip();
    }

    private static boolean isFixed(JsonNode component) {
        return component.path("readonly").asBoolean(false)
                || component.path("disabled").asBoolean(false);
    }

    /** The variable that a path into it, such as {@code lines[1].quantity}, is about. */
    static String firstPart(String path) {
        return path.split("[.\\[]", 2)[0];
    }
}
