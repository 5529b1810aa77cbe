package io.redress.remedy.process;

import io.redress.complaint.Words;
import io.redress.engine.ComplaintVariables;
import io.redress.engine.People;
import io.redress.engine.RefusedInput;
import io.redress.engine.SubmittedForm;
import io.redress.remedy.ByHand;
import io.redress.remedy.ByHand.Resolution;
import io.redress.remedy.RemedyKind;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Takes what a person did about a remedy; which remedies are meant follows from the task. */
@Component
class ResolveByHand implements TaskListener {

    private static final Map<String, RemedyKind> KINDS = Map.of(
            "userTask_payBackByHand", RemedyKind.REFUND,
            "userTask_resolveReversal", RemedyKind.REFUND,
            "userTask_replaceByHand", RemedyKind.REPLACEMENT);

    private final ByHand byHand;
    private final People people;

    ResolveByHand(ByHand byHand, People people) {
        this.byHand = byHand;
        this.people = people;
    }

    @Override
    public void notify(DelegateTask task) {
        Map<String, Object> form = SubmittedForm.take(task, List.of("resolution", "proof", "note"));
        Resolution resolution = Words.constant(Resolution.class, SubmittedForm.text(form, "resolution"))
                .orElseThrow(
                        () -> new RefusedInput("resolution", "Choose one of " + Words.words(Resolution.class) + "."));
        byHand.resolve(
                ComplaintVariables.caseNumber(task),
                KINDS.get(task.getTaskDefinitionKey()),
                resolution,
                SubmittedForm.text(form, "proof"),
                SubmittedForm.text(form, "note"),
                people.currentUserId());
    }
}
