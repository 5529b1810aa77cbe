package io.redress.outside.order.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.outside.order.Fulfilment.Replacement;
import io.redress.outside.order.Order;
import io.redress.outside.payment.HeldPayment;
import io.redress.outside.payment.PaymentHolder.RefundOrder;
import io.redress.outside.payment.PaymentHolder.Share;
import io.redress.sandbox.Sandbox;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The description, the adapter that speaks it and the sandbox's shop that answers it say the same. */
class ShopApiTest {

    private static final ShopApi API = ShopApi.read();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String REPLACEMENTS = "/fulfilment-orders";

    @Test
    void everyExampleIsAsItsSchemaSays() {
        assertThat(API.examples()).hasSizeGreaterThan(8);
        API.examples().forEach((where, example) -> assertThat(API.problems(example.schema(), example.value()))
                .as(where)
                .isEmpty());
    }

    @Test
    void everyExampleOfAnAnswerIsUnderstood() {
        assertThat(API.examples())
                .allSatisfy((where, example) ->
                        assertThatCode(() -> understand(example)).as(where).doesNotThrowAnyException());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "number",
                "placedOn",
                "currency",
                "total",
                "deliveryFee",
                "salesChannel",
                "paymentMethod",
                "gift",
                "businessCustomer",
                "customer",
                "deliveryAddress",
                "items",
                "shipments",
                "payments",
                "repairs"
            })
    void whatTheDescriptionRequiresTheAdapterRequiresToo(String field) {
        ObjectNode order = (ObjectNode) API.examples().values().stream()
                .filter(example -> example.schema().equals("Order"))
                .findFirst()
                .orElseThrow()
                .value()
                .deepCopy();
        order.remove(field);

        assertThat(API.problems("Order", order)).anyMatch(problem -> problem.contains(field));
        assertThatCode(() -> understand(new ShopApi.Example("Order", order)))
                .hasMessageContaining("malformed: field " + field);
    }

    @Test
    void theAdapterOrdersAsDescribed() {
        var request = ShopFulfilment.Request.of(replacement("R-1001", "HEADPHONES-BT"), CurrencyUnit.EUR);

        assertThat(API.problems("Replacement", JSON.valueToTree(request))).isEmpty();
    }

    @Test
    void theAdapterRefundsAsDescribed() {
        var order = new RefundOrder(
                "k1",
                "C-2026-000001",
                new HeldPayment("shop", "shp_1", "R-1"),
                "shp_1",
                Money.parse("EUR 5.00"),
                List.of(new Share(1, "CUP", 1, Money.parse("EUR 4.00"))));

        var request = JSON.<ObjectNode>valueToTree(ShopRefund.Request.of(order));

        assertThat(request.path("lines")).hasSize(1);
        assertThat(API.problems("Refund", request)).isEmpty();
    }

    @Test
    void theSandboxShopAnswersAsDescribed(@TempDir Path folder) throws Exception {
        try (Sandbox sandbox = Sandbox.start(folder, Clock.systemUTC())) {
            for (JsonNode order : sandbox.shop().orders()) {
                answersAsDescribed(
                        sandbox, "get", "/orders/{number}", order.path("number").asText(), null);
            }
            answersAsDescribed(sandbox, "get", "/orders/{number}", "R-0000", null);
            answersAsDescribed(sandbox, "get", "/orders", "?trackingCode=unknown", null);
            for (var wanted : List.of(
                    replacement("R-1001", "HEADPHONES-BT"),
                    replacement("R-1006", "LAMP-BRASS-LTD"),
                    replacement("R-0000", "HEADPHONES-BT"))) {
                var body = JSON.writeValueAsString(ShopFulfilment.Request.of(wanted, CurrencyUnit.EUR));
                answersAsDescribed(sandbox, "post", REPLACEMENTS, "", body);
                answersAsDescribed(sandbox, "post", REPLACEMENTS, "", body);
                answersAsDescribed(sandbox, "get", REPLACEMENTS, "?reference=" + wanted.reference(), null);
            }
        }
    }

    @Test
    void theSandboxShopStopsAndGivesGiftsAsDescribed(@TempDir Path folder) throws Exception {
        try (Sandbox sandbox = Sandbox.start(folder, Clock.systemUTC())) {
            var plain = replacement("R-1001", "HEADPHONES-BT");
            var wanted = new Replacement(
                    plain.reference(),
                    plain.caseNumber(),
                    plain.orderNumber(),
                    plain.items(),
                    new Order.Item("TEAPOT-1L", 1));
            var body = JSON.writeValueAsString(ShopFulfilment.Request.of(wanted, CurrencyUnit.EUR));
            answersAsDescribed(sandbox, "post", REPLACEMENTS, "", body);
            var made = sandbox.shop().fulfilments().get(0);
            assertThat(made.path("giftIncluded").asBoolean()).isTrue();
            assertThat(made.path("gift").path("sku").asText()).isEqualTo("TEAPOT-1L");

            var stopped = REPLACEMENTS + "/" + made.path("id").asText() + "/cancel";
            assertThat(send(sandbox.shopUrl() + stopped, "POST", null).statusCode())
                    .isEqualTo(200);
            assertThat(sandbox.shop().fulfilments().get(0).path("status").asText())
                    .isEqualTo("cancelled");
        }
    }

    @Test
    void theSandboxShopAnswersWhatAShopMayAnswerAsDescribed(@TempDir Path folder) throws Exception {
        try (Sandbox sandbox = Sandbox.start(folder, Clock.systemUTC())) {
            JsonNode order = sandbox.world().place(JSON.readTree("""
                    {"order": {"number": "O-7", "deliveryFee": "4.90", "deliveryTaxRate": "19.00",
                               "fees": [{"name": "Wrapping", "amount": "2.50", "taxRate": "19.00"}],
                               "items": [{"sku": "VASE", "unitPrice": "45.00"}]},
                     "parcels": [{"state": "lost"}],
                     "payments": [{"provider": "shop"}, {"provider": "stripe", "listed": false}]}"""));
            JsonNode payment = order.path("payments").path(0);
            answersAsDescribed(sandbox, "get", "/orders/{number}", "O-7", null);
            answersAsDescribed(sandbox, "get", "/orders", "?sku=VASE&placedFrom=2020-01-01&page=0", null);
            JsonNode refund =
                    JSON.readTree("""
                    {"key": "K-1", "orderNumber": "O-7", "paymentReference": "%s", "amount": "45.00", "currency": "EUR",
                     "lines": [{"line": 1, "quantity": 1, "amount": "45.00"}], "reason": "It never came"}""".formatted(payment.path("reference").asText()));
            assertThat(API.problems("Refund", refund)).isEmpty();
            answersAsDescribed(sandbox, "post", "/refunds", "", refund.toString());
            answersAsDescribed(sandbox, "post", "/refunds", "", refund.toString());
            answersAsDescribed(sandbox, "post", "/refunds", "", "{}");
            answersAsDescribed(sandbox, "get", "/refunds", "?key=K-1", null);
            byte[] told = JSON.writeValueAsBytes(order);
            assertThat(ShopOrderMapping.order(ShopJson.read(told, ShopOrder.class))
                            .number())
                    .isEqualTo("O-7");
        }
    }

    private static void understand(ShopApi.Example example) {
        byte[] body = example.value().toString().getBytes(StandardCharsets.UTF_8);
        switch (example.schema()) {
            case "Order" -> ShopOrderMapping.order(ShopJson.read(body, ShopOrder.class));
            case "Orders" -> ShopJson.read(body, ShopOrder.Found.class);
            case "FulfilmentOrder" ->
                ShopJson.read(body, ShopFulfilment.Answer.class).answer();
            case "FulfilmentOrders" -> ShopJson.read(body, ShopFulfilment.Found.class);
            case "Replacement", "Error" -> {
                // Written by us, or never read.
            }
            default -> throw new IllegalStateException("Nobody reads " + example.schema());
        }
    }

    private static void answersAsDescribed(Sandbox sandbox, String method, String path, String rest, String body)
            throws Exception {
        String address = sandbox.shopUrl() + path.replace("{number}", "") + rest;
        HttpResponse<byte[]> answer = send(address, method.toUpperCase(Locale.ROOT), body);
        assertThat(API.problems(method, path, answer.statusCode(), JSON.readTree(answer.body())))
                .as("%s %s", method, address)
                .isEmpty();
    }

    private static HttpResponse<byte[]> send(String address, String method, String body) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address))
                                .header("Authorization", "Bearer " + Sandbox.SHOP_TOKEN)
                                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofByteArray());
    }

    private static Replacement replacement(String order, String sku) {
        return new Replacement(UUID.randomUUID().toString(), "C-2026-000001", order, List.of(new Order.Item(sku, 1)));
    }
}
