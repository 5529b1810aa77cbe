package io.redress.remedy.returns;

import io.redress.complaint.timeline.CaseNumber;
import java.time.Instant;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * Goods on their way back to us.
 *
 * @param id also the reference of its label at the carrier
 * @param collection whether collecting them is itself what we owe the customer
 * @param way {@code null} until it is chosen
 * @param confirmation the carrier's number of the pick-up, {@code null} where there is none
 * @param remindAt when the customer is reminded, once
 * @param expectedBy when a person has to look, because nothing came
 * @param condition in which they came, {@code null} until somebody has opened the parcel
 * @param sentAt when the carrier was first seen to have them, {@code null} while it is not known that they were sent
 * @param labelRefund what became of a label that nobody needs any more, {@code null} while it may be used
 */
@Table("goods_return")
public record GoodsReturn(
        @Id UUID id,
        String caseNumber,
        int round,
        boolean collection,
        Way way,
        Status status,
        String trackingCode,
        String labelUrl,
        String confirmation,
        Instant pickUpFrom,
        Instant pickUpTo,
        Instant remindAt,
        Instant expectedBy,
        Instant remindedAt,
        Condition condition,
        String note,
        String reportedBy,
        String labelRefund,
        Instant sentAt,
        Instant createdAt,
        Instant changedAt) {

    /** How goods come back. */
    public enum Way {
        LABEL,
        PICK_UP,
        /** As a handler agreed with the customer. */
        BY_HAND,
        /** They were not worth the way; not begun any more. */
        NONE
    }

    public enum Status {
        /** Planned with the decision, and begun only once that stands. */
        PLANNED,
        DUE,
        AWAITED,
        RECEIVED,
        /** Nobody awaits them any more. */
        CLOSED
    }

    /** In what condition goods came back. */
    public enum Condition {
        AS_DESCRIBED,
        USED,
        DAMAGED,
        WRONG,
        EMPTY
    }

    /** Whether they are awaited, or will be. */
    public boolean isExpected() {
        return status == Status.DUE || status == Status.AWAITED;
    }

    public CaseNumber number() {
        return new CaseNumber(caseNumber);
    }
}
