package io.redress.verification.gathering;

import io.redress.complaint.file.Claim;
import io.redress.complaint.file.Complaint;
import io.redress.complaint.search.PastCases;
import io.redress.outside.order.Order;
import io.redress.verification.evidence.EarlierCases;
import io.redress.verification.evidence.Evidence.Affected;
import io.redress.verification.evidence.FindingNotes;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The evidence from the past: earlier repairs of the same article, earlier cases of the same order, earlier parcels
 * that never came.
 */
@Component
class HistoryEvidence {

    private final PastCases pastCases;
    private final EarlierCases earlier;

    HistoryEvidence(PastCases pastCases, EarlierCases earlier) {
        this.pastCases = pastCases;
        this.earlier = earlier;
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
                        pastCases.ownersAbout(order.number(), complaint.number()).stream())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return new Past(repairs.size(), handlers, notReceived(complaint, notes));
    }

    private int notReceived(Complaint complaint, FindingNotes notes) {
        if (complaint.claim() != Claim.NOT_RECEIVED) {
            return 0;
        }
        List<EarlierCases.Earlier> before = earlier.notReceived(complaint);
        if (!before.isEmpty()) {
            notes.open(
                    "history",
                    "Parcels not received in the last twelve months, by the same customer, at the same address or paid"
                            + " with the same card: " + before.size());
        }
        return before.size();
    }
}
