package io.redress.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.remedy.goodwill.GoodwillAmount;
import java.math.BigDecimal;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** The promise about goodwill, through the real table and down to the coin, for whatever happens. */
@Tag("generated")
class CompensationPropertiesTest {

    private static final DecisionTable COMPENSATION = DecisionTable.of("compensation");
    private static final CurrencyUnit[] NONE_TWO_THREE_DECIMALS = {
        CurrencyUnit.JPY, CurrencyUnit.EUR, CurrencyUnit.of("KWD")
    };

    @Property
    void neverFallsAsPriceDelayOrFailuresRise(
            @ForAll @LongRange(min = 1, max = 5_000_000) long price,
            @ForAll @LongRange(max = 1_000_000) long dearer,
            @ForAll @IntRange(max = 400) int delayDays,
            @ForAll @IntRange(max = 30) int later,
            @ForAll @IntRange(max = 6) int failures,
            @ForAll @IntRange(max = 3) int moreFailures,
            @ForAll @IntRange(max = 2) int decimals) {
        CurrencyUnit currency = NONE_TWO_THREE_DECIMALS[decimals];

        Money here = amount(Money.ofMinor(currency, price), answer(delayDays, failures));

        assertThat(amount(Money.ofMinor(currency, price + dearer), answer(delayDays, failures)))
                .isGreaterThanOrEqualTo(here);
        assertThat(amount(Money.ofMinor(currency, price), answer(delayDays + later, failures)))
                .isGreaterThanOrEqualTo(here);
        assertThat(amount(Money.ofMinor(currency, price), answer(delayDays, failures + moreFailures)))
                .isGreaterThanOrEqualTo(here);
        assertThat(amount(Money.ofMinor(currency, price + dearer), answer(delayDays + later, failures + moreFailures)))
                .isGreaterThanOrEqualTo(here);
    }

    /** Half a coin up, in whatever the smallest coin is, and never more than the price. */
    @Property
    void isTheShareOfThePriceToTheNearestCoin(
            @ForAll @LongRange(min = 1, max = 5_000_000) long price,
            @ForAll @IntRange(max = 100) int percent,
            @ForAll @IntRange(max = 2) int decimals) {
        Money whole = Money.ofMinor(NONE_TWO_THREE_DECIMALS[decimals], price);

        long minor = GoodwillAmount.of(whole, BigDecimal.valueOf(percent))
                .map(Money::getAmountMinorLong)
                .orElse(0L);

        assertThat(minor).isEqualTo((price * percent + 50) / 100).isLessThanOrEqualTo(price);
    }

    /** The number of claims is not even asked for, and whoever offers it changes nothing. */
    @Property
    void doesNotDependOnHowOftenACustomerComplained(
            @ForAll @IntRange(max = 60) int delayDays,
            @ForAll @IntRange(max = 4) int failures,
            @ForAll @IntRange(max = 1000) int claims) {
        Facts more = facts(delayDays, failures).with("claims", claims).with("earlierCases", claims);

        assertThat(COMPENSATION.answer(more)).isEqualTo(answer(delayDays, failures));
    }

    @Property
    void namesWhatItConsistsOfExactlyWhereThereIsSome(
            @ForAll @IntRange(max = 60) int delayDays, @ForAll @IntRange(max = 4) int failures) {
        Map<String, Object> answer = answer(delayDays, failures);

        assertThat(answer.get("goodwill").equals("none"))
                .isEqualTo(answer.get("percent").equals(0));
    }

    private static Money amount(Money price, Map<String, Object> answer) {
        return GoodwillAmount.of(price, new BigDecimal(answer.get("percent").toString()))
                .orElse(Money.zero(price.getCurrencyUnit()));
    }

    private static Map<String, Object> answer(int delayDays, int failures) {
        return COMPENSATION.answer(facts(delayDays, failures));
    }

    private static Facts facts(int delayDays, int failures) {
        return Facts.of("outcome", "upheld").with("delayDays", delayDays).with("repeatedFailures", failures);
    }
}
