package io.redress.conversation.followup;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Complaints;
import io.redress.complaint.timeline.Actor;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.complaint.timeline.Timeline;
import io.redress.complaint.timeline.TimelineKind;
import io.redress.conversation.correspondence.Correspondence;
import io.redress.conversation.incoming.CustomerToldAnswer;
import io.redress.conversation.incoming.Incoming;
import io.redress.core.input.Problem;
import io.redress.core.input.RefusedInput;
import io.redress.core.text.VisibleText;
import io.redress.engine.port.ComplaintProcess;
import io.redress.time.clock.Deadlines;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The customer's answer to the follow-up, as it comes in. */
@Component
public class Feedback {

    private static final int LONGEST_COMMENT = 4_000;
    /** The best score of the follow-up's question. */
    public static final int BEST_SCORE = 10;

    private final Complaints complaints;
    private final Surveys surveys;
    private final Correspondence correspondence;
    private final Incoming incoming;
    private final Deadlines deadlines;
    private final ComplaintProcess process;
    private final Timeline timeline;
    private final Clock clock;

    Feedback(
            Complaints complaints,
            Surveys surveys,
            Correspondence correspondence,
            Incoming incoming,
            Deadlines deadlines,
            ComplaintProcess process,
            Timeline timeline,
            Clock clock) {
        this.complaints = complaints;
        this.surveys = surveys;
        this.correspondence = correspondence;
        this.incoming = incoming;
        this.deadlines = deadlines;
        this.process = process;
        this.timeline = timeline;
        this.clock = clock;
    }

    /**
     * Takes an answer; the case is closed or reopened by it.
     *
     * @param resolved whether the complaint is settled for the customer; must be given
     * @param score from 0 to 10, may be {@code null}
     * @param comment may be {@code null}
     * @throws RefusedInput naming every field that is wrong
     * @throws NotAsked where nobody waits for it
     */
    @Transactional
    public void answer(CaseNumber caseNumber, Boolean resolved, Integer score, String comment) {
        check(resolved, score, comment);
        Complaint complaint = complaints.get(caseNumber);
        if (!isOpen(complaint)) {
            throw new NotAsked("This has been answered, has not been asked yet, or the time for it is over.");
        }
        store(complaint, resolved, score, comment, Actor.CUSTOMER);
        if (!process.followUpAnswered(caseNumber, resolved ? "satisfied" : "unhappy")) {
            throw new NotAsked("The time to answer this is over.");
        }
    }

    /** Whether the customer was asked in the case's present round and has not answered yet. */
    public boolean isOpen(Complaint complaint) {
        return !complaint.hasEnded()
                && correspondence.isFollowUpOut(complaint)
                && latest(complaint).isEmpty();
    }

    /** The answer of the case's present round. */
    public Optional<Survey> latest(Complaint complaint) {
        return surveys.ofRound(complaint);
    }

    /** What a customer said in person counts the same; where it comes too late, it is a message like any other. */
    @EventListener
    @Transactional
    void toldInPerson(CustomerToldAnswer told) {
        Complaint complaint = complaints.get(told.caseNumber());
        Actor by = Actor.forCustomer(told.toldTo());
        if (isOpen(complaint)) {
            store(complaint, told.resolved(), null, told.comment(), by);
            process.followUpAnswered(told.caseNumber(), told.resolved() ? "satisfied" : "unhappy");
        } else if (!told.resolved() && told.comment() == null) {
            incoming.acted(
                    told.caseNumber(), by, TimelineKind.NOT_SETTLED, "The complaint is not settled for the customer");
        } else if (!told.resolved()) {
            incoming.received(told.caseNumber(), told.comment(), "told-late/" + complaint.round(), by);
        }
    }

    private void store(Complaint complaint, boolean resolved, Integer score, String comment, Actor by) {
        String words = VisibleText.of(comment).orElse(null);
        Survey survey =
                new Survey(complaint.number().value(), complaint.round(), resolved, score, words, clock.instant());
        if (!surveys.insert(survey)) {
            throw new NotAsked("This has been answered already.");
        }
        String text = (resolved ? "The complaint is settled for the customer" : "The customer is not content")
                + (score == null ? "" : ", score %d of 10".formatted(score));
        timeline.add(complaint.number(), by, TimelineKind.FOLLOW_UP_ANSWERED, text);
        String message = "follow-up/" + complaint.round();
        if (words != null) {
            incoming.said(complaint, words, message);
        }
        if (!resolved && complaint.round() > 1) {
            // It is not reopened once more: the customer waits for a lead's final answer.
            deadlines.customerWaits(complaint, message);
        }
    }

    private static void check(Boolean resolved, Integer score, String comment) {
        List<Problem> problems = new ArrayList<>();
        if (resolved == null) {
            problems.add(new Problem("resolved", "Say true or false."));
        }
        if (score != null && (score < 0 || score > BEST_SCORE)) {
            problems.add(new Problem("score", "Must be from 0 to 10."));
        }
        if (comment != null && comment.length() > LONGEST_COMMENT) {
            problems.add(new Problem("comment", "Must have at most " + LONGEST_COMMENT + " characters."));
        }
        if (!problems.isEmpty()) {
            throw new RefusedInput(problems);
        }
    }
}
