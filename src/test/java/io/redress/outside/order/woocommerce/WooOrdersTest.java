package io.redress.outside.order.woocommerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.outside.order.Order;
import io.redress.outside.order.Order.GivenBack;
import io.redress.outside.order.Order.GivenBack.Part;
import io.redress.outside.order.OrderReference;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders as WooCommerce's documentation shows them, read as evidence. */
class WooOrdersTest {

    private final WooStub woo = new WooStub();

    @AfterEach
    void close() {
        woo.close();
    }

    @Test
    void readsTheDocumentedOrder() {
        ObjectNode documented = (ObjectNode) WooStub.example("order-727.json");
        woo.keep(documented);

        Order order = find("727");

        assertThat(order.total()).isEqualTo(Money.parse("USD 29.35"));
        assertThat(order.deliveryFee()).isEqualTo(Money.parse("USD 10.00"));
        assertThat(order.placedOn()).isEqualTo(Instant.parse("2017-03-22T19:28:02Z"));
        assertThat(order.customer().email()).isEqualTo("john.doe@example.com");
        assertThat(order.deliveryAddress().street1()).isEqualTo("969 Market");
        // Paid by bank transfer and made by a program: a person looks at it.
        assertThat(order.paymentMethod()).isEqualTo(Order.PaymentMethod.INVOICE);
        assertThat(order.salesChannel()).isEqualTo(Order.SalesChannel.MARKETPLACE);
        assertThat(order.payments())
                .containsExactly(new Order.Payment(
                        "order-727", "bacs", Money.parse("USD 29.35"), Instant.parse("2017-03-22T19:28:08Z")));
    }

    @Test
    void sharesALinesPriceAmongItsPiecesToTheLastCent() {
        woo.keep(WooStub.order727());

        assertThat(find("727").lines())
                .extracting(Order.Line::line, Order.Line::sku, Order.Line::quantity, Order.Line::unitPrice)
                .containsExactly(
                        tuple(1, "product-93", 1, Money.parse("USD 3.22")),
                        tuple(2, "product-93", 1, Money.parse("USD 3.23")),
                        tuple(3, "Bar3", 1, Money.parse("USD 12.90")));
    }

