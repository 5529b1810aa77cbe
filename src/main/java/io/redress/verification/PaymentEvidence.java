package io.redress.verification;

import io.redress.complaint.Claim;
import io.redress.complaint.Complaint;
import io.redress.order.Order;
import io.redress.payment.Dispute;
import io.redress.payment.HeldPayment;
import io.redress.payment.Payment;
import io.redress.payment.PaymentNews;
import io.redress.payment.PaymentProvider;
import io.redress.payment.PaymentProviderUnavailable;
import io.redress.payment.SubscriptionCharge;
import io.redress.verification.Evidence.PaymentFact;
import io.redress.verification.Evidence.WrongCharge;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Asks the payment provider what was paid, and finds what should not have been. */
@Component
class PaymentEvidence {

    private final PaymentProvider provider;
    private final PaymentNews news;
    private final EarlierRemedies earlierRemedies;
    private final Clock clock;

    PaymentEvidence(PaymentProvider provider, PaymentNews news, EarlierRemedies earlierRemedies, Clock clock) {
        this.provider = provider;
        this.news = news;
        this.earlierRemedies = earlierRemedies;
        this.clock = clock;
    }

    /** @param cards the fingerprints of the cards that paid */
    record About(List<PaymentFact> payments, List<WrongCharge> wrongCharges, boolean disputed, List<String> cards) {

        static About nothing() {
            return new About(List.of(), List.of(), false, List.of());
        }
    }

    About about(Complaint complaint, Order order, FindingNotes notes, boolean lastAttempt) {
        Instant askedAt = clock.instant();
        List<Dispute> disputes = new ArrayList<>();
        try {
            About about = complaint.claim() == Claim.BILLED_TWICE
                    ? charges(order, disputes, notes)
                    : payments(order, disputes, notes);
            news.disputesSeen(complaint.number(), disputes, askedAt);
            return about;
        } catch (PaymentProviderUnavailable unavailable) {
            if (unavailable.isWorthRetrying() && !lastAttempt) {
                throw unavailable;
            }
            notes.unanswered("payment", "The payment provider could not be asked.");
            return About.nothing();
        }
    }

    private About payments(Order order, List<Dispute> disputes, FindingNotes notes) {
        return about(order, known(order), List.of(), disputes, notes);
    }

    private List<Payment> known(Order order) {
        return order.payments().stream()
                .flatMap(payment ->
                        provider
                                .payment(new HeldPayment(payment.provider(), payment.reference(), order.number()))
                                .stream())
                .toList();
    }

    private static About about(
            Order order, List<Payment> known, List<WrongCharge> wrong, List<Dispute> disputes, FindingNotes notes) {
        known.forEach(payment -> disputes.addAll(payment.disputes()));
        known.forEach(payment -> notes.supports(
                "payment", "%s was paid, %s given back so far.".formatted(payment.captured(), payment.refunded())));
        if (known.size() < order.payments().size() || known.isEmpty()) {
            notes.open("payment", "Not every payment of the order is known to the payment provider.");
        }
        boolean disputed = known.stream().anyMatch(Payment::disputed);
        noteDisputed(disputed, notes);
        return new About(known.stream().map(payment -> fact(payment, order)).toList(), wrong, disputed, cards(known));
    }

    private static void noteDisputed(boolean disputed, FindingNotes notes) {
        if (disputed) {
            notes.contradicts("payment", "The customer's bank has opened a dispute on the payment.");
        }
    }

    private About charges(Order order, List<Dispute> disputes, FindingNotes notes) {
        boolean recurring = order.lines().stream().anyMatch(Order.Line::recurring);
        if (!recurring) {
            return paidTwice(order, disputes, notes);
        }
        List<SubscriptionCharge> charges = order.customerPaymentReference() == null
                ? List.of()
                : provider.subscriptionCharges(order.customerPaymentReference());
        List<WrongCharge> wrong = notYetRefundedByUs(WrongCharges.among(charges, order));
        describe(wrong, notes);
        boolean disputed = charges.stream().anyMatch(SubscriptionCharge::disputed);
        noteDisputed(disputed, notes);
        charges.stream()
                .filter(SubscriptionCharge::disputed)
                .forEach(charge -> disputes.addAll(provider.disputes(charge.paymentReference())));
        List<PaymentFact> payments = wrong.stream()
                .map(charge -> new PaymentFact(
                        charge.paymentReference(),
                        providerOf(charge.paymentReference(), order),
                        charge.charge(),
                        charge.amount(),
                        List.of(),
                        false,
                        charge.amount(),
                        order.customerPaymentReference()))
                .toList();
        return new About(payments, wrong, disputed, List.of());
    }

    /** An order that is charged once, but was paid more than once in full: the earliest payment stays. */
    private About paidTwice(Order order, List<Dispute> disputes, FindingNotes notes) {
        List<Payment> known = known(order);
        List<WrongCharge> wrong = notYetRefundedByUs(known.stream()
                .filter(payment -> payment.captured().equals(order.total()))
                .filter(payment -> payment.refunded().isZero())
                .sorted(Comparator.comparing(Payment::paidAt))
                .skip(1)
                .map(payment -> new WrongCharge(
                        payment.charge(), payment.reference(), payment.captured(), payment.paidAt(), null))
                .toList());
        describe(wrong, notes);
        return about(order, known, wrong, disputes, notes);
    }

    private List<WrongCharge> notYetRefundedByUs(List<WrongCharge> wrong) {
        return wrong.stream()
                .filter(charge -> !earlierRemedies.refunded(charge.charge()))
                .toList();
    }

    private static void describe(List<WrongCharge> wrong, FindingNotes notes) {
        if (wrong.isEmpty()) {
            notes.contradicts("payment", "No charge was made twice for the same thing in the same billing period.");
        }
        wrong.forEach(charge -> notes.supports(
                "payment",
                "%s was charged a second time for the period from %s."
                        .formatted(
                                charge.amount(), charge.periodStart().toString().substring(0, 10))));
    }

    private static List<String> cards(List<Payment> known) {
        return known.stream()
                .map(Payment::cardFingerprint)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static PaymentFact fact(Payment payment, Order order) {
        return new PaymentFact(
                payment.reference(),
                providerOf(payment.reference(), order),
                payment.charge(),
                payment.captured(),
                payment.refunds(),
                payment.disputed(),
                payment.refundable(),
                payment.customerReference());
    }

    /** Who holds a payment, in the shop's word; {@code null} for one that the shop does not list. */
    private static String providerOf(String reference, Order order) {
        return order.payments().stream()
                .filter(payment -> payment.reference().equals(reference))
                .map(Order.Payment::provider)
                .findFirst()
                .orElse(null);
    }
}
