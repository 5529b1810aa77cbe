package io.redress.people.guard;

import io.redress.core.input.Problem;
import io.redress.engine.command.UnrestrictedQueries;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** The labels of a form's fields, so that a person whose input is refused reads these and not our variables. */
@Component
public class FormLabels {

    private static final Pattern COMPLETION = Pattern.compile("/task/([^/]+)/(?:complete|submit-form|resolve)");
    private static final Pattern START = Pattern.compile("/process-definition/(?:key/([^/]+)|([^/]+))/submit-form");

    private final TaskService tasks;
    private final RepositoryService repository;
    private final FormFields forms;
    private final UnrestrictedQueries unrestricted;

    FormLabels(TaskService tasks, RepositoryService repository, FormFields forms, UnrestrictedQueries unrestricted) {
        this.tasks = tasks;
        this.repository = repository;
        this.forms = forms;
        this.unrestricted = unrestricted;
    }

    /**
     * What was refused, as the sender reads it.
     *
     * @param detail all of it in one line
     * @param problems each of it; one about a field of a form begins with the field's label
     * @param ofForm whether a form's field is meant
     */
    public record Named(String detail, List<Problem> problems, boolean ofForm) {}

    /** The problems of a call, in the words of the form that it sends, if it sends one. */
    public Named name(EngineCall call, List<Problem> problems) {
        Map<String, String> labels = labels(call);
        String sentences = problems.stream()
                .map(problem ->
                        isOf(labels, problem) ? labelled(labels, problem) : problem.field() + ": " + problem.message())
                .collect(Collectors.joining("; "));
        List<Problem> named = problems.stream()
                .map(problem ->
                        isOf(labels, problem) ? new Problem(problem.field(), labelled(labels, problem)) : problem)
                .toList();
        boolean ofForm = isOf(labels, problems.get(0));
        return new Named(ofForm ? sentences : "The input was refused: " + sentences, named, ofForm);
    }

    /** A problem may be about a part of a field, as in {@code affectedLines[1].quantity}. */
    private static boolean isOf(Map<String, String> labels, Problem problem) {
        return labels.containsKey(FormFields.firstPart(problem.field()));
    }

    private static String labelled(Map<String, String> labels, Problem problem) {
        String label = labels.get(FormFields.firstPart(problem.field()));
        return label
                + (Character.isLetterOrDigit(label.codePointBefore(label.length())) ? ": " : " ")
                + problem.message();
    }

    private Map<String, String> labels(EngineCall call) {
        var completion = COMPLETION.matcher(call.path());
        if (completion.matches()) {
            return unrestricted.ask(() -> ofTask(completion.group(1)));
        }
        var start = START.matcher(call.path());
        return start.matches() ? unrestricted.ask(() -> ofStart(start.group(1), start.group(2))) : Map.of();
    }

    private Map<String, String> ofTask(String id) {
        var task = tasks.createTaskQuery().taskId(id).initializeFormKeys().singleResult();
        return task == null ? Map.of() : forms.of(task).labels();
    }

    private Map<String, String> ofStart(String key, String id) {
        var definitions = repository.createProcessDefinitionQuery();
        var definition = (key == null
                        ? definitions.processDefinitionId(id)
                        : definitions.processDefinitionKey(key).latestVersion())
                .singleResult();
        return definition == null || !definition.hasStartFormKey()
                ? Map.of()
                : forms.ofStart(definition.getId()).labels();
    }
}
