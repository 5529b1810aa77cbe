package io.redress.remedy.ledger;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.complaint.timeline.Timeline;
import io.redress.complaint.timeline.TimelineKind;
import io.redress.core.text.EnumWords;
import io.redress.remedy.ledger.RemedyRows.Noted;
import io.redress.remedy.ledger.RemedyRows.Why;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one way from state to state in the ledger: as its state machine allows, never without who and why, recorded in
 * the case's timeline and published as a {@link RemedyMoved} for whoever has to know.
 */
@Component
class Transitions {

    private final RemedyRows rows;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Transitions(RemedyRows rows, Timeline timeline, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.timeline = timeline;
        this.events = events;
        this.clock = clock;
    }

    /** Writes a row down as it begins. */
    @Transactional(propagation = Propagation.MANDATORY)
    UUID begin(Complaint complaint, Proposal proposal, RemedyStatus status, String approvedBy, Why why) {
        UUID id = rows.insert(complaint, proposal, status, approvedBy, why, clock.instant());
        String text = describe(proposal.kind(), proposal.currency(), proposal.amount());
        tell(complaint.number(), kind(status), text, why);
        events.publishEvent(new RemedyMoved(complaint.number(), id, proposal.kind(), null, status));
        return id;
    }

    /**
     * Moves a row, unless it is there already.
     *
     * @return whether it moved
     * @throws IllegalTransition where its present state, which may not be that of the given row, does not lead there
     */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean move(Remedy remedy, RemedyStatus to, Noted noted, Why why) {
        return move(remedy, to, noted, why, kind(to));
    }

    /** Moves a row that was not sent through {@code SENT}; it says so in the timeline. */
    @Transactional(propagation = Propagation.MANDATORY)
    void passThroughSent(Remedy remedy, Noted noted, Why why) {
        move(
                remedy,
                RemedyStatus.SENT,
                noted,
                why,
                noted.byHand() ? TimelineKind.REMEDY_BY_HAND : TimelineKind.REMEDY_NOT_SENT);
    }

    private boolean move(Remedy remedy, RemedyStatus to, Noted noted, Why why, TimelineKind kind) {
        Optional<RemedyStatus> left = rows.move(remedy.id(), to, noted, why, clock.instant());
        if (left.isEmpty()) {
            RemedyStatus present = rows.lock(remedy.id());
            if (present == to) {
                return false;
            }
            present.requireMayBecome(to);
            // Another transaction has brought it to a state that leads there since; locked now, it stays.
            left = rows.move(remedy.id(), to, noted, why, clock.instant());
        }
        String text = describe(remedy.kind(), remedy.currency(), remedy.amount());
        CaseNumber caseNumber = new CaseNumber(remedy.caseNumber());
        tell(caseNumber, kind, text, why);
        events.publishEvent(new RemedyMoved(caseNumber, remedy.id(), remedy.kind(), left.orElseThrow(), to));
        return true;
    }

    private void tell(CaseNumber caseNumber, TimelineKind kind, String what, Why why) {
        boolean over = kind == TimelineKind.REMEDY_FAILED || kind == TimelineKind.REMEDY_SUPERSEDED;
        String text = why.reason() == null
                ? what
                : over ? what + ": " + why.reason() : "%s (%s)".formatted(what, why.reason());
        timeline.add(caseNumber, why.actor(), kind, text);
    }

    private static TimelineKind kind(RemedyStatus reached) {
        return switch (reached) {
            case PROPOSED -> TimelineKind.REMEDY_PROPOSED;
            case APPROVED -> TimelineKind.REMEDY_APPROVED;
            case SENT -> TimelineKind.REMEDY_SENT;
            case UNKNOWN -> TimelineKind.REMEDY_UNKNOWN;
            case SETTLED -> TimelineKind.REMEDY_SETTLED;
            case FAILED -> TimelineKind.REMEDY_FAILED;
            case SUPERSEDED -> TimelineKind.REMEDY_SUPERSEDED;
        };
    }

    private static String describe(RemedyKind kind, String currency, BigDecimal amount) {
        String what = EnumWords.word(kind);
        String text = Character.toUpperCase(what.charAt(0)) + what.substring(1);
        return amount.signum() == 0 ? text : text + " of " + amount.toPlainString() + " " + currency;
    }
}
