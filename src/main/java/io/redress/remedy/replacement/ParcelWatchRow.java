package io.redress.remedy.replacement;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.outside.logistics.Parcel;
import java.time.Instant;
import java.util.UUID;

/**
 * A replacement's parcel that is watched.
 *
 * @param scanDueAt by when the carrier should have scanned it for the first time
 * @param state the latest that the carrier said, {@code null} before it was asked
 * @param trouble what is wrong with it while a person has to look, {@code null} otherwise
 * @param foundAt when a person found that it is on its way after all, {@code null} where nobody did
 * @param endedAt when nothing was left to watch, {@code null} before
 */
record ParcelWatchRow(
        UUID remedyId,
        String caseNumber,
        String trackingCode,
        Instant scanDueAt,
        Parcel.State state,
        String trouble,
        Instant foundAt,
        Instant endedAt) {

    CaseNumber number() {
        return new CaseNumber(caseNumber);
    }

    /** Whether a person said lately that it is on its way, whatever its carrier says. */
    boolean isBelievedUntil(Instant now) {
        return foundAt != null && scanDueAt.isAfter(now);
    }

    /** Whether the carrier has held it in its hands; a label alone is no scan. */
    boolean wasScanned() {
        return state != null && state != Parcel.State.ANNOUNCED && state != Parcel.State.UNKNOWN;
    }
}
