package io.redress.people.visibility;

import io.redress.complaint.timeline.CaseNumber;
import java.time.Instant;
import java.util.Set;

/**
 * The mark of a complaint about our own staff, and whom it accuses.
 *
 * @param accused the logins of those whom it accuses, as a lead said or, until one has, as its words propose
 * @param cleared the logins of those whom its words named, and whom a lead said that it is not about
 * @param why the words by which it was recognised
 * @param decidedBy the lead who said whom it is about, {@code null} while none has
 */
public record Shield(
        CaseNumber caseNumber,
        Standing standing,
        Set<String> accused,
        Set<String> cleared,
        String why,
        Instant since,
        String decidedBy,
        String reason) {

    public enum Standing {
        /** A lead has to say whom it is about. Where nobody is proposed, it is kept from all who do not lead. */
        OPEN,
        /** A lead said whom it is about. */
        NAMED,
        /** A lead said that it is about nobody of ours. */
        LIFTED
    }

    boolean holds() {
        return standing != Standing.LIFTED;
    }
}
