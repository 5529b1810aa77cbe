package io.redress.verification.gathering;

import io.redress.outside.order.Order;
import io.redress.outside.payment.Dispute;
import io.redress.outside.payment.SubscriptionCharge;
import io.redress.verification.evidence.Charge;
import io.redress.verification.evidence.Evidence.WrongCharge;
import io.redress.verification.evidence.FindingNotes;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.joda.money.Money;

/** The findings about charges, in words for those who handle the case; never more than was looked at. */
final class ChargeNotes {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH);

    private ChargeNotes() {}

    static String moment(Instant instant) {
        return MOMENT.format(instant.atOffset(ZoneOffset.UTC));
    }

    private static String day(Instant instant) {
        return DAY.format(instant.atOffset(ZoneOffset.UTC));
    }

    static void describe(List<WrongCharge> wrong, FindingNotes notes) {
        for (WrongCharge charge : wrong) {
            String text = "%s was charged a second time on %s%s (%s). %s"
                    .formatted(
                            charge.amount(),
                            day(charge.chargedAt()),
                            charge.periodStart().equals(charge.chargedAt())
                                    ? ""
                                    : ", for the period from " + day(charge.periodStart()),
                            charge.charge(),
                            standing(charge));
            switch (charge.standing()) {
                case UNCLEAR, AT_BANK -> notes.open("payment", text);
                default -> notes.supports("payment", text);
            }
        }
    }

    private static String standing(WrongCharge charge) {
        String before =
                charge.givenBack().isZero() ? "" : "%s of it was given back before. ".formatted(charge.givenBack());
        return switch (charge.standing()) {
            case DUE -> before + "To give back: %s.".formatted(charge.left());
            case GIVEN_BACK -> "It was given back before.";
            case TAKEN_BACK -> "The customer's bank has given it back, so we must not.";
            case AT_BANK ->
                before + "The customer's bank decides first, about it or about the charge that stays; nothing of it is"
                        + " refunded until then. To accept the dispute gives the customer the money.";
            case UNCLEAR ->
                before + "Compare it with what the customer owed before %s is given back.".formatted(charge.left());
        };
    }

    /** Says what was compared where nothing is wrong, and what was left out in any case. */
    static void subscriptionsLookedAt(
            List<SubscriptionCharge> all, int compared, List<WrongCharge> wrong, FindingNotes notes) {
        if (wrong.isEmpty()) {
            notes.contradicts(
                    "payment",
                    "No charge was made twice for the same thing in the same billing period, among the %d that the"
                                    .formatted(compared)
                            + " customer's subscriptions made for this order.");
        }
        List<SubscriptionCharge> unmarked = all.stream()
                .filter(charge -> charge.orderNumber() == null || charge.orderLine() == null)
                .toList();
        if (!unmarked.isEmpty()) {
            notes.open(
                    "payment",
                    "Not compared, because they name no order of ours: "
                            + unmarked.stream()
                                    .map(charge -> "%s on %s (%s)"
                                            .formatted(charge.amount(), day(charge.chargedAt()), charge.charge()))
                                    .collect(Collectors.joining(", "))
                            + ".");
        }
    }

    /** Says what was compared where nothing is wrong, and where more is here than was owed. */
    static void paymentsLookedAt(List<Charge> charges, Order order, List<WrongCharge> wrong, FindingNotes notes) {
        if (!wrong.isEmpty()) {
            return;
        }
        Money kept = charges.stream()
                .filter(charge -> charge.amount().isSameCurrency(order.total()))
                .map(Charge::amount)
                .reduce(Money.zero(order.currency()), Money::plus);
        if (kept.isGreaterThan(order.total())) {
            notes.open("payment", "%s was paid for an order of %s.".formatted(kept, order.total()));
        } else if (notes.isComplete()) {
            notes.contradicts(
                    "payment",
                    "No payment was made twice, among the %d that shop and payment provider know of."
                            .formatted(charges.size()));
        }
    }

    /** Says what the customer's bank does about payments: what keeps their money, and what does not. */
    static void disputes(List<Dispute> disputes, FindingNotes notes) {
        for (Dispute dispute : disputes) {
            String about = "%s (%s, dispute %s)".formatted(dispute.amount(), dispute.charge(), dispute.id());
            switch (dispute.state()) {
                case INQUIRY ->
                    notes.supports(
                            "payment",
                            "The customer's bank inquires about %s and has taken nothing: to give it back answers the bank."
                                    .formatted(about));
                case OPEN ->
                    notes.contradicts(
                            "payment",
                            "The customer's bank has opened a dispute about %s and has not decided yet."
                                    .formatted(about));
                case LOST ->
                    notes.contradicts(
                            "payment",
                            "The dispute about %s was lost: the customer has the money back from the bank."
                                    .formatted(about));
                case PREVENTED ->
                    notes.contradicts(
                            "payment",
                            "The customer's bank has settled its dispute about %s before it began: the customer has the money."
                                    .formatted(about));
                case WON ->
                    notes.supports(
                            "payment",
                            "The dispute about %s has ended for us: the money stayed here.".formatted(about));
                case REFUNDED ->
                    notes.supports(
                            "payment",
                            "The dispute about %s has ended because we gave the money back.".formatted(about));
            }
        }
    }
}
