package io.redress.correspondence;

import io.redress.complaint.CaseNumber;
import io.redress.complaint.Complaint;
import io.redress.complaint.Complaints;
import io.redress.complaint.Timeline;
import io.redress.complaint.Words;
import io.redress.correspondence.Message.Direction;
import io.redress.correspondence.Message.Status;
import io.redress.correspondence.MessageRows.Draft;
import io.redress.deadline.Deadlines;
import io.redress.deadline.Promises;
import io.redress.engine.ComplaintProcess;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What goes out to customers, each message once. A mail is written down in a transaction of its own before the mail server
 * is asked, and its result in another one after; so a repeated step finds it and does not write a second one.
 */
@Component
class Outbox {

    private final Complaints complaints;
    private final MessageRows rows;
    private final Mailer mailer;
    private final ComplaintProcess process;
    private final Deadlines deadlines;
    private final Promises promises;
    private final Timeline timeline;
    private final Clock clock;
    private final TransactionTemplate ownTransaction;

    Outbox(
            Complaints complaints,
            MessageRows rows,
            Mailer mailer,
            ComplaintProcess process,
            Deadlines deadlines,
            Promises promises,
            Timeline timeline,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.complaints = complaints;
        this.rows = rows;
        this.mailer = mailer;
        this.process = process;
        this.deadlines = deadlines;
        this.promises = promises;
        this.timeline = timeline;
        this.clock = clock;
        this.ownTransaction = new TransactionTemplate(transactions);
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Writes to a customer, or has somebody tell them where they cannot be written to. Safe to repeat.
     *
     * @param dedup what makes it the same message, among those of its kind in the case
     * @throws MailUnavailable where it is to be tried again
     */
    @Transactional
    void send(Complaint complaint, MessageKind kind, String dedup, String signedBy, Supplier<Letter.Rendered> letter) {
        Optional<Message> before = rows.find(complaint.number(), kind, dedup);
        if (before.isPresent()) {
            deliver(before.get());
        } else if (complaint.customer().hasWrittenChannel()) {
            // Composed out here, where what this step has changed can be seen.
            Letter.Rendered rendered = letter.get();
            deliver(inOwnTransaction(() -> insert(complaint, kind, dedup, signedBy, rendered)));
        } else {
            deliver(insert(complaint, kind, dedup, signedBy, letter.get()));
        }
    }

    /** Writes a message down that another step sends. */
    @Transactional
    Message due(
            Complaint complaint, MessageKind kind, String dedup, String signedBy, Supplier<Letter.Rendered> letter) {
        return rows.find(complaint.number(), kind, dedup)
                .orElseGet(() -> insert(complaint, kind, dedup, signedBy, letter.get()));
    }

    private Message insert(
            Complaint complaint, MessageKind kind, String dedup, String signedBy, Letter.Rendered letter) {
        String address =
                complaint.customer().hasWrittenChannel() ? complaint.customer().email() : null;
        Draft draft = new Draft(Direction.OUT, kind, dedup, address, signedBy, letter, Status.DUE);
        rows.insert(complaint, draft, clock.instant());
        return rows.find(complaint.number(), kind, dedup).orElseThrow();
    }

    /** Sends a message that was written down, unless that has been done. */
    @Transactional
    void deliver(Message message) {
        switch (message.status()) {
            case SENT, TOLD -> met(message);
            case TELL, RECEIVED, FAILED, DROPPED -> {}
            case DUE, SENDING -> {
                if (message.recipient() == null) {
                    haveTold(message, "The customer has no mail address");
                } else {
                    mail(message);
                }
            }
        }
    }

    private void mail(Message message) {
        inOwnTransaction(() -> move(message, Status.SENDING));
        try {
            mailer.send(Mail.of(message));
        } catch (AddressRefused refused) {
            haveTold(message, refused.getMessage());
            return;
        }
        inOwnTransaction(() -> {
            timeline.engineDid(message.caseNumber(), "message_sent", title(message) + " sent by mail");
            return move(message, Status.SENT);
        });
        met(message);
    }

    private void haveTold(Message message, String why) {
        move(message, Status.TELL);
        timeline.engineDid(
                message.caseNumber(), "message_to_tell", "%s: %s, so somebody tells it".formatted(title(message), why));
        process.tellCustomer(message.caseNumber(), message.id().toString());
    }

    /** Notes that somebody told the customer. @param way {@code phone}, {@code letter} or {@code counter} */
    @Transactional
    Message told(UUID id, String person, String way) {
        Message message = rows.find(id).orElseThrow();
        move(message, Status.TOLD);
        timeline.add(message.caseNumber(), person, "message_told", "%s told (%s)".formatted(title(message), way));
        met(message);
        promises.given(id);
        return message;
    }

    private void met(Message message) {
        deadlines.received(complaints.get(message.caseNumber()), message.kind().meets());
    }

    private Message move(Message message, Status status) {
        boolean done = status == Status.SENT || status == Status.TOLD;
        rows.move(message.id(), status, done ? clock.instant() : null);
        return message;
    }

    private static String title(Message message) {
        String words = Words.word(message.kind()).replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private Message inOwnTransaction(Supplier<Message> work) {
        return ownTransaction.execute(status -> work.get());
    }

    /** A message of a case by its kind; for those who have to know whether it has gone out. */
    boolean exists(CaseNumber caseNumber, MessageKind kind, String dedup) {
        return rows.find(caseNumber, kind, dedup).isPresent();
    }
}
