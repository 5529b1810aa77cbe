package io.redress.outside.outbox;

import io.redress.complaint.timeline.CaseNumber;
import java.time.Instant;
import java.util.UUID;

/**
 * What became of an entry, to look at; without its body, which tells of customers.
 *
 * @param at when it was written down
 * @param attempts how often it was sent
 * @param lastStatus of the last answer, {@code null} where none came
 * @param problem why the last attempt failed; {@code null} where it did not
 * @param nextAttemptAt when it is sent, at the earliest; {@code null} where that is done
 * @param doneAt when it was taken, or somebody decided that it never leaves; {@code null} while it waits
 * @param skipReason why it never leaves; {@code null} where it does
 */
public record Delivery(
        UUID id,
        CaseNumber caseNumber,
        String type,
        Instant at,
        int attempts,
        Integer lastStatus,
        String problem,
        Instant nextAttemptAt,
        Instant doneAt,
        String skipReason,
        Instant replayedAt,
        String replayedBy) {

    /** How it stands with an entry. */
    public enum State {
        /** It was not sent yet. */
        WAITING,
        /** It was sent in vain, and is sent again. */
        FAILING,
        DELIVERED,
        /** It never leaves. */
        SKIPPED
    }

    public State state() {
        if (skipReason != null) {
            return State.SKIPPED;
        }
        if (doneAt != null) {
            return State.DELIVERED;
        }
        return problem == null ? State.WAITING : State.FAILING;
    }
}
