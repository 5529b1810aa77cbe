package io.redress.verification.gathering;

import io.redress.complaint.file.Claim;
import io.redress.complaint.file.Complaint;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.outside.order.Order;
import io.redress.outside.payment.AnswerDoubtful;
import io.redress.outside.payment.Dispute;
import io.redress.outside.payment.HeldPayment;
import io.redress.outside.payment.Payment;
import io.redress.outside.payment.PaymentNews;
import io.redress.outside.payment.PaymentProvider;
import io.redress.outside.payment.PaymentProvider.FoundPayment;
import io.redress.outside.payment.PaymentProviderUnavailable;
import io.redress.outside.payment.SubscriptionCharge;
import io.redress.verification.evidence.Charge;
import io.redress.verification.evidence.Evidence.PaymentFact;
import io.redress.verification.evidence.Evidence.Standing;
import io.redress.verification.evidence.Evidence.WrongCharge;
import io.redress.verification.evidence.FindingNotes;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.springframework.stereotype.Component;

/** The evidence from the payment provider: what was paid, and what should not have been. */
@Component
class PaymentEvidence {

    private final PaymentProvider provider;
    private final PaymentNews news;
    private final OwnRefunds ownRefunds;
    private final UnlistedPayments unlistedPayments;
    private final Clock clock;

