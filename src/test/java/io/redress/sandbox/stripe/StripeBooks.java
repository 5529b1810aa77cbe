package io.redress.sandbox.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.sandbox.state.Records;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Stripe's objects by kind and id. A kind is Stripe's own {@code object} name. */
public final class StripeBooks {

    /** Id prefix of each kind that an id field can be expanded to. */
    private static final Map<String, String> KINDS = Map.of(
            "cus", "customer",
            "pi", "payment_intent",
            "ch", "charge",
            "re", "refund",
            "sub", "subscription",
            "in", "invoice",
            "inpay", "invoice_payment",
            "txn", "balance_transaction",
            "dp", "dispute");

    private final Records records;
    private final Clock clock;
    private volatile BiConsumer<String, ObjectNode> listener = (type, object) -> {};

    public StripeBooks(Records records, Clock clock) {
        this.records = records;
        this.clock = clock;
    }

    /** Keeps an object under its own kind and id. */
    public ObjectNode keep(ObjectNode object) {
        records.put(object.path("object").asText(), object.path("id").asText(), object);
        return object;
    }

    /** Tells of what happens from now on: the event's type and the object. */
    void listen(BiConsumer<String, ObjectNode> events) {
        listener = events;
    }

    /** Keeps an object that something happened to, and tells of each. */
    ObjectNode keep(ObjectNode object, String... events) {
        keep(object);
        for (var event : events) {
            listener.accept(event, object);
        }
        return object;
    }

    /** All of a kind, oldest first. */
    public List<ObjectNode> all(String kind) {
        return records.all(kind);
    }

    /** How many of a kind there are. */
    int count(String kind) {
        return records.count(kind);
    }

    /** The object, where there is one. */
    Optional<ObjectNode> find(String kind, String id) {
        return records.find(kind, id);
    }

    /** The object, or Stripe's "No such …" about the given parameter. */
    ObjectNode get(String kind, String id, String parameter) {
        return records.find(kind, id).orElseThrow(() -> StripeError.missing(kind, id, parameter));
    }

    /** The object an id stands for, or null where the id is of no kind we keep or unknown. */
    ObjectNode behind(String id) {
        var kind = KINDS.get(id.split("_", 2)[0]);
        return kind == null ? null : records.find(kind, id).orElse(null);
    }

    Records records() {
        return records;
    }

    Clock clock() {
        return clock;
    }

    long now() {
        return clock.instant().getEpochSecond();
    }
}
