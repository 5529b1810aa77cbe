package io.redress.insight.casefile.process;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.complaint.timeline.Timeline;
import io.redress.complaint.timeline.TimelineKind;
import io.redress.core.input.RefusedInput;
import io.redress.core.staff.People;
import io.redress.engine.port.ComplaintVariables;
import io.redress.engine.step.StepContract;
import io.redress.engine.task.FormKeys;
import io.redress.engine.task.HearsEveryTask;
import io.redress.engine.task.SubmittedForm;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The listener that writes down what a person entered in a form of a manager's own, or in a field that a manager added to
 * one of ours: nobody else reads it, and it must not be lost. It hears last, when the form's own reader has taken what it
 * knows. The values stay in the process, where a gateway may ask for them.
 */
@Component
@HearsEveryTask(TaskListener.EVENTNAME_COMPLETE)
@StepContract
class OwnForms implements TaskListener {

    private static final int LONGEST_VALUE = 4_000;
    private static final int MOST_CHARACTERS = 20_000;

    private final FormService forms;
    private final Timeline timeline;
    private final People people;
    private final String shippedForms;
    private Map<String, Set<String>> shipped;

    OwnForms(
            @Lazy FormService forms,
            Timeline timeline,
            People people,
            @Value("${redress.models:classpath:}") String models) {
        this.forms = forms;
        this.timeline = timeline;
        this.people = people;
        this.shippedForms = models + "forms/*.form";
    }

    @Override
    public void notify(DelegateTask task) {
        String form = FormKeys.of(task);
        if (form.isEmpty() || ComplaintVariables.CASE_NUMBER.find(task).isEmpty()) {
            return;
        }
        Set<String> ours = shipped().getOrDefault(form, Set.of());
        String entered = fields(task).stream()
                .filter(field -> !ours.contains(field.key()))
                .map(field -> entered(field, SubmittedForm.value(task, field.key())))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
        if (entered.length() > MOST_CHARACTERS) {
            throw new RefusedInput("form", "Must have at most " + MOST_CHARACTERS + " characters in all.");
        }
        if (!entered.isEmpty()) {
            timeline.add(
                    new CaseNumber(ComplaintVariables.CASE_NUMBER.get(task)),
                    people.currentUserId(),
                    TimelineKind.FORM_ENTERED,
                    task.getName() + "\n" + entered);
        }
    }

    private static String entered(EnteredField field, Object value) {
        String words = field.words(value);
        if (words.length() > LONGEST_VALUE) {
            throw new RefusedInput(field.key(), "Must have at most " + LONGEST_VALUE + " characters.");
        }
        return words.isEmpty() ? "" : field.label() + ": " + words;
    }

    private List<EnteredField> fields(DelegateTask task) {
        try (InputStream form = forms.getDeployedTaskForm(task.getId())) {
            return EnteredField.of(form);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The fields of our own forms by form, which their readers take. */
    private synchronized Map<String, Set<String>> shipped() {
        if (shipped == null) {
            Map<String, Set<String>> read = new HashMap<>();
            try {
                for (Resource file : new PathMatchingResourcePatternResolver().getResources(shippedForms)) {
                    try (InputStream form = file.getInputStream();
                            InputStream again = file.getInputStream()) {
                        read.computeIfAbsent(EnteredField.id(form), id -> new HashSet<>())
                                .addAll(EnteredField.of(again).stream()
                                        .map(EnteredField::key)
                                        .toList());
                    }
                }
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
            shipped = read;
        }
        return shipped;
    }
}
