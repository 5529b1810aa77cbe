package io.redress.conversation.incoming;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Complaints;
import io.redress.complaint.file.CustomerSaid;
import io.redress.complaint.timeline.Actor;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.complaint.timeline.Timeline;
import io.redress.complaint.timeline.TimelineKind;
import io.redress.conversation.alert.StaffAlerts;
import io.redress.conversation.letter.Letter;
import io.redress.conversation.letter.MessageKind;
import io.redress.conversation.outbox.Message.Direction;
import io.redress.conversation.outbox.Message.Status;
import io.redress.conversation.outbox.MessageRows;
import io.redress.conversation.outbox.MessageRows.Draft;
import io.redress.engine.port.ComplaintProcess;
import io.redress.engine.port.ReadMessageProcess;
import io.redress.people.visibility.Shields;
import io.redress.time.clock.Deadlines;
import io.redress.time.clock.PauseReason;
import io.redress.verification.safety.Dangers;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The entry for everything that customers write, by whatever door it comes in. */
@Component
public class Incoming {

    /** The wish for a person, and what ends it besides a reply. */
    private static final Set<TimelineKind> ANSWERS_TO_WISH =
            Set.of(TimelineKind.PERSON_WISHED, TimelineKind.NO_REPLY_NEEDED, TimelineKind.MESSAGE_READ);

    private final Complaints complaints;
    private final MessageRows rows;
    private final ComplaintProcess process;
    private final ReadMessageProcess reading;
    private final StaffAlerts alerts;
    private final ThanksOnly thanks;
    private final Dangers dangers;
    private final Deadlines deadlines;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;
    private final Shields shields;
    private final Clock clock;

    Incoming(
            Complaints complaints,
            MessageRows rows,
            ComplaintProcess process,
            ReadMessageProcess reading,
            StaffAlerts alerts,
            ThanksOnly thanks,
            Dangers dangers,
            Deadlines deadlines,
            Timeline timeline,
            ApplicationEventPublisher events,
            Shields shields,
            Clock clock) {
        this.complaints = complaints;
        this.rows = rows;
        this.process = process;
        this.reading = reading;
        this.alerts = alerts;
        this.thanks = thanks;
        this.dangers = dangers;
        this.deadlines = deadlines;
        this.timeline = timeline;
        this.events = events;
        this.shields = shields;
        this.clock = clock;
    }

    /**
     * Takes what the customer wrote to whoever has to know: the handler who asked, somebody who answers it, or, where
     * nothing in the case waits for it any more, somebody who reads it.
     *
     * @param externalId the sender's own id, {@code null} where there is none; with the same id nothing happens again
     * @param by the customer, or who passes it on
     */
    @Transactional
    public void received(CaseNumber caseNumber, String text, String externalId, Actor by) {
        Complaint complaint = complaints.hold(caseNumber);
        Optional<UUID> id =
                noted(complaint, text, externalId == null ? UUID.randomUUID().toString() : externalId);
        if (id.isEmpty()) {
            return;
        }
        timeline.add(
                caseNumber,
                by,
                TimelineKind.CUSTOMER_WROTE,
                by.passesOn() ? "What the customer wrote was passed on" : "The customer wrote");
        if (!answered(complaint) && !handOver(complaint, id.get().toString())) {
            rows.cameAfterEnd(id.get());
            haveRead(complaint, id.get().toString(), thanks.areAll(text));
            alerts.customerWrote(complaint, id.get().toString(), text);
        }
        dangers.wrote(caseNumber, text);
    }

    /**
     * Takes what the customer did, where they used no words of their own, to whoever has to know.
     *
     * @param kind what it was
     * @param text the same for staff to read
     */
    @Transactional
    public void acted(CaseNumber caseNumber, Actor by, TimelineKind kind, String text) {
        Complaint complaint = complaints.hold(caseNumber);
        timeline.add(caseNumber, by, kind, text);
        String subject = kind.word() + "/" + complaint.round();
        if (!handOver(complaint, subject)) {
            haveRead(complaint, subject, false);
            alerts.customerActed(complaint, subject, text);
        }
    }

    /**
     * Takes the customer's wish for a person to whoever answers them. The round, its clocks and what was given stay as they
     * are; asked again before anybody has answered, it is the same wish.
     */
    @Transactional
    public void wishedForPerson(CaseNumber caseNumber, Actor by) {
        complaints.hold(caseNumber);
        if (!isWishOpen(caseNumber)) {
            acted(caseNumber, by, TimelineKind.PERSON_WISHED, "The customer wishes that a person looks at it");
        }
    }

    private boolean isWishOpen(CaseNumber caseNumber) {
        return timeline.last(caseNumber, ANSWERS_TO_WISH)
                .filter(last -> last.kind() == TimelineKind.PERSON_WISHED)
                .filter(wish -> rows.conversation(caseNumber).stream()
                        .noneMatch(message -> message.kind() == MessageKind.REPLY
                                && message.createdAt().isAfter(wish.at())))
                .isPresent();
    }

    /**
     * Keeps what the customer said on an occasion that is taken care of already, such as an answer to the follow-up.
     * Where it tells of danger to people, somebody reads it all the same.
     */
    @Transactional
    public void said(Complaint complaint, String text, String externalId) {
        noted(complaint, text, externalId).ifPresent(id -> {
            if (dangers.wrote(complaint.number(), text)) {
                rows.cameAfterEnd(id);
                haveRead(complaints.get(complaint.number()), id.toString(), false);
            }
        });
    }

    /**
     * Reads what a member of staff writes of what the customer said, which is no message of theirs.
     *
     * @param words {@code null} where there are none
     * @param subject what makes it the same occasion
     */
    @Transactional
    public void endsWith(CaseNumber caseNumber, String words, String subject) {
        boolean news = words != null && dangers.wrote(caseNumber, words);
        Complaint complaint = complaints.get(caseNumber);
        if (news || complaint.isDangerOpen()) {
            // Once the case has ended, no other task of it is left that somebody could claim.
            haveRead(complaint, subject, false);
        }
    }

    private Optional<UUID> noted(Complaint complaint, String text, String externalId) {
        Draft draft = new Draft(
                Direction.IN,
                MessageKind.CUSTOMER,
                externalId,
                null,
                null,
                Letter.Rendered.plain(text),
                Status.RECEIVED);
        Instant now = clock.instant();
        Optional<UUID> kept = rows.insert(complaint, draft, now);
        kept.ifPresent(id -> {
            shields.read(complaint, text);
            events.publishEvent(new CustomerSaid(complaint.number(), text, now));
        });
        return kept;
    }

    /** Whether it is the answer that somebody waits for, or is about to wait for. */
    private boolean answered(Complaint complaint) {
        if (!complaint.isQuestionOpen()) {
            return false;
        }
        complaints.change(complaint.number(), Complaint::questionSettled);
        deadlines.resume(complaint.number(), PauseReason.WAITING_FOR_CUSTOMER);
        return process.customerReplied(complaint.number()) || process.isAsking(complaint.number());
    }

    private boolean handOver(Complaint complaint, String subject) {
        boolean taken = !complaint.hasEnded() && process.customerWrote(complaint);
        if (taken) {
            deadlines.customerWaits(complaint, subject);
        }
        return taken;
    }

    /** The clock first, because the ladder of what is started then asks for it. */
    private void haveRead(Complaint complaint, String subject, boolean onlyThanks) {
        deadlines.customerWaits(complaint, subject);
        reading.start(complaint.number(), onlyThanks);
    }
}
