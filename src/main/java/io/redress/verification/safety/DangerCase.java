package io.redress.verification.safety;

import io.redress.complaint.file.Danger;
import io.redress.complaint.timeline.CaseNumber;
import java.time.Instant;

/**
 * The state of danger to people in one case, as far as it is known.
 *
 * @param why what was recognised, in whose words; for people
 * @param since since when it is as grave as this
 * @param saidBy the login of who said which it is, {@code null} where nobody did
 * @param claimedBy the login of who has taken it on since then, {@code null} while nobody has
 * @param turn how often the alarm was given since then
 * @param nextAlarmAt {@code null} where no alarm is to be given any more
 */
public record DangerCase(
        CaseNumber caseNumber,
        Danger danger,
        String why,
        Instant since,
        String saidBy,
        Instant saidAt,
        String claimedBy,
        Instant claimedAt,
        int turn,
        Instant nextAlarmAt) {

    /** Whether somebody still has to take it on, or to say which it is. */
    public boolean isOpen() {
        return danger == Danger.CERTAIN && claimedBy == null || danger == Danger.POSSIBLE;
    }
}
