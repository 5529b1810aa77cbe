package io.redress.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.sandbox.http.Routes;
import io.redress.sandbox.state.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sandbox's Stripe held against Stripe's own fixtures and description. */
class StripeShapesTest {

    private static final String FIXTURES = "stripe/fixtures-2026-08-21-subset.json";
    private static final String DESCRIPTION = "stripe/openapi-2022-04-12-refunds-subset.json";

    /** Only for an API version before 2022-11-15 is it always there; since then it must be expanded. */
    private static final Set<String> NO_LONGER_REQUIRED = Set.of("refunds");

    /** What an invoice payment points to depends on its type; the fixture shows the type alone. */
    private static final Set<String> LEFT_OUT = Set.of("payment_intent");

    @TempDir
    static Path folder;

    static Sandbox sandbox;

    @BeforeAll
    static void open() {
        sandbox = Sandbox.start(folder, new SandboxClock(folder.resolve("clock")));
        var disputed = sandbox.world().copy("R-1001").orElseThrow();
        sandbox.stripeDesk().voucher("FALL20");
        sandbox.stripeDesk().dispute(disputed.at("/payments/0/reference").asText());
    }

    @AfterAll
    static void close() {
        sandbox.close();
    }

    @ParameterizedTest
    @CsvSource({
        "customers, customer",
        "payment_intents, payment_intent",
        "charges, charge",
        "refunds, refund",
        "subscriptions, subscription",
        "invoices, invoice",
        "invoice_payments, invoice_payment",
        "disputes, dispute",
        "coupons, coupon",
        "promotion_codes, promotion_code"
    })
    void everyFieldIsOneOfStripesOwnWithItsType(String collection, String kind) throws Exception {
        var fixture = ProviderData.read(FIXTURES).path(kind);
        var answers = get("/v1/" + collection + "?limit=20").path("data");
        assertThat(answers).isNotEmpty();
        assertThat(answers)
                .flatExtracting(answer -> Shape.differences(answer, fixture, LEFT_OUT))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"payment_intents, payment_intent", "charges, charge", "refunds, refund"})
    void nothingIsMissingThatStripeAlwaysSends(String collection, String kind) throws Exception {
        var required = new HashSet<String>();
        ProviderData.read(DESCRIPTION)
                .path("components")
                .path("schemas")
                .path(kind)
                .path("required")
                .forEach(name -> required.add(name.asText()));
        required.removeAll(NO_LONGER_REQUIRED);
        var answer = get("/v1/" + collection).path("data").get(0);
        assertThat(required).isNotEmpty().allMatch(answer::has);
    }

    /** What an event is about depends on its type: its envelope is compared here, its contents above. */
    @Test
    void everyEventIsWrappedLikeStripesOwn() throws Exception {
        ObjectNode fixture = ProviderData.read(FIXTURES).path("event").deepCopy();
        fixture.set("data", Json.object("object", Json.object()));
        var events = get("/v1/events?type=charge.dispute.created").path("data");

        assertThat(events).isNotEmpty().allSatisfy(event -> {
            assertThat(event.at("/data/object/object").asText()).isEqualTo("dispute");
            ObjectNode envelope = event.deepCopy();
            envelope.set("data", Json.object("object", Json.object()));
            assertThat(Shape.differences(envelope, fixture, Set.of())).isEmpty();
        });
    }

    @Test
    void everyParameterIsOneOfStripesOwn() {
        var paths = ProviderData.read(DESCRIPTION).path("paths");
        var compared = sandbox.stripeRoutes().all().stream()
                .filter(route -> !described(paths, route).isMissingNode())
                .peek(route -> assertThat(parameters(described(paths, route)))
                        .as(route.method() + " " + route.template())
                        .containsAll(route.parameters()))
                .toList();
        assertThat(compared).hasSizeGreaterThanOrEqualTo(8);
    }

    private static JsonNode described(JsonNode paths, Routes.Route route) {
        var same = paths.properties().stream()
                .filter(path -> anonymous(path.getKey()).equals(anonymous(route.template())))
                .map(path -> path.getValue())
                .findFirst();
        return same.orElse(Json.object()).path(route.method().toLowerCase(java.util.Locale.ROOT));
    }

    private static Set<String> parameters(JsonNode operation) {
        var names = new HashSet<String>();
        operation
                .path("parameters")
                .forEach(parameter -> names.add(parameter.path("name").asText()));
        Stream.of("application/x-www-form-urlencoded")
                .map(type ->
                        operation.path("requestBody").path("content").path(type).path("schema"))
                .forEach(schema -> schema.path("properties").fieldNames().forEachRemaining(names::add));
        return names;
    }

    private static String anonymous(String template) {
        return template.replaceAll("\\{[^}]+}", "{}");
    }

    private static JsonNode get(String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(sandbox.stripeUrl() + path))
                .header("Authorization", "Bearer " + Sandbox.STRIPE_KEY)
                .build();
        return Json.parse(HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofByteArray())
                .body());
    }
}
