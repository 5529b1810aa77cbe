package io.redress.verification.safety;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Complaints;
import io.redress.complaint.file.Danger;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.core.input.RefusedInput;
import io.redress.core.staff.Groups;
import io.redress.core.staff.People;
import io.redress.engine.task.SubmittedForm;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The answers in a form to whether anybody was hurt or in danger, and what happened with which article. */
@Component
public class HurtForm {

    /** The field for why nobody was hurt after all. */
    public static final String REASON = "hurtReason";

    /** Every field that a form may have about it. */
    public static final List<String> FIELDS = List.of(Dangers.HURT, REASON, "article", "batch", "hazard", "injury");

    private static final Set<String> DECIDING = Set.of(Groups.LEADS, Groups.MANAGERS, Groups.ADMINISTRATORS);

    private final Complaints complaints;
    private final Dangers dangers;
    private final SafetyRegister register;
    private final People people;

    HurtForm(Complaints complaints, Dangers dangers, SafetyRegister register, People people) {
        this.complaints = complaints;
        this.dangers = dangers;
        this.register = register;
        this.people = people;
    }

    /**
     * The answer, as a form, a start or a file sends it.
     *
     * @return {@code null} where it was not answered
     * @throws RefusedInput where it is neither yes nor no
     */
    public static Boolean answer(Map<String, Object> form) {
        Object given = form.get(Dangers.HURT);
        if (given == null || given.toString().isBlank()) {
            return null;
        }
        return switch (given.toString().strip()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new RefusedInput(Dangers.HURT, "Must be true or false.");
        };
    }

    /**
     * Takes what was answered; a lead who says that somebody was hurt has taken the case on with that.
     *
     * @throws RefusedInput naming what is wrong
     */
    public void take(CaseNumber caseNumber, Map<String, Object> form, String person) {
        Boolean hurt = answer(form);
        if (hurt != null) {
            String reason = SubmittedForm.text(form, REASON, SafetyChange.LONGEST);
            dangers.said(caseNumber, hurt, reason, person);
            if (hurt) {
                dangers.claim(caseNumber, person);
            }
        }
        register.change(
                caseNumber,
                SafetyChange.of(text(form, "article"), text(form, "batch"), text(form, "hazard"), text(form, "injury")),
                person);
    }

    /**
     * Sees that where it turns out in a form that somebody was hurt, a lead decides the case and not whoever says so.
     *
     * @param before the case as it was before the form was taken
     * @param decides whether the form decides the case, rather than asks somebody
     * @throws RefusedInput naming the way on
     */
    public void requireLead(Complaint before, Map<String, Object> form, boolean decides, String person) {
        if (decides
                && Boolean.TRUE.equals(answer(form))
                && before.danger() != Danger.CERTAIN
                && people.groupsOf(person).stream().noneMatch(DECIDING::contains)) {
            throw new RefusedInput(
                    "verdict",
                    "Somebody was hurt, so a lead decides this case. Choose to ask a colleague and name the leads: what you"
                            + " say of the injury is kept with that, and they are called at once.");
        }
    }

    /** The same, where nothing may be answered before it is known whether anybody was hurt. */
    public void takeFirst(CaseNumber caseNumber, Map<String, Object> form, String person) {
        Complaint complaint = complaints.get(caseNumber);
        if (answer(form) == null) {
            dangers.requireSaid(complaint);
        }
        take(caseNumber, form, person);
    }

    private static String text(Map<String, Object> form, String field) {
        return SubmittedForm.text(form, field, SafetyChange.LONGEST);
    }
}