    PaymentEvidence(
            PaymentProvider provider,
            PaymentNews news,
            OwnRefunds ownRefunds,
            UnlistedPayments unlistedPayments,
            Clock clock) {
        this.provider = provider;
        this.news = news;
        this.ownRefunds = ownRefunds;
        this.unlistedPayments = unlistedPayments;
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
            Question question = new Question(complaint.number(), order, disputes, notes, lastAttempt);
            About about = complaint.claim() == Claim.BILLED_TWICE ? billedTwice(question) : paid(question);
            news.disputesSeen(complaint.number(), disputes, askedAt);
            return about;
        } catch (PaymentProviderUnavailable unavailable) {
            if (unavailable.isWorthRetrying(lastAttempt)) {
                throw unavailable;
            }
            notes.unanswered(
                    "payment",
                    unavailable instanceof AnswerDoubtful
                            ? unavailable.getMessage()
                            : "The payment provider could not be asked.");
            return About.nothing();
        }
    }

    /** @param disputes collects every dispute that is heard of */
    private record Question(
            CaseNumber caseNumber, Order order, List<Dispute> disputes, FindingNotes notes, boolean lastAttempt) {

        boolean recurs() {
            return order.lines().stream().anyMatch(Order.Line::recurring);
        }
    }

    /**
     * What was paid for an order. Where that is less than was owed, the rest may be in a payment that the shop does not
     * list.
     */
    private About paid(Question question) {
        List<Payment> known = known(question);
        List<FoundPayment> unlisted = !question.recurs() && lacksPayment(question.order(), known)
                ? unlistedPayments.of(question.order(), known, question.notes(), question.lastAttempt())
                : List.of();
        boolean disputed = known.stream().anyMatch(Payment::disputed);
        ChargeNotes.disputes(question.disputes(), question.notes());
        return new About(facts(question.order(), known, unlisted), List.of(), disputed, cards(known));
    }

    private List<Payment> known(Question question) {
        List<Payment> known = question.order().payments().stream()
                .flatMap(
                        payment -> provider
                                .payment(new HeldPayment(
                                        payment.provider(),
                                        payment.reference(),
                                        question.order().number()))
                                .stream())
                .toList();
        known.forEach(payment -> question.disputes().addAll(payment.disputes()));
        known.forEach(payment -> question.notes()
                .supports(
                        "payment",
                        "%s was paid, %s given back so far.".formatted(payment.captured(), payment.refunded())));
        if (known.size() < question.order().payments().size() || known.isEmpty()) {
            question.notes().open("payment", "Not every payment of the order is known to the payment provider.");
        }
        return known;
    }

    private static boolean lacksPayment(Order order, List<Payment> known) {
        Money captured = Stream.concat(
                        known.stream().map(Payment::captured),
                        order.payments().stream()
                                .filter(listed -> known.stream().noneMatch(payment -> payment.reference()
                                        .equals(listed.reference())))
                                .map(Order.Payment::amount))
                .filter(order.total()::isSameCurrency)
                .reduce(Money.zero(order.currency()), Money::plus);
        return order.paymentMethod().isPrepaid() && captured.isLessThan(order.total());
    }

    private About billedTwice(Question question) {
        return question.recurs() ? chargedTwice(question) : paidTwice(question);
    }

    /** What a customer's subscriptions took for an order, period by period. */
    private About chargedTwice(Question question) {
        Order order = question.order();
        if (order.customerPaymentReference() == null) {
            question.notes()
                    .unanswered(
                            "payment",
                            "The shop does not say who the customer is at the payment provider, so no charge was"
                                    + " looked at.");
            return About.nothing();
        }
        List<SubscriptionCharge> all = provider.subscriptionCharges(order.customerPaymentReference());
        List<PaymentFact> facts = new ArrayList<>();
        Map<String, List<Charge>> byLine = new TreeMap<>();
        for (SubscriptionCharge charge : all) {
            if (order.number().equals(charge.orderNumber()) && charge.orderLine() != null) {
                Charge judged = judged(charge, question);
                byLine.computeIfAbsent(charge.orderLine(), line -> new ArrayList<>())
                        .add(judged);
                facts.add(fact(judged, charge, order));
            }
        }
        List<WrongCharge> wrong = WrongCharges.ofSubscriptions(byLine, order);
        ChargeNotes.describe(wrong, question.notes());
        ChargeNotes.subscriptionsLookedAt(all, facts.size(), wrong, question.notes());
        return new About(facts, wrong, keepsAllMoney(wrong, question), List.of());
    }

    private Charge judged(SubscriptionCharge charge, Question question) {
        List<Dispute> disputes = charge.disputed() ? provider.disputes(charge.paymentReference()) : List.of();
        question.disputes().addAll(disputes);
        return Charge.of(charge, disputes, ownRefunds.of(question.caseNumber(), charge));
    }

    /** An order that is charged once, but was paid more than once: what was paid first stays. */
    private About paidTwice(Question question) {
        Order order = question.order();
        List<Payment> known = known(question);
        List<FoundPayment> unlisted = unlistedPayments.of(order, known, question.notes(), question.lastAttempt());
        unlisted.forEach(found -> question.disputes().addAll(found.payment().disputes()));
        List<Charge> charges = Stream.concat(
                        known.stream().map(payment -> charge(payment, true, question)),
                        unlisted.stream().map(found -> charge(found.payment(), false, question)))
                .filter(charge -> charge.charge() != null && charge.amount().isPositive())
                .toList();
        List<WrongCharge> wrong = WrongCharges.ofOrder(charges, order.total());
        ChargeNotes.describe(wrong, question.notes());
        ChargeNotes.paymentsLookedAt(charges, order, wrong, question.notes());
        return new About(facts(order, known, unlisted), wrong, keepsAllMoney(wrong, question), cards(known));
    }

    private Charge charge(Payment payment, boolean listed, Question question) {
        return Charge.of(payment, listed, ownRefunds.of(question.caseNumber(), payment));
    }

    /** One disputed charge of several waits alone; where nothing else is clear, it is what the complaint is about. */
    private static boolean keepsAllMoney(List<WrongCharge> wrong, Question question) {
        ChargeNotes.disputes(question.disputes(), question.notes());
        boolean disputed = question.disputes().stream().anyMatch(Dispute::forbidsRefund)
                || wrong.stream().anyMatch(charge -> charge.standing() == Standing.AT_BANK);
        return disputed && wrong.stream().noneMatch(charge -> charge.standing() == Standing.DUE);
    }

    private static List<String> cards(List<Payment> known) {
        return known.stream()
                .map(Payment::cardFingerprint)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /**
     * A payment that names the order belongs to it even if the shop does not list it; any other is for a person to
     * judge.
     */
    private static List<PaymentFact> facts(Order order, List<Payment> known, List<FoundPayment> unlisted) {
        return Stream.concat(
                        known.stream(),
                        unlisted.stream().filter(FoundPayment::namesOrder).map(FoundPayment::payment))
                .map(payment -> new PaymentFact(
                        payment.reference(),
                        order.holderOf(payment.reference()),
                        payment.charge(),
                        payment.captured(),
                        payment.refunds(),
                        payment.disputed(),
                        payment.refundable(),
                        payment.customerReference()))
                .toList();
    }

    private static PaymentFact fact(Charge charge, SubscriptionCharge told, Order order) {
        return new PaymentFact(
                charge.paymentReference(),
                order.holderOf(charge.paymentReference()),
                charge.charge(),
                charge.amount(),
                List.of(),
                charge.bankDecides() || charge.takenByBank().isPositive(),
                told.amount().minus(told.refunded()),
                order.customerPaymentReference());
    }
}
