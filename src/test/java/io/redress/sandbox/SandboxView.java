package io.redress.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.sandbox.easypost.ParcelFate;
import io.redress.sandbox.state.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The providers' books in the shape of the control API: decimal amounts, ISO 8601 times, oldest first. */
final class SandboxView {

    /** A label at the carrier names its case in what is printed on it, or in our reference. */
    private static final Pattern CASE_NUMBER = Pattern.compile("C-\\d{4}-\\d+");

    private final Sandbox sandbox;

    SandboxView(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    List<JsonNode> orders() {
        return sandbox.shop().orders().stream()
                .map(this::order)
                .sorted(Comparator.comparing(order -> order.path("number").asText()))
                .toList();
    }

    JsonNode order(JsonNode order) {
        return Json.object(
                "number",
                order.path("number"),
                "about",
                order.path("_about"),
                "placedOn",
                order.path("placedOn"),
                "currency",
                order.path("currency"),
                "total",
                order.path("total"),
                "paymentReference",
                Json.text(order.path("payments").path(0), "reference"),
                "trackingCode",
                trackingCode(order),
                "customer",
                Json.object(
                        "name", order.at("/customer/name"),
                        "email", order.at("/customer/email"),
                        "phone", order.at("/customer/phone"),
                        "locale", order.at("/customer/locale"),
                        "paymentReference", order.path("customerPaymentReference")),
                "items",
                order.path("items"),
                "shipments",
                order.path("shipments"));
    }

    List<JsonNode> refunds() {
        return sandbox.refunds().stream().map(SandboxView::refund).toList();
    }

    List<JsonNode> shipments() {
        var replacements = sandbox.shop().fulfilments().stream()
                .filter(fulfilment -> fulfilment.path("status").asText().equals("accepted"))
                .map(fulfilment -> shipment(
                        fulfilment,
                        "createdAt",
                        Json.text(fulfilment, "orderNumber"),
                        Json.text(fulfilment, "caseNumber")));
        var labels = sandbox.labels().stream()
                .filter(label -> label.hasNonNull("postage_label")
                        && !label.path("is_return").asBoolean())
                .map(label -> Json.object(
                        "id", label.path("id"),
                        "reference", label.path("reference"),
                        "trackingCode", label.path("tracking_code"),
                        "options", label.path("options"),
                        "createdAt", label.path("_bought_at")))
                .map(label -> shipment(label, "createdAt", null, caseNumber(label)));
        var all = new ArrayList<JsonNode>(Stream.concat(replacements, labels).toList());
        all.sort(Comparator.comparing(shipment -> shipment.path("createdAt").asText()));
        return all;
    }

    private static JsonNode shipment(JsonNode source, String at, String orderNumber, String caseNumber) {
        return Json.object(
                "id", source.path("id"),
                "reference", source.path("reference"),
                "orderNumber", orderNumber,
                "trackingCode", source.path("trackingCode"),
                "caseNumber", caseNumber,
                "createdAt", source.path(at),
                "items", source.path("items").isArray() ? source.path("items") : Json.array(List.of()));
    }

    private static JsonNode refund(ObjectNode refund) {
        return Json.object(
                "id", refund.path("id"),
                "paymentReference", refund.path("payment_intent"),
                "charge", refund.path("charge"),
                "amount", BigDecimal.valueOf(refund.path("amount").asLong(), 2).toPlainString(),
                "currency", refund.path("currency").asText().toUpperCase(Locale.ROOT),
                "status", refund.path("status"),
                "idempotencyKey", Json.text(refund, "_idempotency_key"),
                "caseNumber", Json.text(refund.path("metadata"), "case_number"),
                "createdAt",
                        Instant.ofEpochSecond(refund.path("created").asLong()).toString());
    }

    /** The parcel the order is about: the lost one where there is one, else the first. */
    private static String trackingCode(JsonNode order) {
        return StreamSupport.stream(order.path("shipments").spliterator(), false)
                .map(shipment -> shipment.path("trackingCode").asText())
                .min(Comparator.comparing(code -> ParcelFate.of(code) != ParcelFate.LOST))
                .orElse(null);
    }

    private static String caseNumber(JsonNode label) {
        var reference = CASE_NUMBER.matcher(label.path("reference").asText() + " "
                + label.at("/options/print_custom_1").asText());
        return reference.find() ? reference.group() : null;
    }
}
