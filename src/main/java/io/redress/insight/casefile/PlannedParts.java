package io.redress.insight.casefile;

import io.redress.outside.order.Order;
import io.redress.remedy.ledger.Remedy;
import io.redress.remedy.ledger.RemedyStatus;
import io.redress.verification.evidence.Evidence;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The planned remedies, which have not been sent yet: what each is for and where it would go, in words. */
@Component
class PlannedParts {

    private static final Set<RemedyStatus> PLANNED = Set.of(RemedyStatus.PROPOSED, RemedyStatus.APPROVED);

    /** Empty where it is on its way already, or is no money and no goods. */
    Optional<String> of(Remedy remedy, Optional<Evidence> evidence) {
        if (!PLANNED.contains(remedy.status())) {
            return Optional.empty();
        }
        Optional<Order> order = evidence.map(Evidence::order);
        return switch (remedy.kind()) {
            case REFUND -> Optional.of(joined(pieces(remedy, order), payment(remedy)));
            case REPLACEMENT -> Optional.of(joined(pieces(remedy, order), address(order)));
            default -> Optional.empty();
        };
    }

    private static String pieces(Remedy remedy, Optional<Order> order) {
        return remedy.items().stream()
                .filter(item -> item.quantity() > 0)
                .sorted(Comparator.comparing(Remedy.Item::sku))
                .map(item -> item.quantity() + " × " + name(item, order))
                .collect(Collectors.joining(", "));
    }

    private static String name(Remedy.Item item, Optional<Order> order) {
        return order.stream()
                .flatMap(known -> known.lines().stream())
                .filter(line -> Integer.valueOf(line.line()).equals(item.line()))
                .flatMap(line -> Stream.ofNullable(line.description()))
                .findFirst()
                .orElse(item.sku());
    }

    private static String payment(Remedy remedy) {
        return remedy.paymentReference() == null
                ? "no payment has it left: a person finds a way to pay it"
                : "back to the payment " + remedy.paymentReference();
    }

    private static String address(Optional<Order> order) {
        return order.map(Order::deliveryAddress)
                .map(address -> "to " + OrderParts.address(address))
                .orElse("");
    }

    private static String joined(String what, String where) {
        return Stream.of(what, where).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
    }
}
