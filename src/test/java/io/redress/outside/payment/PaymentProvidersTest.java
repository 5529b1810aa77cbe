package io.redress.outside.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.redress.outside.payment.PaymentHolder.RefundOrder;
import io.redress.outside.payment.PaymentProvider.PaymentSearch;
import io.redress.outside.wire.Permit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever holds a payment is asked about it, and nobody else. */
class PaymentProvidersTest {

    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

    private final Shop shop = new Shop();
    private final PaymentProviders onlyShop = new PaymentProviders(List.of(shop));
    private final PaymentProviders nobody = new PaymentProviders(List.of());

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"shop, true", "stripe, false", "klarna, false", "-, false"})
    void holdsWhatOneOfThemHolds(String provider, boolean held) {
        assertThat(onlyShop.holds(provider)).isEqualTo(held);
        assertThat(nobody.holds(provider)).isFalse();
    }

    @Test
    void asksTheHolderAndKnowsNothingOfWhatNobodyHolds() {
        assertThat(onlyShop.payment(new HeldPayment("shop", "s1", "R-1"))).isPresent();
        assertThat(onlyShop.payment(new HeldPayment("klarna", "s1", "R-1"))).isEmpty();
        assertThat(onlyShop.payment(new HeldPayment(null, "s1", "R-1"))).isEmpty();
        assertThat(shop.asked).isEqualTo(1);
    }

    @Test
    void saysThatNobodyIsConfiguredRatherThanThatNothingWasPaid() {
        assertThatExceptionOfType(PaymentProviderUnavailable.class)
                .isThrownBy(() -> nobody.payment(new HeldPayment("stripe", "pi_1", "R-1")))
                .withMessageContaining("redress.stripe.api-key")
                .matches(unavailable -> !unavailable.isWorthRetrying());
        assertThatExceptionOfType(PaymentProviderUnavailable.class).isThrownBy(() -> nobody.search(search()));
    }

    @Test
    void doesNotSayThatNothingWasMadeWhereTheHolderIsNotConfiguredAnyMore() {
        RefundOrder order = new RefundOrder(
                "k1", "C-1", new HeldPayment("klarna", "kl_1", "R-1"), null, Money.parse("EUR 1.00"), List.of());

        assertThatExceptionOfType(PaymentProviderUnavailable.class)
                .isThrownBy(() -> onlyShop.findRefund(order))
                .withMessageContaining("klarna");
        assertThatExceptionOfType(PaymentProviderUnavailable.class).isThrownBy(() -> onlyShop.refund(order));
    }

    @Test
    void knowsNoAccountsWhereNobodyHasAny() {
        assertThat(onlyShop.search(search())).isEmpty();
        assertThat(onlyShop.keepsBalances()).isFalse();
        assertThatExceptionOfType(PaymentProviderUnavailable.class)
                .as("not looked at is not the same as none")
                .isThrownBy(() -> onlyShop.subscriptionCharges("cus_1"));
    }

    @Test
    void nothingLessThanNothingIsLeftOfAPayment() {
        assertThat(Shop.paid("80.00", "90.00").refundable()).isEqualTo(Money.parse("EUR 0.00"));
        assertThat(Shop.paid("80.00", "10.00").refundable()).isEqualTo(Money.parse("EUR 70.00"));
    }

    private static PaymentSearch search() {
        return new PaymentSearch("R-1", null, List.of(), List.of(), NOW, NOW);
    }

    /** Holds what orders list with {@code shop}. */
    private static class Shop implements PaymentHolder {

        private int asked;

        static Payment paid(String captured, String refunded) {
            return new Payment(
                    "s1",
                    "s1",
                    Money.parse("EUR " + captured),
                    Money.parse("EUR " + refunded),
                    null,
                    false,
                    NOW,
                    List.of(),
                    List.of(),
                    null);
        }

        @Override
        public boolean holds(String provider) {
            return "shop".equals(provider);
        }

        @Override
        public Permit permit(HeldPayment payment) {
            return Permit.NONE;
        }

        @Override
        public Optional<Payment> payment(HeldPayment payment) {
            asked++;
            return Optional.of(paid("80.00", "0.00"));
        }

        @Override
        public Refund refund(RefundOrder order) {
            throw new AssertionError("not asked for here");
        }

        @Override
        public Optional<Refund> findRefund(RefundOrder order) {
            return Optional.empty();
        }
    }
}
