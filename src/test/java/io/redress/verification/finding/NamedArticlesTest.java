package io.redress.verification.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.complaint.file.AffectedItem;
import io.redress.outside.order.Order;
import io.redress.verification.evidence.Evidence.Affected;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A slip in one article of several is named, with what the order has. */
class NamedArticlesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PAN-28, LDI-28|\"LDI-28\" is not in the order. Did you mean LID-28? The order has PAN-28, 2 x LID-28.",
                "pan-28|\"pan-28\" is not in the order. Did you mean PAN-28? The order has PAN-28, 2 x LID-28.",
                "PAN28, LID-28|\"PAN28\" is not in the order. Did you mean PAN-28? The order has PAN-28, 2 x LID-28.",
                "KETTLE-9|\"KETTLE-9\" is not in the order. The order has PAN-28, 2 x LID-28.",
                "3 x LID-28|The order has 2 of LID-28, not 3.",
                "LID-28, 2 x LID-28|The order has 2 of LID-28, not 3.",
                "PAN-28 and LID-28|\"PAN-28 and LID-28\" is not in the order. The order has PAN-28, 2 x LID-28."
            })
    void namesWhatTheOrderDoesNotHave(String articles, String slip) {
        assertThat(named(articles).notIn(order("PAN-28", 1, "LID-28", 2))).hasValue(slip);
    }

    @Test
    void namesEverySlipAtOnce() {
        assertThat(named("LDI-28, PNA-28, 2 x PAN-28").notIn(order("PAN-28", 1, "LID-28", 2)))
                .hasValueSatisfying(slips ->
                        assertThat(slips).contains("\"LDI-28\" is not", "\"PNA-28\" is not", "has 1 of PAN-28, not 2"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"PAN-28", "PAN-28, LID-28", "2 x LID-28", "LID-28, LID-28, PAN-28"})
    void findsNoSlipInWhatTheOrderHas(String articles) {
        assertThat(named(articles).notIn(order("PAN-28", 1, "LID-28", 2))).isEmpty();
    }

    @Test
    void countsAnArticleOverAllItsLines() {
        assertThat(named("3 x LID-28").notIn(order("LID-28", 1, "LID-28", 2))).isEmpty();
    }

    @Test
    void namesWhatCannotHaveGoneWrong() {
        Affected pan = new Affected(1, "PAN-28", "Pan", 1, Money.of(CurrencyUnit.EUR, BigDecimal.TEN));

        assertThat(named("PAN-28, LID-28").notAmong(List.of(pan)))
                .hasValue("LID-28 is in the order, but none of it can be affected, as the findings say.");
        assertThat(named("PAN-28").notAmong(List.of(pan))).isEmpty();
    }

    private static NamedArticles named(String articles) {
        return new NamedArticles(Arrays.stream(articles.split(",\\s*"))
                .map(article -> article.matches("\\d x .*")
                        ? new AffectedItem(null, article.substring(4), article.charAt(0) - '0')
                        : new AffectedItem(null, article, 1))
                .toList());
    }

    private static Order order(Object... skusAndQuantities) {
        Money price = Money.of(CurrencyUnit.EUR, BigDecimal.TEN);
        List<Order.Line> lines = IntStream.range(0, skusAndQuantities.length / 2)
                .mapToObj(i -> new Order.Line(
                        i + 1,
                        (String) skusAndQuantities[2 * i],
                        "An article",
                        (Integer) skusAndQuantities[2 * i + 1],
                        price,
                        null,
                        false))
                .toList();
        return new Order(
                "R-1",
                null,
                CurrencyUnit.EUR,
                price,
                Money.zero(CurrencyUnit.EUR),
                Order.SalesChannel.SHOP,
                Order.PaymentMethod.CARD,
                false,
                false,
                null,
                null,
                lines,
                List.of(),
                List.of(),
                null,
                List.of());
    }
}
