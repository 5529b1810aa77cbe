package io.redress.conversation.followup;

import io.redress.complaint.file.Complaints;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.conversation.correspondence.Correspondence;
import io.redress.engine.guard.ModelBean;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Date;

/** The times at which customers are asked whether all is well. */
@ModelBean("followUps")
public class FollowUps {

    private final Complaints complaints;
    private final Correspondence correspondence;
    private final Clock clock;

    FollowUps(Complaints complaints, Correspondence correspondence, Clock clock) {
        this.complaints = complaints;
        this.correspondence = correspondence;
        this.clock = clock;
    }

    /**
     * For the timer in the diagram. It counts from when the customer had the decision, however long the steps since
     * then took; where a person has yet to tell it, from now.
     *
     * @param days in ISO 8601, such as {@code P5D}
     */
    public Date dueAfter(String caseNumber, String days) {
        Instant told = correspondence
                .explainedAt(complaints.get(new CaseNumber(caseNumber)))
                .orElseGet(clock::instant);
        return Date.from(told.atOffset(ZoneOffset.UTC).plus(Period.parse(days)).toInstant());
    }
}
