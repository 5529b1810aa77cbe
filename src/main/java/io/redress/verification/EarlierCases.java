package io.redress.verification;

import io.redress.complaint.Claim;
import io.redress.complaint.Complaint;
import io.redress.complaint.Complaints;
import io.redress.complaint.Outcome;
import io.redress.verification.CaseTraits.Kind;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Earlier complaints of the same customer, from the same address or about what the same card paid. They lead to a person
 * who looks at them; nothing is ever refused for them by itself.
 */
@Component
public class EarlierCases {

    private static final int MONTHS = 12;

    private final Complaints complaints;
    private final CaseTraits traits;
    private final Clock clock;

    EarlierCases(Complaints complaints, CaseTraits traits, Clock clock) {
        this.complaints = complaints;
        this.traits = traits;
        this.clock = clock;
    }

    /** An earlier case and what it has in common with the present one. */
    public record Earlier(Complaint complaint, Set<Kind> by) {}

    /** The cases that came before this one and have something in common with it, newest first. */
    public Stream<Earlier> of(Complaint complaint) {
        return traits.ties(complaint.number(), EnumSet.allOf(Kind.class)).stream()
                .flatMap(tie -> complaints.find(tie.caseNumber()).map(found -> new Earlier(found, tie.by())).stream())
                .filter(earlier -> isBefore(earlier.complaint(), complaint));
    }

    /**
     * Those within twelve months that say a parcel did not arrive and were not found untrue or taken back. One that is not
     * decided yet counts, so that three at once are not all paid because none of them is the third; several about one
     * order count once, so that asking again is not held against anybody.
     */
    public List<Earlier> notReceived(Complaint complaint) {
        Instant since =
                clock.instant().atZone(ZoneOffset.UTC).minusMonths(MONTHS).toInstant();
        List<Earlier> claimed = of(complaint)
                .filter(earlier -> earlier.complaint().claim() == Claim.NOT_RECEIVED)
                .filter(earlier -> !earlier.complaint().receivedAt().isBefore(since))
                .toList();
        List<Earlier> counted = new ArrayList<>(claimed.stream()
                .filter(earlier -> isUpheld(earlier.complaint()))
                .toList());
        for (Earlier earlier : claimed) {
            boolean open = earlier.complaint().outcome() == null && !sameOrder(earlier.complaint(), complaint);
            if (open && counted.stream().noneMatch(one -> sameOrder(one.complaint(), earlier.complaint()))) {
                counted.add(earlier);
            }
        }
        return counted;
    }

    private static boolean isBefore(Complaint earlier, Complaint complaint) {
        return earlier.createdAt().isBefore(complaint.createdAt())
                || earlier.createdAt().equals(complaint.createdAt())
                        && earlier.number().value().compareTo(complaint.number().value()) < 0;
    }

    private static boolean isUpheld(Complaint earlier) {
        return earlier.outcome() == Outcome.UPHELD || earlier.outcome() == Outcome.PARTLY_UPHELD;
    }

    private static boolean sameOrder(Complaint one, Complaint other) {
        return one.orderNumber() != null && one.orderNumber().equals(other.orderNumber());
    }
}
