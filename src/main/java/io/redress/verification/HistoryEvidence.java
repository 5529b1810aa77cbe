package io.redress.verification;

import io.redress.complaint.Claim;
import io.redress.complaint.Complaint;
import io.redress.complaint.Complaints;
import io.redress.complaint.Outcome;
import io.redress.order.Order;
import io.redress.verification.Evidence.Affected;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Looks back: earlier repairs of the same article, earlier cases of the same order, earlier parcels that never came. */
@Component
class HistoryEvidence {

    private static final Duration TWELVE_MONTHS = Duration.ofDays(365);

    private final Complaints complaints;
    private final Clock clock;

    HistoryEvidence(Complaints complaints, Clock clock) {
        this.complaints = complaints;
        this.clock = clock;
    }

    record Past(int earlierFailures, List<String> earlierHandlers, int earlierNotReceived) {}

    Past of(Complaint complaint, Order order, List<Affected> affected, FindingNotes notes) {
        List<Order.Repair> repairs = order.repairs().stream()
                .filter(repair -> affected.stream().anyMatch(part -> part.sku().equals(repair.sku())))
                .toList();
        repairs.forEach(repair -> notes.supports(
                "history",
                "The article was repaired before, on %s."
                        .formatted(repair.repairedAt().toString().substring(0, 10))));
        List<String> handlers = Stream.concat(
                        repairs.stream().map(Order.Repair::handledBy),
                        complaints.aboutOrder(order.number()).stream()
                                .filter(earlier -> isEarlier(earlier, complaint))
                                .map(Complaint::owner))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return new Past(repairs.size(), handlers, notReceived(complaint, notes));
    }

    private int notReceived(Complaint complaint, FindingNotes notes) {
        if (complaint.claim() != Claim.NOT_RECEIVED) {
            return 0;
        }
        Instant since = clock.instant().minus(TWELVE_MONTHS);
        int count = (int) complaints
                .ofContact(complaint.customer().email(), complaint.customer().phone())
                .stream()
                .filter(earlier -> isEarlier(earlier, complaint))
                .filter(earlier -> earlier.claim() == Claim.NOT_RECEIVED)
                .filter(earlier -> earlier.outcome() == Outcome.UPHELD)
                .filter(earlier -> earlier.receivedAt().isAfter(since))
                .count();
        if (count > 0) {
            notes.open(
                    "history", "Parcels of this customer that were not received in the last twelve months: " + count);
        }
        return count;
    }

    private static boolean isEarlier(Complaint earlier, Complaint complaint) {
        return !earlier.number().equals(complaint.number());
    }
}
