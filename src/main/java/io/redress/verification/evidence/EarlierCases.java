package io.redress.verification.evidence;

import io.redress.complaint.file.Claim;
import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Outcome;
import io.redress.complaint.search.CaseSummary;
import io.redress.complaint.search.PastCases;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.verification.evidence.CaseTraits.Kind;
import io.redress.verification.evidence.CaseTraits.Tie;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Earlier complaints of the same customer, from the same address or about what the same card paid. They lead to a person
 * who looks at them; nothing is ever refused for them by itself.
 */
@Component
public class EarlierCases {

    private static final int MONTHS = 12;

    private final PastCases pastCases;
    private final CaseTraits traits;
    private final Clock clock;

    EarlierCases(PastCases pastCases, CaseTraits traits, Clock clock) {
        this.pastCases = pastCases;
        this.traits = traits;
        this.clock = clock;
    }

    /** An earlier case and what it has in common with the present one. */
    public record Earlier(CaseSummary complaint, Set<Kind> by) {}

    /** The latest cases that came before this one and have something in common with it, newest first. */
    public List<Earlier> of(Complaint complaint) {
        List<Tie> ties = traits.ties(complaint.number(), EnumSet.allOf(Kind.class));
        Map<CaseNumber, CaseSummary> tied = pastCases
                .summaries(ties.stream().map(Tie::caseNumber).toList())
                .stream()
                .collect(Collectors.toMap(CaseSummary::number, Function.identity()));
        return ties.stream()
                .filter(tie -> tied.containsKey(tie.caseNumber()))
                .map(tie -> new Earlier(tied.get(tie.caseNumber()), tie.by()))
                .toList();
    }

    /**
     * Those within twelve months that say a parcel did not arrive and were not found untrue or taken back. One that is not
     * decided yet counts, so that three at once are not all paid because none of them is the third; several about one
     * order count once, so that asking again is not held against anybody.
     */
    public List<Earlier> notReceived(Complaint complaint) {
        Instant since =
                clock.instant().atZone(ZoneOffset.UTC).minusMonths(MONTHS).toInstant();
        List<Earlier> claimed = of(complaint).stream()
                .filter(earlier -> earlier.complaint().claim() == Claim.NOT_RECEIVED)
                .filter(earlier -> !earlier.complaint().receivedAt().isBefore(since))
                .toList();
        List<Earlier> counted = new ArrayList<>(claimed.stream()
                .filter(earlier -> isUpheld(earlier.complaint()))
                .toList());
        for (Earlier earlier : claimed) {
            String order = earlier.complaint().orderNumber();
            boolean open = earlier.complaint().outcome() == null && !sameOrder(order, complaint.orderNumber());
            if (open
                    && counted.stream()
                            .noneMatch(one -> sameOrder(one.complaint().orderNumber(), order))) {
                counted.add(earlier);
            }
        }
        return counted;
    }

    private static boolean isUpheld(CaseSummary earlier) {
        return earlier.outcome() == Outcome.UPHELD || earlier.outcome() == Outcome.PARTLY_UPHELD;
    }

    private static boolean sameOrder(String one, String other) {
        return one != null && one.equals(other);
    }
}
