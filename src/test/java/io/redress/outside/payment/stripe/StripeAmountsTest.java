package io.redress.outside.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.joda.money.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StripeAmountsTest {

    @ParameterizedTest
    @CsvSource({
        "EUR 12.34, 1234, eur",
        "USD 0.01, 1, usd",
        "HUF 1290.00, 129000, huf",
        "TWD 800.00, 80000, twd",
        "JPY 500, 500, jpy",
        "KRW 12000, 12000, krw",
        "XAF 2500, 2500, xaf",
        "MGA 4000.00, 4000, mga",
        "KWD 5.120, 5120, kwd",
        "BHD 0.010, 10, bhd",
        "ISK 5, 500, isk",
        "UGX 45000, 4500000, ugx"
    })
    void countsAsStripeDoes(String money, long amount, String currency) {
        assertThat(StripeAmounts.toStripe(Money.parse(money))).isEqualTo(amount);
        assertThat(StripeAmounts.fromStripe(amount, currency)).isEqualTo(Money.parse(money));
    }

    @ParameterizedTest
    @ValueSource(strings = {"KWD 5.123", "TND 0.001", "MGA 4000.50"})
    void refusesWhatStripeCannotMove(String money) {
        assertThatIllegalArgumentException().isThrownBy(() -> StripeAmounts.toStripe(Money.parse(money)));
    }

    @ParameterizedTest
    @CsvSource({"550, isk", "101, ugx"})
    void refusesDecimalsThatTheCurrencyDoesNotHave(long amount, String currency) {
        assertThatThrownBy(() -> StripeAmounts.fromStripe(amount, currency)).isInstanceOf(ArithmeticException.class);
    }
}
