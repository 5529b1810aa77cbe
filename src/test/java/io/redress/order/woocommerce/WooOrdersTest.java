package io.redress.order.woocommerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.order.Order;
import io.redress.order.OrderReference;
import java.time.Instant;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
        assertThat(order.payments()).isEmpty();
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
    void countsNoPieceThatTheShopGaveBack() {
        ObjectNode order = WooStub.order727();
        order.withArray("refunds").addObject().put("id", 724).put("reason", "").put("total", "-3.22");
        woo.keep(order);

        assertThat(find("727").lines())
                .extracting(Order.Line::sku, Order.Line::quantity, Order.Line::unitPrice)
                .containsExactly(
                        tuple("product-93", 1, Money.parse("USD 3.23")), tuple("Bar3", 1, Money.parse("USD 12.90")));
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
