package io.redress.intake.correction.process;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.core.input.Problem;
import io.redress.core.input.RefusedInput;
import io.redress.core.staff.People;
import io.redress.engine.port.ComplaintVariables;
import io.redress.engine.task.SubmittedForm;
import io.redress.engine.task.TaskAnswers;
import io.redress.intake.correction.CustomerCorrection;
import io.redress.intake.correction.CustomerCorrections;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * The fields of every task's form by which somebody corrects the customer while they work on the task. An empty field
 * corrects nothing.
 */
@Component
class CorrectCustomer implements TaskAnswers {

    /** Opens the part of the form; says nothing by itself. */
    private static final String ASKED = "correctCustomer";

    /** What the forms call the fields of a correction. */
    private static final Map<String, String> FIELDS = Map.of(
            "correctedName", "name",
            "correctedEmail", "email",
            "correctedPhone", "phone",
            "correctedLocale", "locale",
            "correctedTimeZone", "timeZone",
            "correctedConfirmed", "confirmed",
            "correctedEndLinks", "endLinks",
            "correctedReason", "reason");

    private final CustomerCorrections corrections;
    private final People people;

    CorrectCustomer(CustomerCorrections corrections, People people) {
        this.corrections = corrections;
        this.people = people;
    }

    @Override
    public Collection<String> fields() {
        return Stream.concat(FIELDS.keySet().stream(), Stream.of(ASKED)).toList();
    }

    @Override
    public void take(DelegateTask task) {
        Map<String, Object> form = SubmittedForm.take(task, List.copyOf(FIELDS.keySet()));
        task.removeVariable(ASKED);
        Map<String, Object> correction = new HashMap<>();
        form.forEach((field, value) -> {
            if (isFilledIn(value)) {
                correction.put(FIELDS.get(field), flag(field, value));
            }
        });
        if (!correction.isEmpty()) {
            correct(task, correction);
        }
    }

    private void correct(DelegateTask task, Map<String, Object> correction) {
        CaseNumber caseNumber = ComplaintVariables.caseNumber(task);
        UUID telling =
                ComplaintVariables.MESSAGE_ID.find(task).map(UUID::fromString).orElse(null);
        try {
            corrections.correct(caseNumber, CustomerCorrection.read(correction), people.currentUserId(), telling);
            boolean contact = correction.containsKey("email") || correction.containsKey("phone");
            task.setVariableLocal(
                    ComplaintVariables.CONTACT_UNCONFIRMED.name(), contact && !correction.containsKey("confirmed"));
        } catch (RefusedInput refused) {
            throw new RefusedInput(
                    refused.problems().stream().map(CorrectCustomer::asInForm).toList());
        }
    }

    /** A box that is not ticked says nothing. */
    private static boolean isFilledIn(Object value) {
        return !Boolean.FALSE.equals(value)
                && !value.toString().isBlank()
                && !value.toString().equals("false");
    }

    private static Object flag(String field, Object value) {
        boolean box = field.equals("correctedConfirmed") || field.equals("correctedEndLinks");
        return box && value.toString().equals("true") ? Boolean.TRUE : value;
    }

    private static Problem asInForm(Problem problem) {
        return FIELDS.entrySet().stream()
                .filter(field -> field.getValue().equals(problem.field()))
                .map(field -> new Problem(field.getKey(), problem.message()))
                .findFirst()
                .orElse(problem);
    }
}
