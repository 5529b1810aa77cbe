package io.redress.conversation.letter;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.stereotype.Component;

/** The totals of several refunds, the last lines of a list of them. */
@Component
class RefundTotals {

    private final Texts texts;

    RefundTotals(Texts texts) {
        this.texts = texts;
    }

    /** One line for each currency of which there is more than one amount; none for a reader who sees no prices. */
    List<LetterFact> of(Collection<Money> amounts, Addressee addressee) {
        Map<CurrencyUnit, List<Money>> byCurrency = amounts.stream()
                .collect(Collectors.groupingBy(Money::getCurrencyUnit, TreeMap::new, Collectors.toList()));
        return byCurrency.values().stream()
                .filter(same -> same.size() > 1)
                .flatMap(same -> addressee.amount(Money.total(same)).stream())
                .map(total -> new LetterFact(texts.get(addressee.locale(), "remedy.total"), total))
                .toList();
    }
}
