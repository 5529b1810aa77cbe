package io.redress.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.sandbox.easypost.ParcelFate;
import io.redress.sandbox.state.Json;
import io.redress.sandbox.stripe.MinorUnits;
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

    /** A label at the carrier names its case in what is printed on it, or in our reference; a refund of the shop in its reason. */
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
                order.path("shipments"),
                "payments",
                payments(order));
    }

    List<JsonNode> refunds() {
        var atStripe = sandbox.refunds().stream().map(this::refund);
        var atShop = sandbox.shop().refunds().stream().map(this::shopRefund);
        return Stream.concat(atStripe, atShop)
                .sorted(Comparator.comparing(
                        refund -> Instant.parse(refund.path("createdAt").asText())))
                .toList();
    }

    JsonNode refund(ObjectNode refund) {
        return Json.object(
                "id", refund.path("id"),
                "provider", "stripe",
                "paymentReference", refund.path("payment_intent"),
                "charge", refund.path("charge"),
                "amount", amount(refund),
                "currency", currency(refund),
                "status", refund.path("status"),
                "idempotencyKey", Json.text(refund, "_idempotency_key"),
                "caseNumber", Json.text(refund.path("metadata"), "case_number"),
                "createdAt", createdAt(refund));
    }

    /** A refund of what the shop holds itself. */
    JsonNode shopRefund(ObjectNode refund) {
        return Json.object(
                "id", refund.path("reference"),
                "provider", "shop",
                "paymentReference", refund.path("paymentReference"),
                "charge", null,
                "amount", refund.path("amount"),
                "currency", refund.path("currency"),
                "status", refund.path("status"),
                "idempotencyKey", Json.text(refund, "key"),
                "caseNumber", caseNumberIn(refund.at("/_request/reason").asText()),
                "createdAt", refund.path("createdAt"));
    }

    List<JsonNode> disputes() {
        return sandbox.stripeDesk().disputes().stream().map(this::dispute).toList();
    }

    JsonNode dispute(ObjectNode dispute) {
        return Json.object(
                "id", dispute.path("id"),
                "paymentReference", dispute.path("payment_intent"),
                "charge", dispute.path("charge"),
                "amount", amount(dispute),
                "currency", currency(dispute),
                "status", dispute.path("status"),
                "createdAt", createdAt(dispute));
    }

    /** Listed by the shop or not, oldest first. */
    private JsonNode payments(JsonNode order) {
        var listed = StreamSupport.stream(order.path("payments").spliterator(), false)
                .map(payment -> payment(payment, true));
        var unlisted = StreamSupport.stream(order.path("_unlisted").spliterator(), false)
                .map(payment -> payment(payment, false));
        return Json.array(Stream.concat(listed, unlisted)
                .sorted(Comparator.comparing(
                        payment -> Instant.parse(payment.path("paidAt").asText())))
                .toList());
    }

    private JsonNode payment(JsonNode payment, boolean listed) {
        var reference = payment.path("reference").asText();
        var stripe = sandbox.stripeDesk();
        return Json.object(
                "reference", reference,
                "provider", payment.path("provider"),
                "charge", stripe.knows(reference) ? stripe.chargeOf(reference) : null,
                "amount", payment.path("amount"),
                "currency", payment.path("currency"),
                "paidAt", payment.path("paidAt"),
                "listed", listed);
    }

    private static String amount(ObjectNode object) {
        return MinorUnits.text(
                object.path("amount").asLong(), object.path("currency").asText());
    }

    private static String currency(ObjectNode object) {
        return object.path("currency").asText().toUpperCase(Locale.ROOT);
    }

    private static String createdAt(ObjectNode object) {
        return Instant.ofEpochSecond(object.path("created").asLong()).toString();
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

    /** The parcel the order is about: the lost one where there is one, else the first. */
    private static String trackingCode(JsonNode order) {
        return StreamSupport.stream(order.path("shipments").spliterator(), false)
                .map(shipment -> shipment.path("trackingCode").asText())
                .min(Comparator.comparing(code -> ParcelFate.of(code) != ParcelFate.LOST))
                .orElse(null);
    }

    private static String caseNumber(JsonNode label) {
        return caseNumberIn(label.path("reference").asText() + " "
                + label.at("/options/print_custom_1").asText());
    }

    private static String caseNumberIn(String text) {
        var number = CASE_NUMBER.matcher(text);
        return number.find() ? number.group() : null;
    }
}
