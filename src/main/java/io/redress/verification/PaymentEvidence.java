package io.redress.verification;

import io.redress.complaint.Claim;
import io.redress.complaint.Complaint;
import io.redress.order.Order;
import io.redress.payment.Payment;
import io.redress.payment.PaymentProvider;
import io.redress.payment.PaymentProviderUnavailable;
import io.redress.payment.SubscriptionCharge;
import io.redress.verification.Evidence.PaymentFact;
import io.redress.verification.Evidence.WrongCharge;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** Asks the payment provider what was paid, and finds what should not have been. */
@Component
class PaymentEvidence {

    private final PaymentProvider provider;
    private final EarlierRemedies earlierRemedies;

    PaymentEvidence(PaymentProvider provider, EarlierRemedies earlierRemedies) {
        this.provider = provider;
        this.earlierRemedies = earlierRemedies;
    }

    record About(List<PaymentFact> payments, List<WrongCharge> wrongCharges, boolean disputed) {

        static About nothing() {
            return new About(List.of(), List.of(), false);
        }
    }

    About about(Complaint complaint, Order order, FindingNotes notes, boolean lastAttempt) {
        try {
            return complaint.claim() == Claim.BILLED_TWICE ? charges(order, notes) : payments(order, notes);
        } catch (PaymentProviderUnavailable unavailable) {
            if (unavailable.isWorthRetrying() && !lastAttempt) {
                throw unavailable;
            }
            notes.unanswered("payment", "The payment provider could not be asked.");
            return About.nothing();
        }
    }

    private About payments(Order order, FindingNotes notes) {
        return about(order, known(order), List.of(), notes);
    }

    private List<Payment> known(Order order) {
        return order.payments().stream()
                .flatMap(payment -> provider.payment(payment.reference()).stream())
                .toList();
    }

    private static About about(Order order, List<Payment> known, List<WrongCharge> wrong, FindingNotes notes) {
        known.forEach(payment -> notes.supports(
                "payment", "%s was paid, %s given back so far.".formatted(payment.captured(), payment.refunded())));
        if (known.size() < order.payments().size() || known.isEmpty()) {
            notes.open("payment", "Not every payment of the order is known to the payment provider.");
        }
        boolean disputed = known.stream().anyMatch(Payment::disputed);
        if (disputed) {
            notes.contradicts("payment", "The customer's bank has opened a dispute on the payment.");
        }
        return new About(known.stream().map(PaymentEvidence::fact).toList(), wrong, disputed);
    }

    private About charges(Order order, FindingNotes notes) {
        boolean recurring = order.lines().stream().anyMatch(Order.Line::recurring);
        if (!recurring) {
            return paidTwice(order, notes);
        }
        List<SubscriptionCharge> charges = order.customerPaymentReference() == null
                ? List.of()
                : provider.subscriptionCharges(order.customerPaymentReference());
        List<WrongCharge> wrong = notYetRefundedByUs(WrongCharges.among(charges, order));
        describe(wrong, notes);
        boolean disputed = charges.stream().anyMatch(SubscriptionCharge::disputed);
        List<PaymentFact> payments = wrong.stream()
                .map(charge -> new PaymentFact(
                        charge.paymentReference(), charge.charge(), charge.amount(), order.customerPaymentReference()))
                .toList();
        return new About(payments, wrong, disputed);
    }

    /** An order that is charged once, but was paid more than once in full: the earliest payment stays. */
    private About paidTwice(Order order, FindingNotes notes) {
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
        return about(order, known, wrong, notes);
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

    private static PaymentFact fact(Payment payment) {
        return new PaymentFact(
                payment.reference(), payment.charge(), payment.refundable(), payment.customerReference());
    }
}
