package io.redress.remedy.byhand.process;

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
import io.redress.remedy.byhand.ByHand;
import io.redress.remedy.byhand.ByHand.Resolution;
import io.redress.remedy.ledger.RemedyKind;
import io.redress.remedy.replacement.ParcelWatches;
import io.redress.remedy.replacement.Replacements;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/**
 * The listener of the task <i>Look for parcel</i>: takes what a person found out about a replacement that did not
 * arrive.
 */
@Component
@StepContract(reads = "parcelId", writes = @Writes(value = "parcelChoice", of = LookForParcel.Choice.class))
@ReadsForm("lookForParcel")
class LookForParcel implements TaskListener, FormReader {

    private static final ReadForm FORM = ReadForm.of("lookForParcel")
            .choice("parcelChoice", Choice.class)
            .needs("proof")
            .takes("note");

    private final ParcelWatches watches;
    private final Replacements replacements;
    private final ByHand byHand;
    private final People people;

    LookForParcel(ParcelWatches watches, Replacements replacements, ByHand byHand, People people) {
        this.watches = watches;
        this.replacements = replacements;
        this.byHand = byHand;
        this.people = people;
    }

    enum Choice {
        FOUND,
        ORDER_AGAIN,
        REFUND,
        DONE_OTHERWISE
    }

    @Override
    public ReadForm form() {
        return FORM;
    }

    @Override
    public void notify(DelegateTask task) {
        Map<String, Object> form = SubmittedForm.take(task, FORM.fields());
        Choice choice = EnumWords.constant(Choice.class, SubmittedForm.text(form, "parcelChoice"))
                .orElseThrow(
                        () -> new RefusedInput("parcelChoice", "Choose one of " + EnumWords.words(Choice.class) + "."));
        String proof = SubmittedForm.text(form, "proof");
        if (choice == Choice.DONE_OTHERWISE && proof == null) {
            throw new RefusedInput("proof", "Give the reference of what was done, such as the new parcel's.");
        }
        decide(task, choice, proof, SubmittedForm.text(form, "note"));
        ComplaintVariables.PARCEL_CHOICE.set(task, EnumWords.word(choice));
    }

    private void decide(DelegateTask task, Choice choice, String proof, String note) {
        CaseNumber caseNumber = ComplaintVariables.caseNumber(task);
        UUID parcel = UUID.fromString(ComplaintVariables.PARCEL_ID.get(task));
        String person = people.currentUserId();
        if (choice == Choice.FOUND) {
            watches.found(parcel, person, note == null ? "" : note);
            return;
        }
        watches.givenUp(parcel);
        switch (choice) {
            case ORDER_AGAIN ->
                byHand.resolve(
                        caseNumber,
                        RemedyKind.REPLACEMENT,
                        new ByHand.Report(Resolution.TRY_AGAIN, null, note, person));
            case DONE_OTHERWISE ->
                byHand.resolve(
                        caseNumber,
                        RemedyKind.REPLACEMENT,
                        new ByHand.Report(Resolution.DONE_OTHERWISE, proof, note, person));
            default -> {
                if (!replacements.refundInstead(caseNumber)) {
                    throw new RefusedInput(
                            "parcelChoice", "What was in the parcel is paid back already; choose another way.");
                }
            }
        }
    }
}
