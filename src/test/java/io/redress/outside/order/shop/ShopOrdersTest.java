package io.redress.outside.order.shop;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.exactly;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.redress.outside.order.Fulfilment.Answer;
import io.redress.outside.order.Fulfilment.Replacement;
import io.redress.outside.order.Order;
import io.redress.outside.order.OrderReference;
import io.redress.outside.order.ShopUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShopOrdersTest {

    private static final Replacement REPLACEMENT =
            new Replacement("k1", "C-2026-000123", "R-1", List.of(new Order.Item("HEADPHONES", 1)));

    @RegisterExtension
    static final WireMockExtension shop = WireMockExtension.newInstance().build();

    private ShopOrders orders;

    @BeforeEach
    void openTheShop() {
        orders = ShopStub.orders(shop.getPort(), Duration.ofSeconds(10));
        shop.stubFor(get("/orders/R-1")
                .withHeader("Authorization", equalTo("Bearer t1"))
                .willReturn(okJson(ShopStub.ORDER)));
    }

    @Test
    void readsAnOrder() {
        Order order = orders.find(new OrderReference(" R-1 ", "pi_9", null)).orElseThrow();

        assertThat(order.total()).isEqualTo(Money.parse("EUR 109.70"));
        assertThat(order.placedOn()).isEqualTo(Instant.parse("2026-05-01T08:00:00Z"));
        assertThat(order.paymentMethod()).isEqualTo(Order.PaymentMethod.CASH_ON_DELIVERY);
        assertThat(order.customer().locale()).isEqualTo(Locale.SIMPLIFIED_CHINESE);
        assertThat(order.line("CABLE").orElseThrow().unitPrice()).isEqualTo(Money.parse("EUR 12.45"));
        assertThat(order.shipment("SBX1").orElseThrow().items()).containsExactly(new Order.Item("HEADPHONES", 1));
        assertThat(order.payments()).extracting(Order.Payment::amount).containsExactly(Money.parse("USD 120.00"));
        assertThat(order.repairs()).extracting(Order.Repair::handledBy).containsExactly("handler");
    }

    @Test
    void readsFeesTheirTaxesAndTheLinesInAParcel() {
        tells(ShopStub.ORDER
                .replace("\"somethingNew\": 1", """
                        "deliveryTaxRate": "19.00", "fees": [{"name": "Wrapping", "amount": "2.50", "taxRate": "7"},
                        {"name": "Insurance", "amount": "1"}, {"name": "Wrapping", "amount": "0.50", "taxRate": "19"}]""")
                .replace("{\"sku\": \"HEADPHONES\", \"quantity\": 1}", """
                        {"line": 1, "sku": "HEADPHONES", "quantity": 1}, {"sku": "SAMPLE", "quantity": 1}"""));

        Order order = orders.find(new OrderReference("R-1", null, null)).orElseThrow();

        assertThat(order.deliveryTaxRate()).isEqualByComparingTo("19");
        assertThat(order.fees())
                .containsExactly(
                        new Order.Fee("Wrapping", Money.parse("EUR 3.00"), null),
                        new Order.Fee("Insurance", Money.parse("EUR 1.00"), null));
        assertThat(order.shipment("SBX1").orElseThrow().items())
                .containsExactly(new Order.Item(1, "HEADPHONES", 1), new Order.Item("SAMPLE", 1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'line': 2, 'sku': 'CABLE'       | 'line': 1, 'sku': 'CABLE'                 | items[1].line: is the number of two lines",
                "'items': [{'sku': 'HEADPHONES'  | 'items': [{'line': 3, 'sku': 'HEADPHONES' | shipments[0].items[0].line: is no line of the order",
                "'items': [{'sku': 'HEADPHONES'  | 'items': [{'line': 2, 'sku': 'HEADPHONES' | shipments[0].items[0].line: is the line of CABLE",
                "'items': [{'sku': 'HEADPHONES'  | 'items': [{'line': 0, 'sku': 'HEADPHONES' | shipments[0].items[0].line: must be greater than 0",
                "'somethingNew': 1               | 'fees': [{'name': 'W', 'amount': '-1'}]   | fees[0].amount: must be greater than or equal to 0",
                "'somethingNew': 1               | 'fees': [{'name': 'W', 'amount': '1.005'}] | fees[0].amount: has more decimals than EUR",
                "'somethingNew': 1               | 'deliveryTaxRate': '-7'                   | deliveryTaxRate: must be greater than or equal to 0",
            })
    void believesNothingOfAnOrderThatContradictsItself(String right, String wrong, String problem) {
        String told = ShopStub.ORDER.replace(
                right.strip().replace('\'', '"'), wrong.strip().replace('\'', '"'));
        assertThat(told).isNotEqualTo(ShopStub.ORDER);
        tells(told);

        assertThatExceptionOfType(ShopUnavailable.class)
                .isThrownBy(() -> orders.find(new OrderReference("R-1", null, null)))
                .matches(e -> !e.isWorthRetrying())
                .withMessageContaining(problem);
    }

    private static void tells(String order) {
        shop.stubFor(get("/orders/R-1").willReturn(okJson(order)));
    }

    @Test
    void searchesByPaymentThenByParcel() {
        shop.stubFor(get(urlPathEqualTo("/orders"))
                .withQueryParam("paymentReference", equalTo("pi_9"))
                .willReturn(okJson("{\"orders\": []}")));
        shop.stubFor(get(urlPathEqualTo("/orders"))
                .withQueryParam("trackingCode", equalTo("A&B 1"))
                .willReturn(okJson("{\"orders\": [%s]}".formatted(ShopStub.ORDER))));

        assertThat(orders.find(new OrderReference(null, "pi_9", "A&B 1")))
                .map(Order::number)
                .contains("R-1");
        assertThat(orders.find(new OrderReference(null, "pi_9", null))).isEmpty();
    }

    @Test
    void leavesAnAmbiguousSearchToAPerson() {
        shop.stubFor(get(urlPathEqualTo("/orders"))
                .willReturn(okJson("{\"orders\": [%1$s, %1$s]}".formatted(ShopStub.ORDER))));

        assertThatExceptionOfType(ShopUnavailable.class)
                .isThrownBy(() -> orders.find(new OrderReference(null, "pi_9", null)))
                .matches(e -> !e.isWorthRetrying());
    }

    @ParameterizedTest
    @ValueSource(strings = {"R-2", "R-1/../../admin", "R-1?x=1"})
    void findsNothingByAForeignNumber(String number) {
        assertThat(orders.find(new OrderReference(number, null, null))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "..", ""})
    void doesNotEvenAskForWhatIsNoNumber(String number) {
        assertThat(orders.find(new OrderReference(number, null, null))).isEmpty();
        shop.verify(exactly(0), getRequestedFor(anyUrl()));
    }

    @Test
    void ordersAReplacementOfPriceZero() {
        shop.stubFor(post("/fulfilment-orders")
                .withRequestBody(equalToJson("""
                        {"reference": "k1", "caseNumber": "C-2026-000123", "orderNumber": "R-1", "price": "0.00",
                         "currency": "EUR", "items": [{"sku": "HEADPHONES", "quantity": 1}]}
                        """))
                .willReturn(okJson(ShopStub.ACCEPTED).withStatus(201)));

        assertThat(orders.order(REPLACEMENT)).isEqualTo(new Answer("f1", true, null, "SBX9", "DHL"));
    }

    @Test
    void asksForAGiftInTheParcelAndHearsWhetherItIsIn() {
        shop.stubFor(post("/fulfilment-orders")
                .withRequestBody(equalToJson("{\"gift\": {\"sku\": \"TEA\", \"quantity\": 1}}", true, true))
                .willReturn(okJson(ShopStub.ACCEPTED.replace("\"id\"", "\"giftIncluded\": true, \"id\""))
                        .withStatus(201)));
        Replacement withGift = new Replacement(
                REPLACEMENT.reference(),
                REPLACEMENT.caseNumber(),
                REPLACEMENT.orderNumber(),
                REPLACEMENT.items(),
                new Order.Item("TEA", 1));

        assertThat(orders.order(withGift)).matches(Answer::accepted).matches(Answer::giftIncluded);
    }

    @Test
    void saysWhenThereIsNoStock() {
        shop.stubFor(
                post("/fulfilment-orders").willReturn(okJson(ShopStub.REFUSED).withStatus(201)));

        assertThat(orders.order(REPLACEMENT)).isEqualTo(new Answer("f1", false, "out_of_stock", null, null));
    }

    @Test
    void findsTheAnswerToAnEarlierOrder() {
        shop.stubFor(get(urlPathEqualTo("/fulfilment-orders"))
                .withQueryParam("reference", equalTo("k1"))
                .willReturn(okJson("{\"fulfilmentOrders\": [%s]}".formatted(ShopStub.ACCEPTED))));
        shop.stubFor(get(urlPathEqualTo("/fulfilment-orders"))
                .withQueryParam("reference", equalTo("k2"))
                .willReturn(okJson("{\"fulfilmentOrders\": []}")));

        assertThat(orders.find("k1")).map(Answer::trackingCode).contains("SBX9");
        assertThat(orders.find("k2")).isEmpty();
    }

    @Test
    void doesNotOrderForAnOrderThatTheShopDoesNotKnow() {
        var foreign = new Replacement("k1", "C-2026-000123", "R-9", REPLACEMENT.items());

        assertThatExceptionOfType(ShopUnavailable.class)
                .isThrownBy(() -> orders.order(foreign))
                .matches(e -> !e.isWorthRetrying());
    }
}
