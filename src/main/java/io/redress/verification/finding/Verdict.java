package io.redress.verification.finding;

import io.redress.complaint.file.Cause;
import io.redress.complaint.file.Complaint;
import java.math.BigDecimal;
import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A handler's verdict: what they found and what they want to be done.
 *
 * @param refundAmount in the order's currency, {@code null} where the table decides
 * @param reason what the customer is told, {@code null} for the table's own words
 * @param question what the customer is asked, only with {@link Ruling#ASK_CUSTOMER}
 * @param foundBy the handler's user id
 */
@Table("verdict")
public record Verdict(
        @Id Long id,
        String caseNumber,
        int round,
        Ruling verdict,
        Cause cause,
        RemedyChoice remedyChoice,
        BigDecimal refundAmount,
        String reason,
        String question,
        NoAnswerReason noAnswerReason,
        String foundBy,
        Instant foundAt) {

    /** A verdict as it would be, to see what it comes to; it is never stored. */
    public static Verdict supposed(Complaint complaint, Ruling ruling, RemedyChoice choice) {
        return new Verdict(
                null,
                complaint.number().value(),
                complaint.round(),
                ruling,
                null,
                choice,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** The same with an amount to refund, {@code null} where the table decides. */
    Verdict withRefundAmount(BigDecimal amount) {
        return new Verdict(
                id,
                caseNumber,
                round,
                verdict,
                cause,
                remedyChoice,
                amount,
                reason,
                question,
                noAnswerReason,
                foundBy,
                foundAt);
    }

    /** What the handler makes of the complaint. */
    public enum Ruling {
        CONFIRMED,
        PARTLY,
        REJECTED,
        ASK_CUSTOMER,
        CONSULT,
        NO_ANSWER_OWED;

        /** Whether the customer is right, in full or in part. */
        public boolean isInFavour() {
            return this == CONFIRMED || this == PARTLY;
        }

        /** Whether the case goes on to its remedy. */
        public boolean isDecision() {
            return this == CONFIRMED || this == PARTLY || this == REJECTED;
        }
    }

    /** What the handler chooses to make it good with. */
    public enum RemedyChoice {
        AS_PROPOSED,
        REFUND,
        REPLACEMENT,
        REFUND_AND_REPLACEMENT,
        REPAIR,
        COLLECTION,
        APOLOGY
    }

    /** The closed list of reasons for which a message is not answered. */
    public enum NoAnswerReason {
        SPAM,
        PRAISE,
        DUPLICATE,
        ABUSE,
        NOT_A_COMPLAINT
    }
}
