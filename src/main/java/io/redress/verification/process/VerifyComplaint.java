package io.redress.verification.process;

import io.redress.complaint.CaseNumber;
import io.redress.complaint.Words;
import io.redress.engine.ComplaintVariables;
import io.redress.engine.People;
import io.redress.verification.Verdict;
import io.redress.verification.Verdicts;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Takes what the handler submitted; what is wrong with it goes back to the handler, and the task stays open. */
@Component
class VerifyComplaint implements TaskListener {

    private final Verdicts verdicts;
    private final People people;

    VerifyComplaint(Verdicts verdicts, People people) {
        this.verdicts = verdicts;
        this.people = people;
    }

    @Override
    public void notify(DelegateTask task) {
        CaseNumber caseNumber = new CaseNumber(ComplaintVariables.CASE_NUMBER.get(task));
        Verdict verdict = verdicts.record(caseNumber, task.getVariables(), people.currentUserId());
        ComplaintVariables.VERDICT.set(task, Words.word(verdict.verdict()));
    }
}
