package io.redress.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.param.ChargeListParams;
import com.stripe.param.SubscriptionListParams;
import io.redress.sandbox.state.InvalidField;
import io.redress.sandbox.state.Json;
import io.redress.sandbox.world.NumberTaken;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Orders of one's own: what shop, payment provider and carrier know of them afterwards, and what is refused. */
class OwnOrdersTest {

    @TempDir
    static Path folder;

    static SandboxClock clock;
    static Sandbox sandbox;
    static StripeClient stripe;

    @BeforeAll
    static void open() {
        clock = new SandboxClock(folder.resolve("clock"));
        sandbox = Sandbox.start(folder, clock);
        stripe = StripeClient.builder()
                .setApiKey(Sandbox.STRIPE_KEY)
                .setApiBase(sandbox.stripeUrl())
                .build();
    }

    @AfterAll
    static void close() {
        sandbox.close();
    }

    @Test
    void whatIsNotToldIsWhatIsUsual() throws Exception {
        var order = place("{'order':{'items':[{'sku':'LAMP','unitPrice':'19.90','quantity':2}]}}");

        var served = shop("/orders/" + order.path("number").asText());
        assertThat(served.path("total").asText()).isEqualTo("39.80");
        assertThat(served.path("currency").asText()).isEqualTo("EUR");
        assertThat(served.at("/customer/email").asText()).contains("@");
        assertThat(served.at("/deliveryAddress/city").asText()).isNotBlank();
        assertThat(served.path("shipments")).isEmpty();
        var intent = stripe.v1()
                .paymentIntents()
                .retrieve(served.at("/payments/0/reference").asText());
        assertThat(intent.getAmount()).isEqualTo(3980);
        assertThat(intent.getCustomer())
                .isEqualTo(served.path("customerPaymentReference").asText());
        assertThat(sandbox.shop().stock("LAMP")).isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "JPY, 4100, 4100, 4100",
        "EUR, 41, 41.00, 4100",
        "KWD, 1.23, 1.230, 1230",
        "UGX, 5000, 5000, 500000",
        "MGA, 20, 20.00, 20"
    })
    void amountsHaveTheirCurrencysDecimals(String currency, String asked, String told, long atStripe)
            throws StripeException {
        var order =
                place("{'order':{'currency':'%s','items':[{'sku':'A','unitPrice':'%s'}]}}".formatted(currency, asked));

        assertThat(order.path("total").asText()).isEqualTo(told);
        assertThat(order.at("/payments/0/amount").asText()).isEqualTo(told);
        var reference = order.at("/payments/0/reference").asText();
        assertThat(stripe.v1().paymentIntents().retrieve(reference).getAmount()).isEqualTo(atStripe);
        var refund = new SandboxView(sandbox)
                .refund(sandbox.stripeDesk().refundByHand(reference, (java.math.BigDecimal) null));
        assertThat(refund.path("amount").asText()).isEqualTo(told);
    }

    @Test
    void parcelsAreWithTheirCarriersAndHoldTheirLines() throws Exception {
        var order = place("""
                {'order':{'number':'W-7','items':[{'sku':'A','unitPrice':'1.00','quantity':3},{'sku':'B','unitPrice':'2.00'}]},
                 'parcels':[{'state':'lost','lines':[1]},{'trackingCode':'1Z999','state':'in_transit','lines':[1,2],'carrier':'UPS'},
                            {'state':'signed_for','lines':[1]},{'state':'return_to_sender','lines':[]}]}""");

        var shipments = shop("/orders/W-7").path("shipments");
        assertThat(shipments).hasSize(4);
        assertThat(shipments.at("/0/items").toString()).isEqualTo("[{\"line\":1,\"sku\":\"A\",\"quantity\":1}]");
        assertThat(shipments.at("/1/items")).hasSize(2);
        assertThat(shipments.at("/1/trackingCode").asText()).isEqualTo("1Z999");
        assertThat(shipments.at("/2/deliveredAt").asText()).isNotBlank();
        assertThat(tracker(shipments, 0).path("status_detail").asText()).isEqualTo("lost");
        assertThat(tracker(shipments, 1).path("status").asText()).isEqualTo("in_transit");
        assertThat(tracker(shipments, 1).path("tracking_details")).hasSize(2).allSatisfy(scan -> assertThat(
                        Instant.parse(scan.path("datetime").asText()))
                .isBefore(clock.instant()));
        assertThat(tracker(shipments, 2).path("signed_by").asText()).isNotBlank();
        assertThat(tracker(shipments, 3).path("status").asText()).isEqualTo("return_to_sender");
        assertThat(shop("/orders?trackingCode=1Z999").at("/orders/0/number").asText())
                .isEqualTo("W-7");
        assertThat(order.path("number").asText()).isEqualTo("W-7");
    }

    @Test
    void aPaymentIsAtTheProviderWhetherTheShopListsItOrNot() throws Exception {
        var order = place("""
                {'order':{'items':[{'sku':'A','unitPrice':'20.00'}]},'payments':[
                  {'amount':'20.00','currency':'EUR','refunded':'5.50'},
                  {'provider':'stripe','amount':'20.00','listed':false},
                  {'provider':'shop','amount':'3.00'}]}""");

        var listed = order.path("payments");
        assertThat(listed).hasSize(2);
        var charges = stripe.v1()
                .charges()
                .list(ChargeListParams.builder()
                        .setCustomer(order.path("customerPaymentReference").asText())
                        .build())
                .getData();
        assertThat(charges).hasSize(2);
        assertThat(charges).extracting(charge -> charge.getAmountRefunded()).containsExactlyInAnyOrder(0L, 550L);
        var shown = new SandboxView(sandbox).order(order).path("payments");
        assertThat(shown).hasSize(3);
        assertThat(shown)
                .filteredOn(payment -> !payment.path("listed").asBoolean())
                .singleElement()
                .satisfies(payment -> {
                    assertThat(payment.path("charge").asText()).startsWith("ch_");
                    assertThat(payment.path("amount").asText()).isEqualTo("20.00");
                });
        var held = StreamSupport.stream(listed.spliterator(), false)
                .filter(payment -> payment.path("provider").asText().equals("shop"))
                .findFirst()
                .orElseThrow();
        assertThat(sandbox.shop().payment(held.path("reference").asText())).isPresent();
    }

    @Test
    void whatTheContractAddsIsServed() throws Exception {
        place("""
                {'order':{'number':'F-1','currency':'EUR','deliveryFee':'4.90','deliveryTaxRate':'19.00',
                  'fees':[{'name':'Gift wrapping','amount':'2.50','taxRate':'19.00'}],
                  'items':[{'line':7,'sku':'A','unitPrice':'10.00','taxRate':'7.00'}]}}""");

        var served = shop("/orders/F-1");
        assertThat(served.path("total").asText()).isEqualTo("17.40");
        assertThat(served.at("/fees/0/amount").asText()).isEqualTo("2.50");
        assertThat(served.path("deliveryTaxRate").asText()).isEqualTo("19.00");
        assertThat(served.at("/items/0/taxRate").asText()).isEqualTo("7.00");
        assertThat(served.at("/items/0/line").asInt()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "order.items | {'order':{}}",
                "order.items | {'order':{'items':[]}}",
                "order.items[0].unitPrice | {'order':{'items':[{'sku':'A'}]}}",
                "order.items[0].sku | {'order':{'items':[{'unitPrice':'1.00'}]}}",
                "order.items[0].unitPrice | {'order':{'items':[{'sku':'A','unitPrice':'1.001'}]}}",
                "order.items[0].unitPrice | {'order':{'currency':'JPY','items':[{'sku':'A','unitPrice':'1.5'}]}}",
                "order.items[0].unitPrice | {'order':{'currency':'KWD','items':[{'sku':'A','unitPrice':'1.2345'}]}}",
                "order.items[0].unitPrice | {'order':{'items':[{'sku':'A','unitPrice':'-1.00'}]}}",
                "order.items[0].quantity | {'order':{'items':[{'sku':'A','unitPrice':'1.00','quantity':0}]}}",
                "order.items[1].line | {'order':{'items':[{'sku':'A','unitPrice':'1.00'},{'line':1,'sku':'B','unitPrice':'1.00'}]}}",
                "order.currency | {'order':{'currency':'EURO','items':[{'sku':'A','unitPrice':'1.00'}]}}",
                "order.colour | {'order':{'colour':'red','items':[{'sku':'A','unitPrice':'1.00'}]}}",
                "order.placedOn | {'order':{'placedOn':'2999-01-01','items':[{'sku':'A','unitPrice':'1.00'}]}}",
                "order.placedOn | {'order':{'placedOn':'soon','items':[{'sku':'A','unitPrice':'1.00'}]}}",
                "order.salesChannel | {'order':{'salesChannel':'street','items':[{'sku':'A','unitPrice':'1.00'}]}}",
                "order.customerPaymentReference | {'order':{'customerPaymentReference':'cus_0','items':[{'sku':'A','unitPrice':'1.00'}]}}",
                "parcels[0].state | {'order':{'items':[{'sku':'A','unitPrice':'1.00'}]},'parcels':[{'state':'eaten'}]}",
                "parcels[0].state | {'order':{'items':[{'sku':'A','unitPrice':'1.00'}]},'parcels':[{}]}",
                "parcels[0].lines | {'order':{'items':[{'sku':'A','unitPrice':'1.00'}]},'parcels':[{'state':'lost','lines':[2]}]}",
                "parcels[0].lines | {'order':{'items':[{'sku':'A','unitPrice':'1.00'}]},'parcels':[{'state':'lost','lines':['1']}]}",
                "parcels[0].lines | {'order':{'items':[{'sku':'A','unitPrice':'1.00'}]},'parcels':[{'state':'lost'},{'state':'lost'}]}",
                "parcels[1].trackingCode | {'order':{'items':[{'sku':'A','unitPrice':'1.00','quantity':2}]},'parcels':[{'trackingCode':'X','state':'lost'},{'trackingCode':'X','state':'lost'}]}",
                "payments[0].amount | {'order':{'items':[{'sku':'A','unitPrice':'1.00'}]},'payments':[{'amount':'0.00'}]}",
                "payments[0].amount | {'order':{'items':[{'sku':'A','unitPrice':'1.00'}]},'payments':[{'amount':'1e3'}]}",
                "payments[0].amount | {'order':{'items':[{'sku':'A','unitPrice':'1.00'}]},'payments':[{'currency':'USD'}]}",
                "payments[1].refunded | {'order':{'items':[{'sku':'A','unitPrice':'1.00'}]},'payments':[{},{'refunded':'1.01'}]}",
                "payments[0].provider | {'order':{'items':[{'sku':'A','unitPrice':'1.00'}]},'payments':[{'provider':'paypal'}]}",
                "payments[0].currency | {'order':{'items':[{'sku':'A','unitPrice':'1.00'}]},'payments':[{'amount':'1','currency':'XXX'}]}",
                "payments | {'order':{'currency':'MGA','items':[{'sku':'A','unitPrice':'1.20'}]}}",
                "payments | {'order':{'items':[{'sku':'A','unitPrice':'1.00'}]},'payments':{'amount':'1.00'}}",
                "parcel | {'order':{'items':[{'sku':'A','unitPrice':'1.00'}]},'parcel':[]}"
            })
    void whatIsWrongIsNamedAndNothingIsHalfDone(String field, String request) {
        int orders = sandbox.shop().orders().size();
        int intents = sandbox.stripeDesk().books().all("payment_intent").size();
        int customers = sandbox.stripeDesk().books().all("customer").size();

        assertThatThrownBy(() -> place(request))
                .isInstanceOfSatisfying(
                        InvalidField.class, wrong -> assertThat(wrong.field()).isEqualTo(field));

        assertThat(sandbox.shop().orders()).hasSize(orders);
        assertThat(sandbox.stripeDesk().books().all("payment_intent")).hasSize(intents);
        assertThat(sandbox.stripeDesk().books().all("customer")).hasSize(customers);
    }

    @Test
    void aNumberIsTakenOnce() {
        place("{'order':{'number':'N-1','items':[{'sku':'A','unitPrice':'1.00'}]}}");
        assertThatThrownBy(() -> place("{'order':{'number':'N-1','items':[{'sku':'A','unitPrice':'1.00'}]}}"))
                .isInstanceOf(NumberTaken.class);
        assertThatThrownBy(() -> place("{'order':{'number':'R-1001','items':[{'sku':'A','unitPrice':'1.00'}]}}"))
                .isInstanceOf(NumberTaken.class);
    }

    @Test
    void anOwnOrderIsCopiedUnderItsOwnNumberAndContact() {
        place("""
                {'order':{'number':'C-A','customer':{'name':'Zoë','email':'zoë@bücher.example'},'items':[{'sku':'A','unitPrice':'1.00'}]},
                 'parcels':[{'trackingCode':'T-1','state':'lost'}]}""");

        var copy = sandbox.world().copy("C-A").orElseThrow();

        assertThat(copy.path("number").asText()).startsWith("C-A-copy");
        assertThat(copy.at("/customer/email").asText()).matches("zoë\\+\\d+@bücher\\.example");
        assertThat(copy.at("/shipments/0/trackingCode").asText()).startsWith("SBXLO");
    }

    @Test
    void aThousandCopiesTakeSeconds() {
        var started = System.nanoTime();
        for (int i = 0; i < 1000; i++) {
            sandbox.world().copy("R-1001");
        }
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void recurringLinesAreSubscriptionsAndASecondChargeOfAMonthIsASurplusOne() throws StripeException {
        var order = place("""
                {'order':{'placedOn':'%s','items':[{'sku':'MUSIC','unitPrice':'9.99','recurring':true}]},'payments':[
                  {'amount':'9.99'},{'amount':'9.99','listed':false}]}""".formatted(clock.instant().minus(Duration.ofDays(10))));

        var subscriptions = stripe.v1()
                .subscriptions()
                .list(SubscriptionListParams.builder()
                        .setCustomer(order.path("customerPaymentReference").asText())
                        .build())
                .getData();
        assertThat(subscriptions).hasSize(2).allSatisfy(subscription -> assertThat(subscription.getMetadata())
                .containsEntry("order_line", "1")
                .containsEntry("order_number", order.path("number").asText()));
    }

    private static JsonNode place(String request) {
        return sandbox.world().place(Json.parse(request.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
    }

    private static JsonNode tracker(JsonNode shipments, int index) throws Exception {
        var code = shipments.at("/%d/trackingCode".formatted(index)).asText();
        return send(HttpRequest.newBuilder(URI.create(sandbox.easypostUrl() + "/v2/trackers"))
                .header("Authorization", "Bearer " + Sandbox.EASYPOST_KEY)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"tracker\":{\"tracking_code\":\"%s\"}}".formatted(code)))
                .build());
    }

    private static JsonNode shop(String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(sandbox.shopUrl() + path))
                .header("Authorization", "Bearer " + Sandbox.SHOP_TOKEN)
                .build());
    }

    private static JsonNode send(HttpRequest request) throws IOException, InterruptedException {
        return Json.parse(HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofByteArray())
                .body());
    }
}
