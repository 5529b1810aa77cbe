package io.redress.conversation.outbox;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.complaint.timeline.TimelineEntry;
import io.redress.conversation.letter.Letter;
import io.redress.conversation.letter.MessageKind;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * One message of a case.
 *
 * @param dedup what makes it the same message, among those of its kind in the case
 * @param recipient a mail address, {@code null} where somebody has to tell it
 * @param locale the language it is in
 * @param signedBy the user id of who speaks, {@code redress} for the engine itself, {@code null} for the customer
 * @param words what is said, as plain text
 * @param confidential whether it may tell of an order, since it was certain for whom it was written
 * @param quoted what it quotes as a person wrote it, {@code null} where nothing
 * @param doneAt when it was sent, told or received; {@code null} while it is due
 */
public record Message(
        UUID id,
        CaseNumber caseNumber,
        Direction direction,
        MessageKind kind,
        String dedup,
        String recipient,
        Locale locale,
        String signedBy,
        String subject,
        String words,
        String text,
        String html,
        Status status,
        boolean confidential,
        String quoted,
        Instant createdAt,
        Instant doneAt) {

    public enum Direction {
        /** From the customer. */
        IN,
        /** To the customer. */
        OUT,
        /** To a member of staff. */
        STAFF
    }

    public enum Status {
        DUE,
        /** Written down before the mail server is asked, so that no crash can hide that it may have been sent. */
        SENDING,
        SENT,
        /** Waits for a person to tell it. */
        TELL,
        TOLD,
        RECEIVED,
        /** The address does not exist. */
        FAILED,
        /**
         * Its reason was gone before its recipient could be told, or a later message or a person made it unnecessary.
         */
        DROPPED,
        /** Waits until a person lets the case's letters go. */
        HELD
    }

    /** Who speaks. */
    public enum Origin {
        CUSTOMER,
        /** A member of staff. */
        PERSON,
        /** The engine, by the rules of the house. */
        RULES
    }

    public Origin origin() {
        if (direction == Direction.IN) {
            return Origin.CUSTOMER;
        }
        return isAutomatic() ? Origin.RULES : Origin.PERSON;
    }

    /** Whether nobody wrote it by hand. */
    boolean isAutomatic() {
        return direction == Direction.STAFF || TimelineEntry.ENGINE.equals(signedBy);
    }

    /** The letter that it is. */
    Letter.Rendered asWritten() {
        return new Letter.Rendered(locale, subject, words, text, html, quoted, confidential);
    }

    /** Whether the customer has it, or wrote it. */
    public boolean isKnownToCustomer() {
        return status == Status.SENT || status == Status.TOLD || status == Status.RECEIVED;
    }
}
