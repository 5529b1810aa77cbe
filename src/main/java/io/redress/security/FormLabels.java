package io.redress.security;

import io.redress.engine.Problem;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** The words that a task's form has for its fields, so that whoever is refused reads those and not our variables. */
@Component
class FormLabels {

    private static final Pattern COMPLETION = Pattern.compile("/task/([^/]+)/(?:complete|submit-form|resolve)");

    private final TaskService tasks;
    private final FormFields forms;
    private final House house;

    FormLabels(TaskService tasks, FormFields forms, House house) {
        this.tasks = tasks;
        this.forms = forms;
        this.house = house;
    }

    /**
     * What was refused, as the sender reads it.
     *
     * @param detail all of it in one line
     * @param problems each of it; one about a field of a form begins with the field's label
     */
    record Named(String detail, List<Problem> problems) {}

    /** The problems of a call, in the words of the form that it completes, if it completes one. */
    Named name(EngineCall call, List<Problem> problems) {
        Map<String, String> labels = labels(call);
        String sentences = problems.stream()
                .map(problem -> labels.containsKey(problem.field())
                        ? labelled(labels, problem)
                        : problem.field() + ": " + problem.message())
                .collect(Collectors.joining("; "));
        List<Problem> named = problems.stream()
                .map(problem -> labels.containsKey(problem.field())
                        ? new Problem(problem.field(), labelled(labels, problem))
                        : problem)
                .toList();
        boolean ofForm = labels.containsKey(problems.get(0).field());
        return new Named(ofForm ? sentences : "The input was refused: " + sentences, named);
    }

    private static String labelled(Map<String, String> labels, Problem problem) {
        String label = labels.get(problem.field());
        return label
                + (Character.isLetterOrDigit(label.codePointBefore(label.length())) ? ": " : " ")
                + problem.message();
    }

    private Map<String, String> labels(EngineCall call) {
        var completion = COMPLETION.matcher(call.path());
        if (!completion.matches()) {
            return Map.of();
        }
        return house.ask(() -> {
            var task = tasks.createTaskQuery()
                    .taskId(completion.group(1))
                    .initializeFormKeys()
                    .singleResult();
            return task == null ? Map.of() : forms.of(task).labels();
        });
    }
}
