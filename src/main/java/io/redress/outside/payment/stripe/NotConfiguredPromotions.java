package io.redress.outside.payment.stripe;

import io.redress.outside.payment.PaymentProviderUnavailable;
import io.redress.outside.payment.PromotionCodes;
import io.redress.outside.wire.Permit;
import java.util.Optional;
import org.joda.money.Money;

/** The stand-in where no payment provider is configured: no voucher can be made. */
class NotConfiguredPromotions implements PromotionCodes {

    @Override
    public boolean canMake(Money amount) {
        return false;
    }

    @Override
    public Permit permit() {
        return Permit.NONE;
    }

    @Override
    public String make(PromotionOrder order) {
        throw notConfigured();
    }

    @Override
    public Optional<String> find(PromotionOrder order) {
        throw notConfigured();
    }

    private static PaymentProviderUnavailable notConfigured() {
        return new PaymentProviderUnavailable(
                "No payment provider is configured: set redress.stripe.api-key", false, null);
    }
}
