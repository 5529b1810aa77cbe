package io.redress.security;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.form.FormField;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Reads which variables a task's form may submit. */
@Component
class FormFields {

    private final FormService forms;
    private final ObjectMapper json;

    FormFields(FormService forms, ObjectMapper json) {
        this.forms = forms;
        this.json = json;
    }

    /** The names of the variables the form's fields are bound to; empty for a task without a form. */
    Set<String> of(Task task) {
        var names = new HashSet<String>();
        if (task.getCamundaFormRef() == null && task.getFormKey() == null) {
            forms.getTaskFormData(task.getId()).getFormFields().stream()
                    .map(FormField::getId)
                    .forEach(names::add);
            return names;
        }
        try (var form = forms.getDeployedTaskForm(task.getId())) {
            collect(json.readTree(form).path("components"), names);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return names;
    }

    /** A key or path may reach into an object; the variable is its first part. */
    private static void collect(JsonNode components, Set<String> names) {
        for (var component : components) {
            var path = component.path("path").asText("");
            if (!path.isBlank()) {
                names.add(firstPart(path));
            }
            var key = component.path("key").asText("");
            if (!key.isBlank()) {
                names.add(firstPart(key));
            }
            collect(component.path("components"), names);
        }
    }

    private static String firstPart(String path) {
        return path.split("[.\\[]", 2)[0];
    }
}
