package io.redress.verification.gathering;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.complaint.file.AffectedItem;
import io.redress.complaint.file.Claim;
import io.redress.outside.order.Order;
import io.redress.verification.evidence.Evidence;
import io.redress.verification.evidence.FindingNotes;
import io.redress.verification.evidence.Orders;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Which pieces of which lines a complaint is about. Lines are written as {@code article pieces price}, what is in parcels
 * and what is named as {@code article pieces} or {@code line:article pieces}, what is found as {@code line×pieces}.
 */
class AffectedLinesTest {

    private static final String TWO_PRICES = "A 1 10.00, A 2 20.00, B 1 5.00";

    @ParameterizedTest(name = "{0} | in parcels: {1} | named: {2} -> {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                // The line is told, by the complaint or the parcel.
                TWO_PRICES + " |                    | 2:A 1      | 2×1",
                TWO_PRICES + " |                    | 1:A 1      | 1×1",
                TWO_PRICES + " | 2:A 1, B 1         |            | 2×1 3×1",
                TWO_PRICES + " | 2:A 1, B 1         | A 1        | 2×1",
                TWO_PRICES + " | 1:A 1, 2:A 1       | 1:A 1      | 1×1",
                TWO_PRICES + " |                    | 1:A 1, A 2 | 1×1 2×2",
                // It is not, but makes no difference.
                TWO_PRICES + " |                    | A 3        | 1×1 2×2",
                TWO_PRICES + " | A 3, B 1           |            | 1×1 2×2 3×1",
                TWO_PRICES + " | A 3                | B 1        | ",
                "A 1 10.00, A 2 10.00 |             | A 2        | 1×1 2×1",
                "A 1 10.00, A 2 10.00 | A 1         |            | 1×1",
                // It is not, and makes a difference.
                TWO_PRICES + " |                    | A 1        | ",
                TWO_PRICES + " |                    | A 2, B 1   | ",
                TWO_PRICES + " | A 1, B 1           |            | ",
                TWO_PRICES + " | A 2                | 1:A 1      | ",
                TWO_PRICES + " | A 2, B 1           | B 1        | 3×1",
                "A 1 10.00, A 1 0.00 |              | A 1        | ",
                // What costs nothing is a line like others.
                "A 1 10.00, A 1 0.00 |              | 2:A 1      | 2×1",
                "A 1 10.00, G 1 0.00 | A 1, G 1     |            | 1×1 2×1",
                "G 2 0.00 |                         | G 1        | 1×1",
                // Never more than there is, and nothing twice.
                TWO_PRICES + " |                    | 2:A 9      | 2×2",
                TWO_PRICES + " |                    | B 1, B 1   | 3×1",
                TWO_PRICES + " |                    | 2:A 2, A 9 | 1×1 2×2",
                TWO_PRICES + " | 2:A 1              | 2:A 2      | 2×1",
                "A 3 10.00 | A 9                    |            | 1×3",
                // What is not there is not dropped.
                TWO_PRICES + " |                    | B 1, C 1   | ",
                TWO_PRICES + " |                    | 7:A 1      | ",
                TWO_PRICES + " |                    | 3:A 1      | ",
                TWO_PRICES + " | B 1                | 1:A 1, B 1 | ",
                TWO_PRICES + " | B 1                | A 1        | ",
                // What has no parcel, as what is downloaded, is in no lost one; a present in it was not bought.
                "A 1 10.00, BOOK 1 9.00 | A 1       |            | 1×1",
                "A 1 10.00 | A 1, PRESENT 1         |            | 1×1",
            })
    void piecesOfGoodsThatNeverCame(String lines, String inParcels, String named, String found) {
        assertThat(found(Claim.NOT_RECEIVED, order(lines), inParcels, named, new FindingNotes()))
                .isEqualTo(found);
    }

    @ParameterizedTest(name = "{0} | named: {1} -> {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "A 1 10.00           |     | 1×1",
                "A 2 10.00           |     | ",
                "A 1 10.00, B 1 9.00 |     | ",
                "A 2 10.00           | A 1 | 1×1",
            })
    void defectivePieces(String lines, String named, String found) {
        assertThat(found(Claim.DEFECTIVE, order(lines), "A 1", named, new FindingNotes()))
                .isEqualTo(found);
    }

    @Test
    void piecesOfOneLineInTwoParcelsAreThoseOfTheParcelsThatWentWrong() {
        Order order = order("A 3 10.00, B 1 4.00");
        Order.Shipment first = parcel("1:A 2");
        Order.Shipment second = parcel("1:A 1, B 1");

        assertThat(found(order, List.of(second))).isEqualTo("1×1 2×1");
        assertThat(found(order, List.of(first))).isEqualTo("1×2");
        assertThat(found(order, List.of(first, second))).isEqualTo("1×3 2×1");
    }

    @Test
    void findingSaysWhyAPersonIsAsked() {
        assertThat(findings(TWO_PRICES, null, "A 1"))
                .containsExactly("A stands at several prices in the order, and it is not known which line is meant.");
        assertThat(findings(TWO_PRICES, null, "B 1, LDI-28 2"))
                .containsExactly("The article LDI-28 is not in the order.");
        assertThat(findings(TWO_PRICES, "B 1", "1:A 1"))
                .containsExactly("Line 1 with the article A is not in the parcels that went wrong.");
        assertThat(findings(TWO_PRICES, null, "B 4"))
                .containsExactly("More pieces of B are named than are in the order; 3 of them cannot be meant.");
        assertThat(findings(TWO_PRICES, "PRESENT 1", null))
                .containsExactly("The shop does not say what was in the parcels that went wrong.");
    }

    @Test
    void tenThousandLinesTakeNoLongerForEachThanTen() {
        String lines = IntStream.rangeClosed(1, 10_000)
                .mapToObj(line -> "A%d 2 1.00, A%d 1 2.00".formatted(line, line))
                .collect(Collectors.joining(", "));
        String named = IntStream.rangeClosed(1, 10_000)
                .mapToObj(line -> "A%d 3".formatted(line))
                .collect(Collectors.joining(", "));
        Order order = order(lines);

        Assertions.assertTimeout(
                Duration.ofSeconds(2), () -> assertThat(affected(order, named)).hasSize(20_000));
    }

    private static List<String> findings(String lines, String inParcels, String named) {
        FindingNotes notes = new FindingNotes();
        found(Claim.NOT_RECEIVED, order(lines), inParcels, named, notes);
        return notes.all().stream().map(FindingNotes.Note::text).toList();
    }

    private static List<Evidence.Affected> affected(Order order, String named) {
        return AffectedLines.of(Claim.DEFECTIVE, named(named), order, List.of(), new FindingNotes());
    }

    private static String found(Order order, List<Order.Shipment> shipments) {
        return words(AffectedLines.of(Claim.NOT_RECEIVED, List.of(), order, shipments, new FindingNotes()));
    }

    private static String found(Claim claim, Order order, String inParcels, String named, FindingNotes notes) {
        List<Order.Shipment> shipments = inParcels == null ? List.of() : List.of(parcel(inParcels));
        return words(AffectedLines.of(claim, named(named), order, shipments, notes));
    }

    private static String words(List<Evidence.Affected> affected) {
        return affected.isEmpty()
                ? null
                : affected.stream()
                        .map(part -> part.line() + "×" + part.quantity())
                        .collect(Collectors.joining(" "));
    }

    private static Order order(String lines) {
        List<String> told = parts(lines).toList();
        return Orders.with(
                IntStream.range(0, told.size())
                        .mapToObj(index -> line(index + 1, told.get(index).split(" ")))
                        .toList(),
                List.of());
    }

    private static Order.Line line(int number, String[] words) {
        Money price = Money.of(CurrencyUnit.EUR, new BigDecimal(words[2]));
        return new Order.Line(number, words[0], "Article", Integer.parseInt(words[1]), price, null, false);
    }

    private static Order.Shipment parcel(String inside) {
        return new Order.Shipment(
                "T1", null, null, parts(inside).map(AffectedLinesTest::item).toList());
    }

    private static List<AffectedItem> named(String named) {
        return parts(named)
                .map(AffectedLinesTest::item)
                .map(item -> new AffectedItem(item.line(), item.sku(), item.quantity()))
                .toList();
    }

    private static Order.Item item(String words) {
        String[] article = words.split(" ");
        String[] place = article[0].split(":");
        Integer line = place.length == 2 ? Integer.valueOf(place[0]) : null;
        return new Order.Item(line, place[place.length - 1], Integer.parseInt(article[1]));
    }

    private static Stream<String> parts(String list) {
        return list == null ? Stream.empty() : Arrays.stream(list.split(", "));
    }
}
