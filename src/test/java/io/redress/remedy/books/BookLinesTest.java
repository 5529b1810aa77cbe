package io.redress.remedy.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.redress.outside.order.Order;
import io.redress.remedy.books.BooksEvent.Line;
import io.redress.remedy.ledger.Remedy;
import io.redress.remedy.ledger.Remedy.FeeShare;
import io.redress.remedy.ledger.Remedy.Item;
import io.redress.remedy.ledger.RemedyKind;
import io.redress.remedy.ledger.RemedyStatus;
import io.redress.remedy.owed.FeeKind;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Net, tax and gross of what the books are told. */
class BookLinesTest {

    private static final String CHARGE = "ch_1";

    @ParameterizedTest
    @CsvSource({
        "EUR, 19.00, 0.01, 0.01, 0.00",
        "EUR, 19, 100.00, 84.03, 15.97",
        "JPY, 10, 3200, 2909, 291",
        "KWD, 5, 1.235, 1.176, 0.059",
        "EUR, 0, 7.30, 7.30, 0.00"
    })
    void eachLineAddsUpInItsCurrency(String currency, String rate, String gross, String net, String tax) {
        Order order = order(currency, "0", null, line(1, "A", "10", rate));

        assertThat(lines(remedy(currency, gross, Set.of(item(1, "A", gross))), order))
                .extracting(Line::sku, Line::gross, Line::net, Line::tax)
                .containsExactly(tuple("A", gross, net, tax));
    }

    @Test
    void taxIsThatOfTheLineAlsoWhereItsArticleStandsInAnotherOne() {
        Order order = order("EUR", "0", null, line(1, "A", "10.00", "7"), line(2, "A", "10.00", "19"));

        assertThat(lines(remedy("EUR", "10.00", Set.of(item(2, "A", "10.00"))), order))
                .extracting(Line::line, Line::sku, Line::taxRate, Line::tax)
                .containsExactly(tuple(2, "A", "19", "1.60"));
        assertThat(lines(remedy("EUR", "20.00", Set.of(item(1, "A", "10.00"), item(2, "A", "10.00"))), order))
                .extracting(Line::line, Line::taxRate, Line::tax)
                .containsExactly(tuple(1, "7", "0.65"), tuple(2, "19", "1.60"));
    }

    @Test
    void taxIsNotGuessedWhereOnlyTheArticleIsKnownAndItsLinesDiffer() {
        Set<Item> onlyArticle = Set.of(new Item("A", 1, new BigDecimal("10.00")));

        assertThat(lines(
                        remedy("EUR", "10.00", onlyArticle),
                        order("EUR", "0", null, line(1, "A", "10.00", "7"), line(2, "A", "10.00", "19"))))
                .extracting(Line::taxRate, Line::net)
                .containsExactly(tuple(null, null));
        assertThat(lines(
                        remedy("EUR", "10.00", onlyArticle),
                        order("EUR", "0", null, line(1, "A", "10.00", "7"), line(2, "A", "12.00", "7.00"))))
                .extracting(Line::taxRate)
                .containsExactly("7");
    }

    @Test
    void refundOfTheFeesAloneIsToldByTheirNamesAndTaxes() {
        Order order = order("EUR", "4.90", "7", line(1, "A", "10.00", "19"), line(2, "B", "10.00", "7"));
        Remedy remedy = remedy(
                "EUR",
                "7.40",
                Set.of(),
                new FeeShare(FeeKind.OTHER, "Wrapping", new BigDecimal("2.50")),
                new FeeShare(FeeKind.DELIVERY, "", new BigDecimal("4.90")));

        assertThat(lines(remedy, order))
                .extracting(Line::sku, Line::description, Line::taxRate, Line::tax, Line::gross)
                .containsExactly(
                        tuple(null, "delivery", "7", "0.32", "4.90"), tuple(null, "Wrapping", "19.00", "0.40", "2.50"));
    }

