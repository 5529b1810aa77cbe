package io.redress.verification.gathering;

import io.redress.outside.order.Order;
import io.redress.outside.payment.Payment;
import io.redress.outside.payment.PaymentProvider;
import io.redress.outside.payment.PaymentProvider.FoundPayment;
import io.redress.outside.payment.PaymentProvider.PaymentSearch;
import io.redress.outside.payment.PaymentProviderUnavailable;
import io.redress.verification.evidence.FindingNotes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.springframework.stereotype.Component;

/** The payments for an order that the shop does not list: looked for at the provider, and shown with their figures. */
@Component
class UnlistedPayments {

    /** A customer may have paid a little before the shop calls the order placed. */
    private static final Duration BEFORE = Duration.ofDays(1);

    private final PaymentProvider provider;
    private final Clock clock;

    UnlistedPayments(PaymentProvider provider, Clock clock) {
        this.provider = provider;
        this.clock = clock;
    }

    /** @param known the payments that the shop lists and the provider knows */
    List<FoundPayment> of(Order order, List<Payment> known, FindingNotes notes, boolean lastAttempt) {
        try {
            Set<String> listed =
                    order.payments().stream().map(Order.Payment::reference).collect(Collectors.toSet());
            List<FoundPayment> found = provider.search(search(order, known)).stream()
                    .filter(one -> !listed.contains(one.payment().reference()))
                    .filter(one -> one.payment().captured().isPositive())
                    .toList();
            // The shop has not listed everything, so a person has to look.
            found.forEach(one -> notes.unanswered("payment", inWords(one)));
            return found;
        } catch (PaymentProviderUnavailable unavailable) {
            if (unavailable.isWorthRetrying(lastAttempt)) {
                throw unavailable;
            }
            notes.unanswered(
                    "payment",
                    "Whether there are payments that the shop does not list could not be looked for: only those that"
                            + " it lists were compared.");
            return List.of();
        }
    }

    private PaymentSearch search(Order order, List<Payment> known) {
        Instant now = clock.instant();
        Instant from =
                order.placedOn() == null ? Instant.EPOCH : order.placedOn().minus(BEFORE);
        List<Money> amounts = Stream.concat(
                        Stream.of(order.total()), known.stream().map(Payment::captured))
                .distinct()
                .toList();
        List<String> cards = known.stream()
                .map(Payment::cardFingerprint)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return new PaymentSearch(order.number(), customer(order, known), cards, amounts, from, now.plusSeconds(1));
    }

    private static String customer(Order order, List<Payment> known) {
        return order.customerPaymentReference() != null
                ? order.customerPaymentReference()
                : known.stream()
                        .map(Payment::customerReference)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    private static String inWords(FoundPayment found) {
        Payment payment = found.payment();
        return "The payment provider knows a payment that the shop does not list: %s on %s (%s), %s given back so far. %s"
                .formatted(
                        payment.captured(),
                        ChargeNotes.moment(payment.paidAt()),
                        payment.reference(),
                        payment.refunded(),
                        found.namesOrder()
                                ? "It names this order."
                                : "It names no order; customer or card, amount and time fit.");
    }
}
