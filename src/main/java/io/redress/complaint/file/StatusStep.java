package io.redress.complaint.file;

import static io.redress.complaint.file.Status.CLOSED;
import static io.redress.complaint.file.Status.MAKING_GOOD;
import static io.redress.complaint.file.Status.RECEIVED;
import static io.redress.complaint.file.Status.VERIFYING;
import static io.redress.complaint.file.Status.WAITING_FOR_APPROVAL;
import static io.redress.complaint.file.Status.WAITING_FOR_CUSTOMER;
import static io.redress.complaint.file.Status.WAITING_FOR_FOLLOW_UP;
import static io.redress.complaint.file.Status.WITHDRAWN;

import io.redress.complaint.timeline.CaseNumber;
import java.util.Set;

/**
 * The table of transitions of a case: each step that can change where it stands, from where it may be taken, and where it is
 * accepted but leaves the case where it stands. From every other state it is refused.
 */
enum StatusStep {
    /** Triage, at the beginning of each round. One that was taken back during it stays so. */
    TRIAGE(VERIFYING, from(RECEIVED, VERIFYING), unchangedIn(CLOSED, WITHDRAWN)),

    /**
     * A question has reached the customer, be it one that a diagram asks before triage. Letters can be late, also later than
     * the decision, and then ask nothing any more.
     */
    ASK(
            WAITING_FOR_CUSTOMER,
            from(RECEIVED, VERIFYING, WAITING_FOR_CUSTOMER),
            unchangedIn(WAITING_FOR_APPROVAL, MAKING_GOOD, WAITING_FOR_FOLLOW_UP, CLOSED, WITHDRAWN)),

    /** The question is answered, or nobody waits for the answer any more. What did not wait for it stays where it is. */
    SETTLE_QUESTION(
            VERIFYING,
            from(WAITING_FOR_CUSTOMER),
            unchangedIn(
                    RECEIVED, VERIFYING, WAITING_FOR_APPROVAL, MAKING_GOOD, WAITING_FOR_FOLLOW_UP, CLOSED, WITHDRAWN)),

    /** A judgement is let go, by who was to approve it or by who mends the case; not one that the customer knows already. */
    JUDGE_AGAIN(
            VERIFYING,
            from(RECEIVED, VERIFYING, WAITING_FOR_CUSTOMER, WAITING_FOR_APPROVAL, MAKING_GOOD),
            unchangedIn(CLOSED, WITHDRAWN)),

    /**
     * Another person is asked to approve: what is decided, or goodwill on top. A handler may decide without the answer that
     * the case waits for, and goodwill that was left behind is asked for beside the follow-up, or after the end.
     */
    ASK_APPROVAL(
            WAITING_FOR_APPROVAL,
            from(VERIFYING, WAITING_FOR_CUSTOMER, WAITING_FOR_APPROVAL, MAKING_GOOD, WAITING_FOR_FOLLOW_UP),
            unchangedIn(CLOSED, WITHDRAWN)),

    /** What is decided is carried out, as {@link #ASK_APPROVAL} comes to its end or where nobody need be asked. */
    MAKE_GOOD(
            MAKING_GOOD,
            from(VERIFYING, WAITING_FOR_CUSTOMER, WAITING_FOR_APPROVAL, MAKING_GOOD, WAITING_FOR_FOLLOW_UP),
            unchangedIn(CLOSED, WITHDRAWN)),

    /**
     * The customer knows the decision; telling it can be repeated. Where an operator has moved the case past its approval,
     * the remedies that nobody approved are found later, and go out no more than before.
     */
    EXPLAIN(
            WAITING_FOR_FOLLOW_UP,
            from(VERIFYING, WAITING_FOR_APPROVAL, MAKING_GOOD, WAITING_FOR_FOLLOW_UP),
            unchangedIn(CLOSED, WITHDRAWN)),

    /** The case ends, from wherever its diagram says; one that has ended stays as it did. */
    CLOSE(
            CLOSED,
            from(RECEIVED, VERIFYING, WAITING_FOR_CUSTOMER, WAITING_FOR_APPROVAL, MAKING_GOOD, WAITING_FOR_FOLLOW_UP),
            unchangedIn(CLOSED, WITHDRAWN)),

    /** The customer takes the complaint back, as long as it is open. */
    WITHDRAW(
            WITHDRAWN,
            from(RECEIVED, VERIFYING, WAITING_FOR_CUSTOMER, WAITING_FOR_APPROVAL, MAKING_GOOD, WAITING_FOR_FOLLOW_UP),
            unchangedIn(WITHDRAWN)),

    /** The next round, once the customer knows the decision, be there goodwill under way beside it or not, or after the end. */
    REOPEN(VERIFYING, from(WAITING_FOR_APPROVAL, MAKING_GOOD, WAITING_FOR_FOLLOW_UP, CLOSED, WITHDRAWN), unchangedIn());

    private final Status to;
    private final Set<Status> from;
    private final Set<Status> unchanged;

    StatusStep(Status to, Set<Status> from, Set<Status> unchanged) {
        this.to = to;
        this.from = from;
        this.unchanged = unchanged;
    }

    /**
     * Asks the table.
     *
     * @return where the step leads from there; the same where it leaves the case there
     * @throws RefusedTransition where it may not be taken from there
     */
    Status after(Status status, CaseNumber caseNumber) {
        if (from.contains(status)) {
            return to;
        }
        if (unchanged.contains(status)) {
            return status;
        }
        throw new RefusedTransition(caseNumber, status, to);
    }

    /** Whether the step may be taken from there and leads on. */
    boolean isAllowedIn(Status status) {
        return from.contains(status);
    }

    /** Whether the step is accepted there and leaves the case where it stands. */
    boolean isUnchangedIn(Status status) {
        return unchanged.contains(status);
    }

    private static Set<Status> from(Status... statuses) {
        return Set.of(statuses);
    }

    private static Set<Status> unchangedIn(Status... statuses) {
        return Set.of(statuses);
    }
}
