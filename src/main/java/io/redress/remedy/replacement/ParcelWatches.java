package io.redress.remedy.replacement;

import io.redress.complaint.file.Complaints;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.complaint.timeline.Timeline;
import io.redress.complaint.timeline.TimelineKind;
import io.redress.engine.port.ParcelWatchProcess;
import io.redress.outside.logistics.Carrier;
import io.redress.outside.logistics.CarrierUnavailable;
import io.redress.outside.logistics.Parcel;
import io.redress.outside.logistics.ParcelNews;
import io.redress.people.staff.StaffNotice;
import io.redress.remedy.ledger.RemedyKind;
import io.redress.remedy.ledger.RemedyLedger;
import io.redress.remedy.ledger.RemedyStatus;
import io.redress.time.calendar.WorkingDays;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The watch over replacements up to the customer's door. A warehouse that has handed a parcel over has not delivered it
 * yet.
 */
@Component
public class ParcelWatches implements ParcelNews {

    /** Within how many working days a carrier scans what it was given. */
    private static final int DAYS_TO_FIRST_SCAN = 2;

    private final RemedyLedger ledger;
    private final ParcelWatchRows rows;
    private final Carrier carrier;
    private final ParcelWatchProcess parcelWatch;
    private final Complaints complaints;
    private final StaffNotice alert;
    private final WorkingDays workingDays;
    private final Timeline timeline;
    private final Clock clock;

    ParcelWatches(
            RemedyLedger ledger,
            ParcelWatchRows rows,
            Carrier carrier,
            ParcelWatchProcess parcelWatch,
            Complaints complaints,
            StaffNotice alert,
            WorkingDays workingDays,
            Timeline timeline,
            Clock clock) {
        this.ledger = ledger;
        this.rows = rows;
        this.carrier = carrier;
        this.parcelWatch = parcelWatch;
        this.complaints = complaints;
        this.alert = alert;
        this.workingDays = workingDays;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** How it stands with a watched parcel. */
    public enum State {
        WATCH,
        /** A person has to look for it. */
        TROUBLE,
        /** Delivered, or no longer awaited. */
        OVER
    }

    /**
     * Watches every parcel of the case that is not watched yet. Repeated by each step that ships, in the step's own
     * transaction, so that no crash leaves a parcel unwatched.
     */
    @Transactional
    public void watchAll(CaseNumber caseNumber) {
        ledger.of(caseNumber).stream()
                .filter(remedy -> remedy.kind() == RemedyKind.REPLACEMENT)
                .filter(remedy -> remedy.status() == RemedyStatus.SETTLED && remedy.trackingCode() != null)
                .filter(remedy ->
                        rows.insert(remedy, workingDays.after(clock.instant(), DAYS_TO_FIRST_SCAN), clock.instant()))
                .forEach(remedy -> parcelWatch.start(caseNumber, remedy.id().toString(), remedy.trackingCode()));
    }

    /** Whether a parcel is a replacement of ours, which has a case already. */
    public boolean isReplacement(String trackingCode) {
        return rows.exists(trackingCode);
    }

    @Override
    public void heard(Parcel parcel) {
        try {
            parcelWatch.moved(parcel.trackingCode());
        } catch (ConcurrencyFailureException beingAsked) {
            // The watch moves at this very moment, so it is asking the carrier itself.
        }
    }

    /** Asks the carrier and writes down what is new. Safe to repeat. */
    @Transactional
    public State check(UUID parcelId) {
        ParcelWatchRow row = rows.get(parcelId);
        if (ledger.get(parcelId).status() != RemedyStatus.SETTLED) {
            return over(row);
        }
        try {
            Optional<Parcel> parcel = carrier.track(row.trackingCode());
            return parcel.map(known -> judge(row, known)).orElseGet(() -> unseen(row, "its carrier does not know it"));
        } catch (CarrierUnavailable unavailable) {
            if (!unavailable.isWorthRetrying()) {
                timeline.engineDid(row.number(), TimelineKind.PARCEL_NOT_FOLLOWED, unavailable.getMessage());
                return over(row);
            }
            return row.wasScanned() ? State.WATCH : unseen(row, "its carrier has not answered since");
        }
    }

    private State judge(ParcelWatchRow row, Parcel parcel) {
        boolean news = parcel.state() != row.state();
        rows.note(row.remedyId(), parcel.state(), row.trouble());
        return switch (parcel.state()) {
            case DELIVERED -> {
                timeline.engineDid(
                        row.number(),
                        TimelineKind.PARCEL_DELIVERED,
                        name(row) + " was delivered"
                                + (parcel.signedBy() == null ? "." : ", signed for by " + parcel.signedBy() + "."));
                yield over(row);
            }
            case LOST, RETURNED ->
                // Whoever found it is believed; the carrier gets time to see it too.
                row.isBelievedUntil(clock.instant()) ? State.WATCH : trouble(row, gone(parcel));
            case IN_TRANSIT -> {
                if (news) {
                    timeline.engineDid(row.number(), TimelineKind.PARCEL_MOVED, name(row) + " is under way.");
                }
                yield State.WATCH;
            }
            case ANNOUNCED, UNKNOWN -> unseen(row, "its carrier has not scanned it");
        };
    }

    private static String gone(Parcel parcel) {
        String where = parcel.state() == Parcel.State.LOST ? "is lost" : "is on its way back to us";
        return where + ", says the carrier: " + parcel.detail();
    }

    private State unseen(ParcelWatchRow row, String why) {
        return row.scanDueAt().isAfter(clock.instant())
                ? State.WATCH
                : trouble(row, "was sent at least two working days ago, but " + why);
    }

    private State trouble(ParcelWatchRow row, String what) {
        String trouble = name(row) + " " + what;
        rows.note(row.remedyId(), row.state(), trouble);
        timeline.engineDid(row.number(), TimelineKind.PARCEL_TROUBLE, trouble);
        String once = "parcel " + row.remedyId() + " " + row.scanDueAt() + " ";
        alert.tell(complaints.get(row.number()), once + "owner", "owner", "A replacement does not get there", trouble);
        return State.TROUBLE;
    }

    /** Tells leads that nobody has looked for the parcel yet. */
    @Transactional
    public void tellLeads(UUID parcelId) {
        ParcelWatchRow row = rows.get(parcelId);
        String once = "parcel " + row.remedyId() + " " + row.scanDueAt() + " ";
        String subject = "A replacement does not get there, and nobody looks for it";
        alert.tell(complaints.get(row.number()), once + "leads", "leads", subject, row.trouble());
    }

    /** Goes on watching a parcel that somebody found; its carrier has as long as at first. */
    @Transactional
    public void found(UUID parcelId, String person, String note) {
        ParcelWatchRow row = rows.get(parcelId);
        rows.waitAgain(parcelId, workingDays.after(clock.instant(), DAYS_TO_FIRST_SCAN), clock.instant());
        timeline.add(row.number(), person, TimelineKind.PARCEL_FOUND, name(row) + " is on its way after all. " + note);
    }

    /** Gives a parcel up; what stands in its place is a remedy of its own. */
    @Transactional
    public void givenUp(UUID parcelId) {
        ParcelWatchRow row = rows.get(parcelId);
        ledger.fail(ledger.get(parcelId), row.trouble() == null ? name(row) + " did not arrive" : row.trouble());
        over(row);
    }

    private State over(ParcelWatchRow row) {
        rows.end(row.remedyId(), clock.instant());
        return State.OVER;
    }

    private static String name(ParcelWatchRow row) {
        return "Parcel " + row.trackingCode();
    }
}
