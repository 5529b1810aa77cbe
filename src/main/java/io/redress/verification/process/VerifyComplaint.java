package io.redress.verification.process;

import io.redress.complaint.CaseNumber;
import io.redress.complaint.Words;
import io.redress.engine.ComplaintVariables;
import io.redress.engine.People;
import io.redress.engine.SubmittedForm;
import io.redress.verification.Verdict;
import io.redress.verification.Verdicts;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Takes what the handler submitted; what is wrong with it goes back to the handler, and the task stays open. */
@Component
class VerifyComplaint implements TaskListener {

    private static final List<String> FIELDS = List.of(
            "verdict",
            "cause",
            "remedyChoice",
            "refundAmount",
            "reason",
            "question",
            "noAnswerReason",
            "identifiedOrder",
            "affectedArticles");

    private final Verdicts verdicts;
    private final People people;

    VerifyComplaint(Verdicts verdicts, People people) {
        this.verdicts = verdicts;
        this.people = people;
    }

    @Override
    public void notify(DelegateTask task) {
        CaseNumber caseNumber = ComplaintVariables.caseNumber(task);
        Verdict verdict = verdicts.record(caseNumber, SubmittedForm.take(task, FIELDS), people.currentUserId());
        ComplaintVariables.VERDICT.set(task, Words.word(verdict.verdict()));
    }
}
