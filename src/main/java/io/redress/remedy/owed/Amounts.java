package io.redress.remedy.owed;

import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Sums and comparisons of amounts in one currency. */
final class Amounts {

    private Amounts() {}

    static Money lesser(Money one, Money other) {
        return one.isLessThan(other) ? one : other;
    }

    /** Zero instead of a negative amount. */
    static Money positive(Money amount) {
        return amount.isNegative() ? Money.zero(amount.getCurrencyUnit()) : amount;
    }

    static Collector<Money, ?, Money> sum(CurrencyUnit currency) {
        return Collectors.reducing(Money.zero(currency), Money::plus);
    }
}
