package io.redress.conversation.outbox;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Complaints;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.complaint.timeline.Timeline;
import io.redress.complaint.timeline.TimelineKind;
import io.redress.conversation.letter.Letter;
import io.redress.conversation.letter.MessageKind;
import io.redress.conversation.mail.AddressRefused;
import io.redress.conversation.mail.Mail;
import io.redress.conversation.mail.MailUnavailable;
import io.redress.conversation.mail.Mailer;
import io.redress.conversation.outbox.Message.Direction;
import io.redress.conversation.outbox.Message.Status;
import io.redress.conversation.outbox.MessageRows.Draft;
import io.redress.core.text.EnumWords;
import io.redress.engine.port.SendMessageProcess;
import io.redress.engine.port.TellCustomerProcess;
import io.redress.time.clock.Deadlines;
import io.redress.time.promise.Promises;
import io.redress.verification.gathering.Identity;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The outbox: everything that goes out to customers, each message once. A mail is written down in a transaction of its
 * own before the mail server is asked, and its result in another one after; so a repeated step finds it and does not
 * write a second one.
 */
@Component
public class Outbox {

    private final Complaints complaints;
    private final MessageRows rows;
    private final LetterDrafts drafts;
    private final Identity identity;
    private final Mailer mailer;
    private final SendMessageProcess sending;
    private final TellCustomerProcess telling;
    private final Deadlines deadlines;
    private final Promises promises;
    private final Questions questions;
    private final LettersHoldRows holds;
    private final HeldLetterTasks heldTasks;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TransactionTemplate ownTransaction;

