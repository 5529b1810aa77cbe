package io.redress.verification.gathering;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.outside.payment.HeldPayment;
import io.redress.outside.payment.Payment;
import io.redress.outside.payment.PaymentProvider;
import io.redress.outside.payment.Refund;
import io.redress.outside.payment.SubscriptionCharge;
import io.redress.verification.evidence.Charge.Ours;
import io.redress.verification.evidence.EarlierRemedies;
import io.redress.verification.evidence.EarlierRemedies.OwnRefund;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.springframework.stereotype.Component;

/** The refunds that we make of a charge ourselves, so that no part of it is counted twice or left out. */
@Component
class OwnRefunds {

    private final EarlierRemedies earlierRemedies;
    private final PaymentProvider provider;

    OwnRefunds(EarlierRemedies earlierRemedies, PaymentProvider provider) {
        this.earlierRemedies = earlierRemedies;
        this.provider = provider;
    }

    Ours of(CaseNumber caseNumber, SubscriptionCharge charge) {
        return of(caseNumber, charge.charge(), charge.amount(), () -> provider.payment(
                        new HeldPayment(null, charge.paymentReference(), charge.orderNumber()))
                .map(Payment::refunds)
                .orElse(List.of()));
    }

    Ours of(CaseNumber caseNumber, Payment payment) {
        return of(caseNumber, payment.charge(), payment.captured(), payment::refunds);
    }

    private Ours of(CaseNumber caseNumber, String charge, Money amount, Supplier<List<Refund>> atProvider) {
        List<OwnRefund> all = earlierRemedies.refunds(caseNumber, charge).stream()
                .filter(own -> own.amount().isSameCurrency(amount))
                .toList();
        List<OwnRefund> doubtful = all.stream().filter(own -> !own.atProvider()).toList();
        Money nothing = Money.zero(amount.getCurrencyUnit());
        if (doubtful.isEmpty()) {
            return new Ours(total(all.stream(), nothing), nothing);
        }
        Set<String> known = atProvider.get().stream()
                .filter(refund -> refund.status() != Refund.Status.FAILED)
                .map(Refund::key)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return new Ours(
                total(all.stream(), nothing),
                total(doubtful.stream().filter(own -> !known.contains(own.key())), nothing));
    }

    private static Money total(Stream<OwnRefund> refunds, Money nothing) {
        return refunds.map(OwnRefund::amount).reduce(nothing, Money::plus);
    }
}
