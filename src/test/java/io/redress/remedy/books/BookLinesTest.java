package io.redress.remedy.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.redress.order.Order;
import io.redress.remedy.Remedy;
import io.redress.remedy.Remedy.Item;
import io.redress.remedy.RemedyKind;
import io.redress.remedy.RemedyStatus;
import io.redress.remedy.books.BooksEvent.Line;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Net, tax and gross of what the books are told. */
class BookLinesTest {

    @ParameterizedTest
    @CsvSource({
        "EUR, 19.00, 0.01, 0.01, 0.00",
        "EUR, 19, 100.00, 84.03, 15.97",
        "JPY, 10, 3200, 2909, 291",
        "KWD, 5, 1.235, 1.176, 0.059",
        "EUR, 0, 7.30, 7.30, 0.00"
    })
    void eachLineAddsUpInItsCurrency(String currency, String rate, String gross, String net, String tax) {
        Order order = order(currency, line("A", rate));

        List<Line> lines = BookLines.of(remedy(currency, gross, new Item("A", 1, new BigDecimal(gross))), order);

        assertThat(lines)
                .extracting(Line::sku, Line::gross, Line::net, Line::tax)
                .containsExactly(tuple("A", gross, net, tax));
    }

    @Test
    void whatBelongsToNoArticleHasTheirRateOnlyWhereAllHaveTheSame() {
        Remedy remedy = remedy("EUR", "15.00", new Item("A", 1, new BigDecimal("10.10")));

        assertThat(BookLines.of(remedy, order("EUR", line("A", "19"), line("B", "19.00"))))
                .extracting(Line::description, Line::gross, Line::taxRate)
                .containsExactly(tuple("Article A", "10.10", "19"), tuple("delivery", "4.90", "19"));
        assertThat(BookLines.of(remedy, order("EUR", line("A", "19"), line("B", "7"))))
                .extracting(Line::gross, Line::taxRate, Line::net)
                .containsExactly(tuple("10.10", "19", "8.49"), tuple("4.90", null, null));
        assertThat(BookLines.of(remedy, null)).extracting(Line::taxRate).containsExactly(null, null);
    }

    @Test
    void eventsAreSignedWithAStrongSecretOrNotSentAtAll() {
        assertThat(books("https://books.example", "x".repeat(31)).isEveryEventSigned())
                .isFalse();
        assertThat(books("ftp://books.example", "x".repeat(32)).isEveryEventSigned())
                .isFalse();
        assertThat(books("https://books.example", "x".repeat(32)).isEveryEventSigned())
                .isTrue();
        assertThat(books("", "").isEveryEventSigned()).isTrue();
        assertThat(books("https://books.example", "x".repeat(32)).toString()).doesNotContain("xxx");
    }

    /** Computed with Python's hmac. */
    @Test
    void signatureIsWhatItsDescriptionSays() {
        assertThat(Signature.of("{}", "s".repeat(32), Instant.ofEpochSecond(1795511451)))
                .isEqualTo("t=1795511451,v1=08a9c3d89a0ae3aa0e8797a93f9833539a4061ee541dbb63d1e357d32eac6656");
    }

    private static BooksProperties books(String url, String secret) {
        return new BooksProperties(URI.create(url), secret, Duration.ofSeconds(1));
    }

    private static Order.Line line(String sku, String rate) {
        return new Order.Line(1, sku, "Article " + sku, 1, Money.parse("EUR 10.10"), null, false, new BigDecimal(rate));
    }

    private static Order order(String currency, Order.Line... lines) {
        CurrencyUnit unit = CurrencyUnit.of(currency);
        Money fee = unit.equals(CurrencyUnit.EUR) ? Money.parse("EUR 4.90") : Money.zero(unit);
        return new Order(
                "T-1",
                null,
                unit,
                fee,
                fee,
                null,
                null,
                false,
                false,
                null,
                null,
                List.of(lines),
                List.of(),
                List.of(),
                null,
                List.of());
    }

    private static Remedy remedy(String currency, String amount, Item... items) {
        return new Remedy(
                UUID.randomUUID(),
                "C-2026-000001",
                1,
                RemedyKind.REFUND,
                RemedyStatus.SETTLED,
                currency,
                new BigDecimal(amount),
                BigDecimal.ZERO,
                "stripe",
                "pi_1",
                null,
                null,
                null,
                "T-1",
                "re_1",
                null,
                "redress",
                "redress",
                null,
                null,
                Instant.EPOCH,
                Instant.EPOCH,
                Set.of(items));
    }
}
