package io.redress.deadline;

import io.redress.complaint.CaseNumber;
import io.redress.engine.ModelBean;
import java.util.Date;

/** When a customer is to hear that we need longer. */
@ModelBean("holdingAnswers")
public class HoldingAnswers {

    private final MovedTimers timers;

    HoldingAnswers(MovedTimers timers) {
        this.timers = timers;
    }

    /** For the timers in the diagram: when the next promise is in danger; far away while none is. */
    public Date dueAt(String caseNumber) {
        return Date.from(timers.nextHoldingAnswer(new CaseNumber(caseNumber)));
    }
}
