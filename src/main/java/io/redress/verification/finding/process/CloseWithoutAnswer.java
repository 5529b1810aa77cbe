package io.redress.verification.finding.process;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Complaints;
import io.redress.complaint.file.Outcome;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.complaint.timeline.Timeline;
import io.redress.complaint.timeline.TimelineKind;
import io.redress.core.text.EnumWords;
import io.redress.engine.port.ComplaintVariables;
import io.redress.engine.step.Duty;
import io.redress.engine.step.StepContract;
import io.redress.engine.step.Writes;
import io.redress.time.clock.Deadlines;
import io.redress.verification.finding.Verdict;
import io.redress.verification.finding.Verdicts;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The step <i>Close without answer</i>: ends a case to which no answer is owed, with the handler's reason. */
@Component
@StepContract(duties = Duty.OWES_NO_ANSWER, writes = @Writes(value = "outcome", words = "no_answer_owed"))
class CloseWithoutAnswer implements JavaDelegate {

    private final Complaints complaints;
    private final Verdicts verdicts;
    private final Deadlines deadlines;
    private final Timeline timeline;

    CloseWithoutAnswer(Complaints complaints, Verdicts verdicts, Deadlines deadlines, Timeline timeline) {
        this.complaints = complaints;
        this.verdicts = verdicts;
        this.deadlines = deadlines;
        this.timeline = timeline;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseNumber caseNumber = ComplaintVariables.caseNumber(execution);
        Complaint complaint =
                complaints.change(caseNumber, judged -> judged.judged(Outcome.NO_ANSWER_OWED, judged.cause()));
        Verdict verdict = verdicts.latest(complaint).orElseThrow();
        deadlines.stopAll(caseNumber);
        timeline.add(
                caseNumber,
                verdict.foundBy(),
                TimelineKind.NO_ANSWER_OWED,
                "No answer is owed: " + EnumWords.word(verdict.noAnswerReason()));
        ComplaintVariables.OUTCOME.set(execution, EnumWords.word(Outcome.NO_ANSWER_OWED));
    }
}
