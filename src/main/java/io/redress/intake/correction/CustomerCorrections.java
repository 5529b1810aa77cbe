package io.redress.intake.correction;

import io.redress.complaint.customer.Customer;
import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Complaints;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.complaint.timeline.Timeline;
import io.redress.complaint.timeline.TimelineKind;
import io.redress.conversation.correspondence.Correspondence;
import io.redress.core.database.Locks;
import io.redress.intake.correction.CustomerCorrection.Change;
import io.redress.intake.correction.CustomerCorrection.Field;
import io.redress.people.assignment.TeamMoves;
import io.redress.verification.gathering.Identity;
import io.redress.verification.gathering.Verification;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Corrections of who the customer of a case is and where they are reached, by staff. Each is kept with who made it and why;
 * who complains is then judged anew, and what has not reached the customer yet follows them.
 */
@Component
public class CustomerCorrections {

    private final Complaints complaints;
    private final CustomerCorrectionRows rows;
    private final Identity identity;
    private final Verification verification;
    private final Correspondence correspondence;
    private final TeamMoves moves;
    private final Timeline timeline;
    private final Locks locks;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CustomerCorrections(
            Complaints complaints,
            CustomerCorrectionRows rows,
            Identity identity,
            Verification verification,
            Correspondence correspondence,
            TeamMoves moves,
            Timeline timeline,
            Locks locks,
            ApplicationEventPublisher events,
            Clock clock) {
        this.complaints = complaints;
        this.rows = rows;
        this.identity = identity;
        this.verification = verification;
        this.correspondence = correspondence;
        this.moves = moves;
        this.timeline = timeline;
        this.locks = locks;
        this.events = events;
        this.clock = clock;
    }

    /**
     * One thing that was corrected.
     *
     * @param field a word of {@link Field}, or {@code confirmed} or {@code endLinks}
     * @param was {@code null} where there was nothing
     * @param became {@code null} where it was removed
     */
    public record Correction(Instant at, String person, String reason, String field, String was, String became) {}

    /**
     * Corrects the customer of a case. What changes nothing is not kept.
     *
     * @param person the login of who corrects it
     * @param telling the message that this person is telling the customer right now, {@code null} where none
     * @return the case as it stands then
     * @throws io.redress.core.input.RefusedInput where no contact would be left; nothing is changed then
     */
    @Transactional
    public Complaint correct(CaseNumber caseNumber, CustomerCorrection correction, String person, UUID telling) {
        locks.hold("customer of " + caseNumber);
        Complaint before = complaints.get(caseNumber);
        Customer corrected = correction.appliedTo(before.customer());
        List<Change> changes = correction.changesOf(before.customer());
        boolean confirms = correction.confirmed() && (!before.isIdentified() || !changes.isEmpty());
        boolean distrustsLinks = isTakenFromStranger(before, changes);
        if (changes.isEmpty() && !confirms && !correction.endLinks()) {
            return before;
        }
        boolean contradicting = identity.isContradictedBy(before, corrected);
        Complaint complaint = complaints.change(caseNumber, changed -> {
            changed.corrected(corrected, contradicting);
            if (confirms) {
                changed.confirmedBy(person);
            }
            if (correction.endLinks()) {
                changed.endLinks();
            } else if (distrustsLinks) {
                changed.distrustLinks();
            }
        });
        keep(caseNumber, correction, changes, confirms, person);
        verification.reconsider(complaint);
        if (changes.stream().anyMatch(change -> change.field() == Field.LOCALE) && !complaint.hasEnded()) {
            moves.refit(complaint, verification.market(caseNumber).orElse(null));
        }
        correspondence.follow(complaint, changes.stream().anyMatch(change -> change.field() == Field.EMAIL), telling);
        events.publishEvent(new CustomerCorrected(caseNumber));
        return complaints.get(caseNumber);
    }

    /** Whoever had the link by an address that never was certain to be the customer's must not see what is shown later. */
    private boolean isTakenFromStranger(Complaint before, List<Change> changes) {
        return changes.stream().anyMatch(change -> change.field() == Field.EMAIL && change.was() != null)
                && !identity.isSettled(before);
    }

    /** What was corrected in a case, newest first. @param offset how many of the newest are left out */
    public List<Correction> of(CaseNumber caseNumber, long offset, int limit) {
        return rows.newestFirst(caseNumber, offset, limit);
    }

    /** How often something was corrected in a case. */
    public long count(CaseNumber caseNumber) {
        return rows.count(caseNumber);
    }

    private void keep(
            CaseNumber caseNumber,
            CustomerCorrection correction,
            List<Change> changes,
            boolean confirms,
            String person) {
        Instant now = clock.instant();
        List<Correction> kept = new ArrayList<>();
        for (Change change : changes) {
            kept.add(new Correction(
                    now, person, correction.reason(), change.field().word(), change.was(), change.became()));
        }
        if (confirms) {
            kept.add(new Correction(now, person, correction.reason(), "confirmed", null, "true"));
        }
        if (correction.endLinks()) {
            kept.add(new Correction(now, person, correction.reason(), "endLinks", null, "true"));
        }
        kept.forEach(one -> rows.add(caseNumber, one));
        timeline.add(
                caseNumber,
                person,
                TimelineKind.CUSTOMER_CORRECTED,
                kept.stream().map(CustomerCorrections::said).collect(Collectors.joining("; ")) + ". Why: "
                        + correction.reason());
    }

    private static String said(Correction correction) {
        return switch (correction.field()) {
            case "confirmed" -> "checked that the contacts are those of the order's customer";
            case "endLinks" -> "ended the links to the customer's page";
            default ->
                "%s was %s, is now %s"
                        .formatted(correction.field(), quoted(correction.was()), quoted(correction.became()));
        };
    }

    private static String quoted(String value) {
        return value == null ? "missing" : "“" + value + "”";
    }
}