    @Test
    void deliveryWithoutARateIsSpreadOverTheGoodsOrToldWithoutTaxAsTheSettingSays() {
        Order order = order("EUR", "4.90", null, line(1, "A", "10.00", "19"), line(2, "B", "30.00", "7"));
        Remedy remedy = remedy("EUR", "4.90", Set.of(), new FeeShare(FeeKind.DELIVERY, "", new BigDecimal("4.90")));

        assertThat(lines(remedy, order))
                .extracting(Line::description, Line::taxRate, Line::gross, Line::net, Line::tax)
                .containsExactly(
                        tuple("delivery", "7", "3.68", "3.44", "0.24"),
                        tuple("delivery", "19", "1.22", "1.03", "0.19"));
        assertThat(BookLines.of(remedy, order, Set.of(), DeliveryTax.UNKNOWN))
                .extracting(Line::description, Line::taxRate, Line::gross)
                .containsExactly(tuple("delivery", null, "4.90"));
        assertThat(lines(remedy, order("EUR", "4.90", null, line(1, "A", "10.00", "19"), line(2, "B", "1.00", null))))
                .extracting(Line::description, Line::taxRate, Line::gross)
                .as("where a rate of the goods is not known")
                .containsExactly(tuple("delivery", null, "4.90"));
    }

    @Test
    void furtherFeeWithoutARateIsSpreadLikeTheDelivery() {
        Order order = order("EUR", "4.90", "7", line(1, "A", "10.00", "19"), line(2, "B", "10.00", "7"));
        Remedy remedy = remedy("EUR", "2.00", Set.of(), new FeeShare(FeeKind.OTHER, "Insurance", new BigDecimal("2")));

        assertThat(lines(remedy, order))
                .extracting(Line::description, Line::taxRate, Line::gross)
                .containsExactly(tuple("Insurance", "7", "1.00"), tuple("Insurance", "19", "1.00"));
        assertThat(BookLines.of(remedy, order, Set.of(), DeliveryTax.UNKNOWN))
                .extracting(Line::description, Line::taxRate, Line::gross)
                .containsExactly(tuple("Insurance", null, "2.00"));
    }

    @Test
    void whatCostNothingHasNoPartOfTheDelivery() {
        Remedy remedy = remedy("EUR", "4.90", Set.of(), new FeeShare(FeeKind.DELIVERY, "", new BigDecimal("4.90")));

        assertThat(lines(remedy, order("EUR", "4.90", null, line(1, "A", "10.00", "19"), line(2, "G", "0.00", null))))
                .extracting(Line::taxRate, Line::gross)
                .containsExactly(tuple("19", "4.90"));
        assertThat(lines(remedy, order("EUR", "4.90", null, line(1, "G", "0.00", "19"), line(2, "H", "0.00", "7"))))
                .extracting(Line::taxRate, Line::gross)
                .containsExactly(tuple("7", "2.45"), tuple("19", "2.45"));
    }

