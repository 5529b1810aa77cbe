package io.redress.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.sandbox.state.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shop over plain HTTP, as its contract has it. */
class ShopSandboxTest {

    @TempDir
    static Path folder;

    static SandboxClock clock;
    static Sandbox sandbox;

    @BeforeAll
    static void open() {
        clock = new SandboxClock(folder.resolve("clock"));
        sandbox = Sandbox.start(folder, clock);
    }

    @AfterAll
    static void close() {
        sandbox.close();
    }

    @Test
    void anOrderIsFoundByNumberParcelPaymentAndAddress() throws Exception {
        var order = get("/orders/R-1008");
        assertThat(order.path("items")).hasSize(3);
        assertThat(order.path("shipments")).hasSize(3);
        assertThat(order.path("total").asText()).isEqualTo("601.75");
        assertThat(order.has("_recipe")).isFalse();
        for (var query : List.of(
                "trackingCode=" + order.at("/shipments/1/trackingCode").asText(),
                "paymentReference=" + order.at("/payments/0/reference").asText(),
                "email=" + order.at("/customer/email").asText())) {
            assertThat(get("/orders?" + query).at("/orders/0/number").asText()).isEqualTo("R-1008");
        }
        assertThat(send("GET", "/orders/R-9999", null).statusCode()).isEqualTo(404);
    }

    @Test
    void theWarehouseSendsAReferenceOnce() throws Exception {
        var before = sandbox.shop().stock("HEADPHONES-BT");
        var first = send("POST", "/fulfilment-orders", replacement("C-1:replacement", "R-1001", "HEADPHONES-BT"));
        var again = send("POST", "/fulfilment-orders", replacement("C-1:replacement", "R-1001", "HEADPHONES-BT"));
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(sandbox.shop().stock("HEADPHONES-BT")).isEqualTo(before - 1);
        var known = get("/fulfilment-orders?reference=C-1:replacement");
        assertThat(known.at("/fulfilmentOrders/0/status").asText()).isEqualTo("accepted");
        assertThat(known.at("/fulfilmentOrders/0/trackingCode").asText()).startsWith("SBXMV");
    }

    @Test
    void withoutStockItSaysSo() throws Exception {
        var answer = Json.parse(send("POST", "/fulfilment-orders", replacement("C-2", "R-1006", "LAMP-BRASS-LTD"))
                .body()
                .getBytes());
        assertThat(answer.path("status").asText()).isEqualTo("refused");
        assertThat(answer.path("reason").asText()).isEqualTo("out_of_stock");
    }

