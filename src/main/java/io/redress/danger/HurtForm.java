package io.redress.danger;

import io.redress.complaint.CaseNumber;
import io.redress.complaint.Complaint;
import io.redress.complaint.Complaints;
import io.redress.engine.RefusedInput;
import io.redress.engine.SubmittedForm;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What somebody answers in a form to whether anybody was hurt or in danger, and what happened with which article. */
@Component
public class HurtForm {

    /** The field for why nobody was hurt after all. */
    public static final String REASON = "hurtReason";

    /** Every field that a form may have about it. */
    public static final List<String> FIELDS = List.of(Dangers.HURT, REASON, "article", "batch", "hazard", "injury");

    private final Complaints complaints;
    private final Dangers dangers;
    private final SafetyRegister register;

    HurtForm(Complaints complaints, Dangers dangers, SafetyRegister register) {
        this.complaints = complaints;
        this.dangers = dangers;
        this.register = register;
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
     * Takes what was answered; whoever says that somebody was hurt has taken the case on with that.
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