    @Test
    void partsAddUpToTheRefundInEveryCurrency() {
        Random random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            String currency = List.of("EUR", "JPY", "KWD").get(random.nextInt(3));
            int decimals = CurrencyUnit.of(currency).getDecimalPlaces();
            Order.Line[] bought = IntStream.rangeClosed(1, 1 + random.nextInt(6))
                    .mapToObj(number -> line(
                            currency,
                            number,
                            "A",
                            BigDecimal.valueOf(random.nextInt(100_000), decimals),
                            List.of("0", "5.5", "7", "19", "19.00").get(random.nextInt(5))))
                    .toArray(Order.Line[]::new);
            BigDecimal fee = BigDecimal.valueOf(1 + random.nextInt(2_000), decimals);

            List<Line> told = lines(
                    remedy(currency, fee.toPlainString(), Set.of(), new FeeShare(FeeKind.DELIVERY, "", fee)),
                    order(currency, fee.toPlainString(), null, bought));

            assertThat(sum(told.stream().map(Line::gross).toList())).isEqualByComparingTo(fee);
            assertThat(sum(told.stream().map(Line::net).toList())
                            .add(sum(told.stream().map(Line::tax).toList())))
                    .isEqualByComparingTo(fee);
        }
    }

    @Test
    void restOfARefundFromBeforeFeesWereWrittenDownIsDeliveryOrAWrongChargeOrNoArticle() {
        Order order = order("EUR", "4.90", null, line(1, "A", "10.10", "19"), line(2, "B", "1.00", "19.00"));
        Remedy withArticle = remedy("EUR", "15.00", Set.of(item(1, "A", "10.10")));
        Remedy alone = remedy("EUR", "4.90", Set.of());

        assertThat(lines(withArticle, order))
                .extracting(Line::description, Line::gross, Line::taxRate)
                .containsExactly(tuple("Article A", "10.10", "19"), tuple("delivery", "4.90", "19"));
        assertThat(lines(alone, order)).extracting(Line::description).containsExactly("delivery");
        assertThat(BookLines.of(alone, order, Set.of(CHARGE), DeliveryTax.PROPORTIONAL))
                .extracting(Line::description)
                .containsExactly("charge ch_1");
        assertThat(lines(remedy("EUR", "5.00", Set.of()), order))
                .extracting(Line::description, Line::taxRate)
                .containsExactly(tuple("no article", "19"));
        assertThat(lines(withArticle, null)).extracting(Line::taxRate).containsExactly(null, null);
    }

    @Test
    void tenThousandLinesAreToldInATick() {
        Order.Line[] bought = IntStream.rangeClosed(1, 10_000)
                .mapToObj(number -> line(number, "A" + number, "1000000000.00", "19"))
                .toArray(Order.Line[]::new);
        Set<Item> items = IntStream.rangeClosed(1, 10_000)
                .mapToObj(number -> item(number, "A" + number, "1000000000.00"))
                .collect(Collectors.toSet());
        Remedy remedy = remedy("EUR", "10000000000000.00", items);

        Assertions.assertTimeout(Duration.ofSeconds(2), () -> assertThat(lines(remedy, order("EUR", "0", null, bought)))
                .hasSize(10_000));
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

    private static List<Line> lines(Remedy remedy, Order order) {
        return BookLines.of(remedy, order, Set.of(), DeliveryTax.PROPORTIONAL);
    }

    private static BigDecimal sum(List<String> amounts) {
        return amounts.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BooksProperties books(String url, String secret) {
        return new BooksProperties(URI.create(url), secret, DeliveryTax.PROPORTIONAL, Duration.ofSeconds(1));
    }

    private static Item item(int line, String sku, String amount) {
        return new Item(line, sku, 1, new BigDecimal(amount));
    }

    private static Order.Line line(int number, String sku, String price, String rate) {
        return line("EUR", number, sku, new BigDecimal(price), rate);
    }

    private static Order.Line line(String currency, int number, String sku, BigDecimal price, String rate) {
        return new Order.Line(
                number,
                sku,
                "Article " + sku,
                1,
                Money.of(CurrencyUnit.of(currency), price),
                null,
                false,
                rate == null ? null : new BigDecimal(rate));
    }

    private static Order order(String currency, String fee, String deliveryTaxRate, Order.Line... lines) {
        CurrencyUnit unit = CurrencyUnit.of(currency);
        Money delivery = Money.of(unit, new BigDecimal(fee));
        return new Order(
                "T-1",
                null,
                unit,
                delivery,
                delivery,
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
                List.of(),
                List.of(
                        new Order.Fee("Wrapping", delivery, new BigDecimal("19.00")),
                        new Order.Fee("Insurance", delivery, null)),
                deliveryTaxRate == null ? null : new BigDecimal(deliveryTaxRate),
                List.of());
    }

    private static Remedy remedy(String currency, String amount, Set<Item> items, FeeShare... fees) {
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
                CHARGE,
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
                items,
                Set.of(fees),
                false);
    }
}
