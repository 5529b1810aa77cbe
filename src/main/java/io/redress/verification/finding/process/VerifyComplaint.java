package io.redress.verification.finding.process;

import io.redress.complaint.file.Cause;
import io.redress.complaint.file.Claim;
import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Complaints;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.core.input.RefusedInput;
import io.redress.core.staff.People;
import io.redress.core.text.EnumWords;
import io.redress.engine.port.ComplaintVariables;
import io.redress.engine.step.StepContract;
import io.redress.engine.step.Writes;
import io.redress.engine.task.FormReader;
import io.redress.engine.task.ReadForm;
import io.redress.engine.task.ReadsForm;
import io.redress.engine.task.SubmittedForm;
import io.redress.time.law.LegalForm;
import io.redress.verification.finding.Advice;
import io.redress.verification.finding.AffectedChoice;
import io.redress.verification.finding.ShownProposals;
import io.redress.verification.finding.Verdict;
import io.redress.verification.finding.Verdict.NoAnswerReason;
import io.redress.verification.finding.Verdict.RemedyChoice;
import io.redress.verification.finding.Verdict.Ruling;
import io.redress.verification.finding.Verdicts;
import io.redress.verification.finding.WayBackChoice;
import io.redress.verification.finding.WayBackChoice.GoodsBack;
import io.redress.verification.finding.WayBackChoice.PayWhen;
import io.redress.verification.gathering.Identity;
import io.redress.verification.safety.HurtForm;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/**
 * The listener of the task <i>Verify complaint</i>: takes what the handler submitted. What is wrong with it goes back
 * to the handler, and the task stays open.
 */
@Component
@StepContract(
        writes = {
            @Writes(value = "verdict", of = Verdict.Ruling.class),
            @Writes("adviserGroups"),
            @Writes("askedAdviser")
        })
@ReadsForm("verifyComplaint")
class VerifyComplaint implements TaskListener, FormReader {

    private static final String ADVISER = "adviser";

    private static final ReadForm FORM = ReadForm.of("verifyComplaint")
            .choice("verdict", Ruling.class)
            .takes("cause", Cause.class)
            .takes("remedyChoice", RemedyChoice.class)
            .takes("refundAmount")
            .needs("reason", "question")
            .takes(ADVISER)
            .takes("noAnswerReason", NoAnswerReason.class)
            .needs("identifiedOrder", "affectedArticles")
            .takes(Verdicts.CLAIM, Claim.class)
            .takes(AffectedChoice.LINES, AffectedChoice.DELIVERY_FEE, AffectedChoice.FEES)
            .needs(ShownProposals.FIELD)
            .takes(WayBackChoice.GOODS_BACK, GoodsBack.class)
            .takes(WayBackChoice.PAY_WHEN, PayWhen.class)
            .takes(LegalForm.FIELD);

    /** By which the form makes up its answers; they say nothing themselves. */
    private static final Pattern HELPER = Pattern.compile("chooseLines|tickedLines|tickedFees|pieces\\d+");

    private final Complaints complaints;
    private final Verdicts verdicts;
    private final ShownProposals shown;
    private final Identity identity;
    private final LegalForm legal;
    private final Advice advice;
    private final HurtForm hurtForm;
    private final People people;

    VerifyComplaint(
            Complaints complaints,
            Verdicts verdicts,
            ShownProposals shown,
            Identity identity,
            LegalForm legal,
            Advice advice,
            HurtForm hurtForm,
            People people) {
        this.complaints = complaints;
        this.verdicts = verdicts;
        this.shown = shown;
        this.identity = identity;
        this.legal = legal;
        this.advice = advice;
        this.hurtForm = hurtForm;
        this.people = people;
    }

    @Override
    public ReadForm form() {
        return FORM;
    }

    @Override
    public void notify(DelegateTask task) {
        CaseNumber caseNumber = ComplaintVariables.caseNumber(task);
        Map<String, Object> form = SubmittedForm.take(task, FORM.fields());
        form.putAll(SubmittedForm.take(task, HurtForm.FIELDS));
        SubmittedForm.drop(task, HELPER);
        Complaint complaint = complaints.get(caseNumber);
        String person = people.currentUserId();
        legal.take(complaint, SubmittedForm.text(form, LegalForm.FIELD), complaint.receivedAt(), person);
        Verdict verdict = verdicts.record(caseNumber, form, HurtForm.answer(form), person);
        hurtForm.requireLead(complaint, form, decides(verdict), person);
        hurtForm.take(caseNumber, form, person);
        requireConfirmedContact(task, verdict, caseNumber);
        shown.check(caseNumber, verdict, SubmittedForm.text(form, ShownProposals.FIELD));
        if (verdict.verdict() == Verdict.Ruling.CONSULT) {
            consult(task, advice.read(caseNumber, SubmittedForm.text(form, ADVISER), person));
        }
        ComplaintVariables.VERDICT.set(task, EnumWords.word(verdict.verdict()));
    }

    private static void consult(DelegateTask task, Advice.Asked asked) {
        ComplaintVariables.ASKED_ADVISER.set(task, asked.person());
        ComplaintVariables.ADVISER_GROUPS.set(task, String.join(",", asked.groups()));
    }

    private static boolean decides(Verdict verdict) {
        return verdict.verdict() != Verdict.Ruling.CONSULT && verdict.verdict() != Verdict.Ruling.ASK_CUSTOMER;
    }

    /**
     * A verdict says whose order it is, but not that what was put in with the same click is that customer's contact.
     */
    private void requireConfirmedContact(DelegateTask task, Verdict verdict, CaseNumber caseNumber) {
        boolean unconfirmed = ComplaintVariables.CONTACT_UNCONFIRMED.find(task).orElse(false);
        if (unconfirmed && verdict.verdict().isInFavour() && identity.isOfSomebodyElse(complaints.get(caseNumber))) {
            throw new RefusedInput(
                    "correctedConfirmed",
                    "What you put in is not the contact that the order knows, and the decision would be sent there. Tick"
                            + " this if you have checked it; else correct the contact in a step of its own first.");
        }
    }
}
