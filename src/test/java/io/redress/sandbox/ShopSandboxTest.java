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
