package io.redress.sandbox.shop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.sandbox.http.Reply;
import io.redress.sandbox.http.Routes.Call;
import io.redress.sandbox.state.Amounts;
import io.redress.sandbox.state.Ids;
import io.redress.sandbox.state.Input;
import io.redress.sandbox.state.InvalidField;
import io.redress.sandbox.state.Json;
import io.redress.sandbox.state.Records;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Payments that the shop holds itself, and the money it pays back from them: {@code POST /refunds}, once per
 * {@code key}, and {@code GET /refunds?key=|orderNumber=}.
 */
final class ShopRefunds {

    static final Set<String> FILTERS = Set.of("key", "orderNumber");

    /** A payment of which the shop gives nothing back. */
    private static final String REFUSED = "refused";

    private static final String CLOSED = "The customer's account is closed";

    /** How a refund stands at first, how in the end, and how long that takes. */
    private record Fate(String first, String last, Duration after) {

        private static final Duration PENDING = Duration.ofSeconds(2);
        private static final Duration RETURNED = Duration.ofMinutes(1);

        static Fate of(String ends) {
            return switch (ends) {
                case "pending" -> new Fate("pending", "succeeded", PENDING);
                case "pending_failed" -> new Fate("pending", "failed", PENDING);
                case "returned" -> new Fate("succeeded", "failed", RETURNED);
                default -> new Fate(ends, ends, Duration.ZERO);
            };
        }
    }

    private final Records records;
    private final Clock clock;

    ShopRefunds(Records records, Clock clock) {
        this.records = records;
        this.clock = clock;
    }

    /**
     * Takes a payment.
     *
     * @param ends how its refunds end: {@code succeeded} or {@code failed} at once, after they were {@code pending} or
     *     {@code pending_failed}, {@code returned} after they had succeeded; {@code refused} where there are none
     */
    String hold(String orderNumber, BigDecimal amount, String currency, String ends) {
        var reference = Ids.stripe("shp");
        records.put(
                "shop_payment",
                reference,
                Json.object(
                        "reference", reference,
                        "orderNumber", orderNumber,
                        "amount", Amounts.text(amount, currency),
                        "currency", currency,
                        "ends", ends));
        return reference;
    }

    Optional<ObjectNode> payment(String reference) {
        return records.find("shop_payment", reference);
    }

    /** Every refund as it stands now, oldest first. */
    List<ObjectNode> all() {
        return records.all("shop_refund").stream().map(this::current).toList();
    }

    /** Pays back, or answers what this key has paid back before. */
    Reply create(Call call) {
        try {
            var request = Input.of(call.request().json())
                    .only("key", "orderNumber", "paymentReference", "amount", "currency", "lines", "reason");
            var key = request.required("key");
            var known = all().stream()
                    .filter(refund -> refund.path("key").asText().equals(key))
                    .findFirst();
            if (known.isPresent()) {
                requireSame(known.get(), call.request().json());
                return Reply.of(200, known.get());
            }
            var payment = payment(request.required("paymentReference"))
                    .filter(held -> held.path("orderNumber").asText().equals(request.required("orderNumber")))
                    .orElseThrow(
                            () -> request.wrong("paymentReference", "is no payment of this order that is held here"));
            var currency = payment.path("currency").asText();
            if (!request.required("currency").equals(currency)) {
                throw request.wrong("currency", "must be " + currency);
            }
            request.required("reason");
            lines(request, currency);
            var amount = request.amount("amount", currency, null);
            if (payment.path("ends").asText().equals(REFUSED)) {
                throw new ShopError(422, CLOSED);
            }
            return Reply.of(201, refund(payment, amount, key, call.request().json()));
        } catch (InvalidField wrong) {
            throw new ShopError(422, wrong.field() + " " + wrong.getMessage());
        }
    }

    /** Pays back without a key, as somebody does by hand; null for all that is left. */
    ObjectNode byHand(ObjectNode payment, BigDecimal amount) {
        return refund(payment, amount == null ? left(payment) : amount, null, Json.object("reason", "by hand"));
    }

    Reply search(Call call) {
        var query = call.request().query();
        if (query.size() != 1 || !FILTERS.containsAll(query.keySet())) {
            throw new ShopError(400, "Ask for key or orderNumber");
        }
        var asked = query.entrySet().iterator().next();
        var found = all().stream()
                .filter(refund -> refund.path(asked.getKey()).asText().equals(asked.getValue()))
                .toList();
        return Reply.of(200, Json.object("refunds", Json.array(found)));
    }

    private ObjectNode refund(ObjectNode payment, BigDecimal amount, String key, JsonNode request) {
        if (amount.signum() == 0 || amount.compareTo(left(payment)) > 0) {
            var currency = payment.path("currency").asText();
            throw new InvalidField(
                    "amount",
                    "must be more than nothing and at most %s".formatted(Amounts.text(left(payment), currency)));
        }
        var ends = payment.path("ends").asText().equals(REFUSED)
                ? "succeeded"
                : payment.path("ends").asText();
        var status = Fate.of(ends).first();
        var reference = Ids.stripe("shr");
        var refund = Json.object(
                "reference",
                reference,
                "key",
                key,
                "orderNumber",
                payment.path("orderNumber"),
                "paymentReference",
                payment.path("reference"),
                "amount",
                Amounts.text(amount, payment.path("currency").asText()),
                "currency",
                payment.path("currency"),
                "status",
                status,
                "reason",
                status.equals("failed") ? CLOSED : null,
                "createdAt",
                clock.instant().truncatedTo(ChronoUnit.MILLIS).toString(),
                "_ends",
                ends,
                "_request",
                request);
        records.put("shop_refund", reference, refund);
        return refund;
    }

    private BigDecimal left(ObjectNode payment) {
        return all().stream()
                .filter(refund -> refund.path("paymentReference").equals(payment.path("reference"))
                        && !refund.path("status").asText().equals("failed"))
                .map(refund -> new BigDecimal(refund.path("amount").asText()))
                .reduce(new BigDecimal(payment.path("amount").asText()), BigDecimal::subtract);
    }

    private ObjectNode current(ObjectNode refund) {
        var fate = Fate.of(refund.path("_ends").asText());
        var ripe = Instant.parse(refund.path("createdAt").asText()).plus(fate.after());
        if (ripe.isAfter(clock.instant())) {
            return refund;
        }
        var reason = fate.last().equals("failed") ? CLOSED : null;
        return refund.deepCopy().put("status", fate.last()).put("reason", reason);
    }

    private static void lines(Input request, String currency) {
        for (var line : request.objects("lines")) {
            line.only("line", "quantity", "amount");
            line.number("line", 1, Integer.MAX_VALUE, null);
            line.number("quantity", 1, Integer.MAX_VALUE, null);
            line.amount("amount", currency, null);
        }
    }

    private static void requireSame(ObjectNode known, JsonNode request) {
        if (!known.path("_request").equals(request)) {
            throw new ShopError(422, "key was used before with other content");
        }
    }
}