    @Test
    void tellsWhatTheShopGaveBackAndKeepsTheLinesAsTheyWereBought() {
        ObjectNode order = WooStub.order727();
        order.withArray("refunds").addObject().put("id", 724).put("reason", "").put("total", "-3.22");
        woo.keep(order);

        Order read = find("727");

        assertThat(read.lines())
                .extracting(Order.Line::line, Order.Line::quantity, Order.Line::unitPrice)
                .containsExactly(
                        tuple(1, 1, Money.parse("USD 3.22")),
                        tuple(2, 1, Money.parse("USD 3.23")),
                        tuple(3, 1, Money.parse("USD 12.90")));
        // The documented refund is of 9.00, by hand, and names one piece.
        assertThat(read.givenBack())
                .containsExactly(
                        new GivenBack(Part.LINE, 1, null, 1, Money.parse("USD 3.22"), false),
                        new GivenBack(Part.UNNAMED, null, null, 0, Money.parse("USD 5.78"), false));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                // Delivery and a fee, paid out by the gateway.
                "{'id': 1, 'amount': '12.50', 'refunded_payment': true,"
                        + " 'shipping_lines': [{'id': 9, 'total': '-10.00', 'total_tax': '0.00'}],"
                        + " 'fee_lines': [{'id': 8, 'total': '-2.00', 'total_tax': '-0.50',"
                        + " 'meta_data': [{'key': '_refunded_item_id', 'value': '401'}]}]}"
                        + " | DELIVERY 0 10.00 paid, FEE Wrapping 0 2.50 paid",
                // Both pieces of a line; a part of another's price without a piece.
                "{'id': 1, 'amount': '11.45', 'refunded_payment': true, 'line_items': ["
                        + "{'id': 7, 'product_id': 93, 'variation_id': 0, 'quantity': -2, 'total': '-6.00', 'total_tax': '-0.45',"
                        + " 'meta_data': [{'key': '_refunded_item_id', 'value': 315}]},"
                        + "{'id': 6, 'product_id': 22, 'variation_id': 23, 'quantity': 0, 'total': '-5.00', 'total_tax': '0.00',"
                        + " 'meta_data': [{'key': '_refunded_item_id', 'value': '316'}]}]}"
                        + " | LINE 1 1 3.22 paid, LINE 2 1 3.23 paid, LINE 3 0 5.00 paid",
                // The dearer piece; then the same amount again, which is a part of the other's price.
                "{'id': 1, 'amount': '3.23', 'refunded_payment': true, 'line_items': ["
                        + "{'id': 7, 'product_id': 93, 'variation_id': 0, 'quantity': -1, 'total': '-3.00', 'total_tax': '-0.23',"
                        + " 'meta_data': [{'key': '_refunded_item_id', 'value': '315'}]}]},"
                        + "{'id': 2, 'amount': '3.22', 'refunded_payment': true, 'line_items': ["
                        + "{'id': 5, 'product_id': 93, 'variation_id': 0, 'quantity': -1, 'total': '-3.00', 'total_tax': '-0.22',"
                        + " 'meta_data': [{'key': '_refunded_item_id', 'value': '315'}]}]}"
                        + " | LINE 2 1 3.23 paid, LINE 1 1 3.22 paid",
                // An amount alone, as older shops and hurried people give it; by hand.
                "{'id': 1, 'amount': '10.00', 'refunded_payment': false} | UNNAMED 0 10.00 by hand",
                // Parts that are more than the amount cannot be believed.
                "{'id': 1, 'amount': '2.00', 'refunded_payment': true,"
                        + " 'shipping_lines': [{'id': 9, 'total': '-10.00', 'total_tax': '0.00'}]}"
                        + " | UNNAMED 0 2.00 paid",
                // What the order does not have.
                "{'id': 1, 'amount': '4.00', 'refunded_payment': true, 'line_items': ["
                        + "{'id': 7, 'product_id': 93, 'variation_id': 0, 'quantity': -1, 'total': '-4.00', 'total_tax': '0.00',"
                        + " 'meta_data': [{'key': '_refunded_item_id', 'value': '999'}]}]}"
                        + " | UNNAMED 0 4.00 paid",
                // Our own, which the ledger knows.
                "{'id': 1, 'amount': '10.00', 'refunded_payment': true,"
                        + " 'meta_data': [{'key': '_redress_key', 'value': 'k1'}]} | ",
            })
    void everyPartOfARefundIsToldOnce(String refunds, String told) {
        ObjectNode order = WooStub.order727();
        WooStub.fee(order, 401, "Wrapping", "2.00", "0.50");
        woo.keep(order, "[" + refunds + "]");

        assertThat(find("727").givenBack().stream().map(WooOrdersTest::words).collect(Collectors.joining(", ")))
                .isEqualTo(told == null ? "" : told);
    }

    private static String words(GivenBack back) {
        String part = Stream.of(
                        back.part(),
                        back.line(),
                        back.fee(),
                        back.quantity(),
                        back.amount().getAmount())
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .collect(Collectors.joining(" "));
        return part + (back.throughPayment() ? " paid" : " by hand");
    }

    @Test
    void whatTheShopPaysOutItselfIsAmongThePaymentsRefundsHoweverItWasMade() {
        ObjectNode order = WooStub.order727();
        order.put("payment_method", "ppcp-gateway");
        woo.keep(order, "[{'id': 1, 'amount': '10.00', 'refunded_payment': false}]");

        assertThat(find("727").givenBack()).singleElement().matches(GivenBack::throughPayment);
    }

    @Test
    void readsFurtherFeesAndLeavesADiscountInTheirPlaceToAPerson() {
        ObjectNode order = WooStub.order727();
        WooStub.fee(order, 401, "Wrapping", "2.00", "0.50");
        WooStub.fee(order, 402, "Wrapping", "1.00", "0.25");
        WooStub.fee(order, 403, "", "0.30", "0.00");
        WooStub.fee(order, 404, "Loyal customer", "-5.00", "0.00");
        woo.keep(order);

        assertThat(find("727").fees())
                .extracting(Order.Fee::name, Order.Fee::amount)
                .containsExactly(tuple("Wrapping", Money.parse("USD 3.75")), tuple("fee 403", Money.parse("USD 0.30")));
    }

    @Test
    void knowsTheTaxOfLinesFeesAndDeliveryWhereTheShopTellsRates() {
        ObjectNode order = WooStub.order727();
        WooStub.fee(order, 401, "Wrapping", "2.00", "0.15");
        ((ObjectNode) order.at("/fee_lines/0"))
                .withArray("taxes")
                .addObject()
                .put("id", 75)
                .put("total", "0.15");
        ((ObjectNode) order.at("/tax_lines/0")).put("rate_percent", 7.5);
        woo.keep(order);

        Order read = find("727");

        assertThat(read.lines()).extracting(Order.Line::taxRate).allSatisfy(rate -> assertThat(rate)
                .isEqualByComparingTo("7.5"));
        assertThat(read.fees().get(0).taxRate()).isEqualByComparingTo("7.5");
        assertThat(read.deliveryTaxRate()).as("untaxed where others are taxed").isEqualByComparingTo("0");
    }

    @Test
    void knowsNoTaxWhereTheShopIsTooOldOrOneTaxIsOnTopOfAnother() {
        woo.keep(WooStub.order727());
        assertThat(find("727").lines()).extracting(Order.Line::taxRate).containsOnlyNulls();

        ObjectNode compound = WooStub.order727();
        ((ObjectNode) compound.at("/tax_lines/0")).put("rate_percent", 7.5).put("compound", true);
        woo.keep(compound);
        assertThat(find("727").lines()).extracting(Order.Line::taxRate).containsOnlyNulls();
    }

    @Test
    void knowsTheStripePaymentItsCustomerAndTheParcel() {
        ObjectNode order = WooStub.order727();
        WooStub.parcel(order, "00340434161094042557");
        woo.keep(order);

        Order read = find("727");

        assertThat(read.paymentMethod()).isEqualTo(Order.PaymentMethod.CARD);
        assertThat(read.salesChannel()).isEqualTo(Order.SalesChannel.SHOP);
        assertThat(read.payments())
                .extracting(Order.Payment::reference, Order.Payment::provider, Order.Payment::amount)
                .containsExactly(tuple("pi_727", "stripe", Money.parse("USD 29.35")));
        assertThat(read.customerPaymentReference()).isEqualTo("cus_727");
        assertThat(read.shipment("00340434161094042557").orElseThrow())
                .returns("DHLExpress", Order.Shipment::carrier)
                .returns(Instant.parse("2017-03-23T00:00:00Z"), Order.Shipment::shippedAt)
                .satisfies(parcel -> assertThat(parcel.items()).hasSize(3));
    }

    @Test
    void doesNotGuessWhatIsInWhichOfSeveralParcels() {
        ObjectNode order = WooStub.order727();
        WooStub.parcel(order, "T1");
        ((com.fasterxml.jackson.databind.node.ArrayNode)
                        order.withArray("meta_data").get(3).path("value"))
                .addObject()
                .put("tracking_number", "T2");
        woo.keep(order);

        assertThat(find("727").shipments()).hasSize(2).allMatch(parcel -> parcel.items()
                .isEmpty());
    }

    @Test
    void takesAParcelToSomebodyElseForAGiftAndACompanyForOne() {
        ObjectNode order = WooStub.order727();
        ((ObjectNode) order.path("shipping")).put("first_name", "Mary");
        ((ObjectNode) order.path("billing")).put("company", "Doe Ltd");
        woo.keep(order);

        assertThat(find("727")).matches(Order::gift).matches(Order::businessCustomer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pi_727", "ch_727"})
    void findsAnOrderByItsPayment(String payment) {
        woo.keep(WooStub.order727());

        assertThat(woo.shop().find(new OrderReference(null, payment, null)))
                .map(Order::number)
                .contains("727");
    }

    @Test
    void findsAnOrderByItsParcelAndByANumberThatIsNoId() {
        ObjectNode order = WooStub.order727();
        order.put("number", "2017-0001");
        WooStub.parcel(order, "T1");
        woo.keep(order);

        assertThat(woo.shop().find(new OrderReference(null, null, "T1"))).isPresent();
        assertThat(woo.shop().find(new OrderReference("2017-0001", null, null))).isPresent();
        assertThat(woo.shop().find(new OrderReference("727", null, null)))
                .as("the id of an order that the customer knows by another number")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"728", "..", "727/notes", "7 27", "John"})
    void findsNothingByAForeignNumber(String number) {
        woo.keep(WooStub.order727());

        assertThat(woo.shop().find(new OrderReference(number, null, null))).isEmpty();
    }

    private Order find(String number) {
        return woo.shop().find(new OrderReference(number, null, null)).orElseThrow();
    }
}