    @Test
    void aParcelIsStoppedUntilTheCarrierHasIt() throws Exception {
        var before = sandbox.shop().stock("LAPTOP-PRO-16");
        var stopped = id(send("POST", "/fulfilment-orders", replacement("C-3", "R-1007", "LAPTOP-PRO-16")));
        assertThat(send("POST", "/fulfilment-orders/" + stopped + "/cancel", "{}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(sandbox.shop().stock("LAPTOP-PRO-16")).isEqualTo(before);
        var gone = id(send("POST", "/fulfilment-orders", replacement("C-4", "R-1007", "LAPTOP-PRO-16")));
        clock.advance(Duration.ofDays(1));
        assertThat(send("POST", "/fulfilment-orders/" + gone + "/cancel", "{}").statusCode())
                .isEqualTo(409);
    }

    @Test
    void aCopyHasItsOwnNumberAddressPaymentParcelAndSerialNumber() {
        var original = sandbox.world().find("R-1003").orElseThrow();
        var copy = sandbox.world().copy("R-1003").orElseThrow();
        for (var own : List.of(
                "/number",
                "/customer/email",
                "/payments/0/reference",
                "/shipments/0/trackingCode",
                "/items/0/serialNumber",
                "/customerPaymentReference")) {
            assertThat(copy.at(own).asText())
                    .isNotBlank()
                    .isNotEqualTo(original.at(own).asText());
        }
        assertThat(copy.at("/repairs/0/serialNumber")).isEqualTo(copy.at("/items/0/serialNumber"));
        assertThat(copy.at("/repairs/0/handledBy").asText()).isEqualTo("handler");
        assertThat(sandbox.world().copy("R-9999")).isEmpty();
    }

    @Test
    void whatTheShopHoldsItPaysBackOncePerKey() throws Exception {
        var payment = held("H-1", "succeeded");
        var refund = refund("key-1", "H-1", payment, "4.00");

        var first = send("POST", "/refunds", refund);
        var again = send("POST", "/refunds", refund);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(Json.parse(first.body().getBytes()).path("status").asText()).isEqualTo("succeeded");
        assertThat(get("/refunds?key=key-1").path("refunds")).hasSize(1);
        assertThat(get("/refunds?orderNumber=H-1").at("/refunds/0/amount").asText())
                .isEqualTo("4.00");
        for (var wrong : List.of(
                refund("key-1", "H-1", payment, "5.00"),
                refund("key-2", "H-1", payment, "6.01"),
                refund("key-2", "H-1", payment, "0.00"),
                refund("key-2", "H-1", payment, "1.001"),
                refund("key-2", "R-1001", payment, "1.00"),
                refund("key-2", "H-1", "shp_other", "1.00"),
                refund("key-2", "H-1", payment, "1.00").replace("EUR", "USD"),
                "{}")) {
            assertThat(send("POST", "/refunds", wrong).statusCode()).as(wrong).isEqualTo(422);
        }
        assertThat(send("POST", "/refunds", refund("key-3", "H-1", payment, "6.00"))
                        .statusCode())
                .isEqualTo(201);
        assertThat(send("GET", "/refunds", null).statusCode()).isEqualTo(400);
    }

    @Test
    void aRefundOfTheShopMayFailOrTakeItsTime() throws Exception {
        send("POST", "/refunds", refund("key-f", "H-2", held("H-2", "failed"), "4.00"));
        send("POST", "/refunds", refund("key-p", "H-3", held("H-3", "pending"), "4.00"));
        assertThat(get("/refunds?key=key-f").at("/refunds/0/status").asText()).isEqualTo("failed");
        assertThat(get("/refunds?key=key-p").at("/refunds/0/status").asText()).isEqualTo("pending");

        clock.advance(Duration.ofMinutes(1));

        assertThat(get("/refunds?key=key-p").at("/refunds/0/status").asText()).isEqualTo("succeeded");
    }

    @Test
    void aRefundOfTheShopMayComeBackFailLateOrBeRefused() throws Exception {
        send("POST", "/refunds", refund("key-r", "H-4", held("H-4", "returned"), "4.00"));
        send("POST", "/refunds", refund("key-l", "H-5", held("H-5", "pending_failed"), "4.00"));
        assertThat(get("/refunds?key=key-r").at("/refunds/0/status").asText()).isEqualTo("succeeded");
        assertThat(get("/refunds?key=key-l").at("/refunds/0/status").asText()).isEqualTo("pending");
        var refused = send("POST", "/refunds", refund("key-x", "H-6", held("H-6", "refused"), "4.00"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("account is closed");

        clock.advance(Duration.ofMinutes(1));

        for (var key : List.of("key-r", "key-l")) {
            var refund = get("/refunds?key=" + key).at("/refunds/0");
            assertThat(refund.path("status").asText()).isEqualTo("failed");
            assertThat(refund.path("reason").asText()).contains("closed");
        }
        assertThat(get("/refunds?key=key-x").path("refunds")).isEmpty();
    }

    @Test
    void ordersAreFoundByDayAndArticleAPageAtATime() throws Exception {
        for (int day = 1; day <= 3; day++) {
            own("D-" + day, "\"placedOn\": \"2020-05-0%d\", ".formatted(day), "");
        }

        var found = get("/orders?sku=OWN&placedFrom=2020-05-02&placedTo=2020-05-04T00:00:00Z");
        assertThat(found.path("orders"))
                .extracting(order -> order.path("number").asText())
                .containsExactly("D-2", "D-3");
        assertThat(found.path("nextPage").isNull()).isTrue();
        assertThat(get("/orders?placedTo=2020-05-02").at("/orders/0/number").asText())
                .isEqualTo("D-1");
        for (int i = 0; i < 101; i++) {
            own("P-" + i, "\"placedOn\": \"2019-05-01\", ", "");
        }
        assertThat(get("/orders?placedTo=2019-06-01").path("orders")).hasSize(100);
        assertThat(get("/orders?placedTo=2019-06-01").path("nextPage").asInt()).isEqualTo(1);
        assertThat(get("/orders?placedTo=2019-06-01&page=1").path("orders")).hasSize(1);
        for (var wrong : List.of("page=0", "sku=A&page=-1", "placedFrom=soon", "colour=red")) {
            assertThat(send("GET", "/orders?" + wrong, null).statusCode())
                    .as(wrong)
                    .isEqualTo(400);
        }
    }

    private static String held(String number, String ends) {
        var payments = ", \"payments\": [{\"provider\": \"shop\", \"refundsEnd\": \"%s\"}]".formatted(ends);
        return own(number, "", payments).at("/payments/0/reference").asText();
    }

    private static JsonNode own(String number, String more, String payments) {
        var request =
                "{\"order\": {%s\"number\": \"%s\", \"items\": [{\"sku\": \"OWN\", \"unitPrice\": \"10.00\"}]}%s}";
        return sandbox.world()
                .place(Json.parse(request.formatted(more, number, payments).getBytes()));
    }

    private static String refund(String key, String order, String payment, String amount) {
        return Json.object(
                        "key", key,
                        "orderNumber", order,
                        "paymentReference", payment,
                        "amount", amount,
                        "currency", "EUR",
                        "lines", List.of(Json.object("line", 1, "quantity", 1, "amount", amount)),
                        "reason", "It never came")
                .toString();
    }

    @Test
    void wrongTokensAndWrongBodiesAreRefused() throws Exception {
        var request = HttpRequest.newBuilder(URI.create(sandbox.shopUrl() + "/orders/R-1001"))
                .header("Authorization", "Bearer other")
                .build();
        assertThat(client().send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(401);
        assertThat(send("POST", "/fulfilment-orders", "{").statusCode()).isEqualTo(400);
        assertThat(send("POST", "/fulfilment-orders", "{}").statusCode()).isEqualTo(422);
        assertThat(send("GET", "/orders", null).statusCode()).isEqualTo(400);
    }

    private static String replacement(String reference, String order, String sku) {
        return Json.object(
                        "reference",
                        reference,
                        "caseNumber",
                        reference.substring(0, 3),
                        "orderNumber",
                        order,
                        "items",
                        List.of(Json.object("sku", sku, "quantity", 1)),
                        "price",
                        "0.00",
                        "currency",
                        "EUR")
                .toString();
    }

    private static String id(HttpResponse<String> response) {
        return Json.parse(response.body().getBytes()).path("id").asText();
    }

    private static JsonNode get(String path) throws Exception {
        return Json.parse(send("GET", path, null).body().getBytes("UTF-8"));
    }

    private static HttpResponse<String> send(String method, String path, String body) throws Exception {
        var publisher = body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        var request = HttpRequest.newBuilder(URI.create(sandbox.shopUrl() + path))
                .header("Authorization", "Bearer " + Sandbox.SHOP_TOKEN)
                .method(method, publisher)
                .build();
        return client().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static HttpClient client() {
        return HttpClient.newHttpClient();
    }
}
