package io.redress.remedy.ledger;

import io.redress.outside.payment.Dispute;
import io.redress.outside.payment.Payment;
import io.redress.outside.payment.Refund;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * The headroom of a payment: what the provider said of it just before some of it is given back.
 *
 * @param askedAt when it was asked
 */
public record PaymentHeadroom(Payment payment, Instant askedAt) {

    String currency() {
        return payment.captured().getCurrencyUnit().getCode();
    }

    BigDecimal captured() {
        return payment.captured().getAmount();
    }

    /** The disputes of it that do not forbid a refund. */
    List<String> harmlessDisputes() {
        return payment.disputes().stream()
                .filter(dispute -> !dispute.forbidsRefund())
                .map(Dispute::id)
                .toList();
    }

    /**
     * What others gave back, in major units: by hand, or by us in a past that the ledger has forgotten.
     *
     * @param ours the keys of the ledger's own refunds, which it counts itself
     */
    BigDecimal refundedElsewhere(Set<String> ours) {
        return payment.refunds().stream()
                .filter(refund -> refund.status() != Refund.Status.FAILED)
                .filter(refund -> refund.key() == null || !ours.contains(refund.key()))
                .map(refund -> refund.amount().getAmount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