    Outbox(
            Complaints complaints,
            MessageRows rows,
            LetterDrafts drafts,
            Identity identity,
            Mailer mailer,
            SendMessageProcess sending,
            TellCustomerProcess telling,
            Deadlines deadlines,
            Promises promises,
            Questions questions,
            LettersHoldRows holds,
            HeldLetterTasks heldTasks,
            Timeline timeline,
            ApplicationEventPublisher events,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.complaints = complaints;
        this.rows = rows;
        this.drafts = drafts;
        this.identity = identity;
        this.mailer = mailer;
        this.sending = sending;
        this.telling = telling;
        this.deadlines = deadlines;
        this.promises = promises;
        this.questions = questions;
        this.holds = holds;
        this.heldTasks = heldTasks;
        this.timeline = timeline;
        this.events = events;
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
    public void send(
            Complaint complaint, MessageKind kind, String dedup, String signedBy, Supplier<Letter.Rendered> letter) {
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
    public Message due(
            Complaint complaint, MessageKind kind, String dedup, String signedBy, Supplier<Letter.Rendered> letter) {
        return rows.find(complaint.number(), kind, dedup)
                .orElseGet(() -> insert(complaint, kind, dedup, signedBy, letter.get()));
    }

    private Message insert(
            Complaint complaint, MessageKind kind, String dedup, String signedBy, Letter.Rendered letter) {
        Draft draft = new Draft(Direction.OUT, kind, dedup, address(complaint, letter), signedBy, letter, Status.DUE);
        rows.insert(complaint, draft, clock.instant());
        return rows.find(complaint.number(), kind, dedup).orElseThrow();
    }

    /** Sends a message that was written down, unless that has been done. */
    @Transactional
    public void deliver(Message message) {
        switch (message.status()) {
            case SENT, TOLD -> met(message);
            case TELL, RECEIVED, FAILED, DROPPED, HELD -> {}
            case DUE, SENDING -> {
                if (!message.kind().isWrittenOnPurpose()
                        && holds.open(message.caseNumber()).isPresent()) {
                    holdBack(message);
                    return;
                }
                Message allowed = forReaderNow(message);
                if (allowed.recipient() == null) {
                    haveTold(allowed, whyNotWritten(allowed));
                } else {
                    mail(allowed);
                }
            }
        }
    }

    public void holdBack(Message message) {
        move(message, Status.HELD);
        timeline.engineDid(
                message.caseNumber(), TimelineKind.LETTER_HELD, title(message) + " waits, because letters are held");
        heldTasks.ask(message.caseNumber());
    }

    /** Takes from people what they were to tell the customer of a case, until it is let go. */
    @Transactional
    public void holdBack(CaseNumber caseNumber) {
        for (Message message : rows.underWay(caseNumber)) {
            if (message.status() == Status.TELL && !message.kind().isWrittenOnPurpose()) {
                telling.end(caseNumber, message.id().toString());
                holdBack(message);
            }
        }
    }

    /** What waits until a case's letters are let go, oldest first. */
    public List<Message> held(CaseNumber caseNumber) {
        return rows.held(caseNumber);
    }

    /** Lets a held letter never go out. @param reason why, as the end of a sentence */
    @Transactional
    public void drop(Message message, String by, String reason) {
        move(message, Status.DROPPED);
        timeline.add(
                message.caseNumber(), by, TimelineKind.LETTER_DROPPED, title(message) + " never goes out: " + reason);
    }

    /** Sends a letter that was held, as it would be written now. */
    @Transactional
    public void sendHeld(Message message, Complaint complaint) {
        Message due = inOwnTransaction(() -> {
            move(message, Status.DUE);
            rewrite(complaint, message);
            return rows.find(message.id()).orElseThrow();
        });
        deliver(due);
        rows.find(message.id()).filter(Message::isKnownToCustomer).ifPresent(sent -> promises.given(sent.id()));
    }

    /** What was written while it was certain who reads it does not go out as it stands once it is not. */
    private Message forReaderNow(Message message) {
        Complaint complaint = complaints.get(message.caseNumber());
        if (message.recipient() == null || mayBeMailed(message, complaint)) {
            return message;
        }
        Letter.Rendered letter = drafts.forReaderNow(complaint, message);
        return inOwnTransaction(() -> {
            rows.rewrite(message.id(), address(complaint, letter), letter);
            return rows.find(message.id()).orElseThrow();
        });
    }

    private boolean mayBeMailed(Message message, Complaint complaint) {
        return !message.confidential() || identity.isSettled(complaint);
    }

    private String whyNotWritten(Message message) {
        return complaints.get(message.caseNumber()).customer().hasWrittenChannel()
                ? "The order knows no mail address"
                : "The customer has no mail address";
    }

    /**
     * Applies a correction of who the customer is and where they are reached to what has not reached them yet: it is
     * written anew, and what waited to be told for want of a mail address goes out by mail.
     *
     * @param told the message that a person is telling the customer right now, which is left to them; else {@code null}
     */
    @Transactional
    public void follow(Complaint corrected, boolean addressCorrected, UUID told) {
        for (Message message : rows.underWay(corrected.number())) {
            if (!message.id().equals(told) && !staysWithWhoTells(message, corrected)) {
                String address = rewrite(corrected, message);
                if (message.status() == Status.TELL && addressCorrected && address != null) {
                    mailInstead(message);
                }
            }
        }
    }

    /** What must not be written as it stands would reach the customer by mail only without what it is about. */
    private boolean staysWithWhoTells(Message message, Complaint corrected) {
        return message.status() == Status.TELL && message.kind().isAboutOrder() && !mayBeMailed(message, corrected);
    }

    /** @return the address that it goes to now, {@code null} where somebody tells it */
    private String rewrite(Complaint complaint, Message message) {
        Letter.Rendered letter = mayBeMailed(message, complaint)
                ? drafts.anew(complaint, message).orElseGet(message::asWritten)
                : drafts.forReaderNow(complaint, message);
        String address = address(complaint, letter);
        rows.rewrite(message.id(), address, letter);
        return address;
    }

    private void mailInstead(Message message) {
        move(message, Status.DUE);
        telling.end(message.caseNumber(), message.id().toString());
        sending.start(message.caseNumber(), message.id().toString());
    }

    /** Where to write a letter to, {@code null} where the customer cannot be written to, or this letter must not be. */
    private String address(Complaint complaint, Letter.Rendered letter) {
        boolean written =
                complaint.customer().hasWrittenChannel() && (!letter.confidential() || identity.isSettled(complaint));
        return written ? complaint.customer().email() : null;
    }

    private void mail(Message message) {
        inOwnTransaction(() -> move(message, Status.SENDING));
        try {
            mailer.send(asMail(message));
        } catch (AddressRefused refused) {
            haveTold(message, refused.getMessage());
            return;
        }
        inOwnTransaction(() -> {
            timeline.engineDid(message.caseNumber(), TimelineKind.MESSAGE_SENT, title(message) + " sent by mail");
            move(message, Status.SENT);
            events.publishEvent(new MessageSent(message, "email", clock.instant()));
            return message;
        });
        met(message);
    }

    private void haveTold(Message message, String why) {
        move(message, Status.TELL);
        timeline.engineDid(
                message.caseNumber(),
                TimelineKind.MESSAGE_TO_TELL,
                "%s: %s, so somebody tells it".formatted(title(message), why));
        telling.start(message.caseNumber(), message.id().toString());
    }

    /** Notes that somebody told the customer. @param way {@code phone}, {@code letter} or {@code counter} */
    @Transactional
    public Message told(UUID id, String person, String way) {
        Message message = rows.find(id).orElseThrow();
        move(message, Status.TOLD);
        events.publishEvent(new MessageSent(message, way, clock.instant()));
        timeline.add(
                message.caseNumber(), person, TimelineKind.MESSAGE_TOLD, "%s told (%s)".formatted(title(message), way));
        met(message);
        promises.given(id);
        return message;
    }

    private void met(Message message) {
        deadlines.received(complaints.get(message.caseNumber()), message.kind().meets());
        if (message.kind() == MessageKind.QUESTION) {
            questions.reached(message);
        }
    }

    private Message move(Message message, Status status) {
        boolean done = status == Status.SENT || status == Status.TOLD;
        rows.move(message.id(), status, done ? clock.instant() : null);
        return message;
    }

    private static String title(Message message) {
        String words = EnumWords.word(message.kind()).replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private Message inOwnTransaction(Supplier<Message> work) {
        return ownTransaction.execute(status -> work.get());
    }

    /** A message of a case by its kind; for those who have to know whether it has gone out. */
    public boolean exists(CaseNumber caseNumber, MessageKind kind, String dedup) {
        return rows.find(caseNumber, kind, dedup).isPresent();
    }

    private static Mail asMail(Message message) {
        return new Mail(
                message.id(),
                message.caseNumber(),
                message.recipient(),
                message.subject(),
                message.text(),
                message.html(),
                message.createdAt(),
                message.isAutomatic());
    }
}
