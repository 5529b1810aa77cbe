package io.redress.sandbox.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.sandbox.state.Json;
import java.util.List;

/** Stripe's {@code expand}: puts the object in the place of its id, along a dotted path. */
record Expansion(StripeBooks books) {

    /** A publishable copy of the answer with each path expanded; an unknown path is left as it is. */
    JsonNode of(JsonNode answer, List<String> paths) {
        var copy = Json.published(answer);
        paths.forEach(path -> follow(copy, path));
        return copy;
    }

    private void follow(JsonNode at, String path) {
        if (at.isArray()) {
            at.forEach(element -> follow(element, path));
            return;
        }
        var step = path.split("\\.", 2);
        if (at instanceof ObjectNode object) {
            put(object, step[0]);
            if (step.length == 2) {
                follow(object.path(step[0]), step[1]);
            }
        }
    }

    private void put(ObjectNode object, String field) {
        if (field.equals("refunds") && object.path("object").asText().equals("charge")) {
            object.set(field, list("refund", "charge", object, "/v1/charges/%s/refunds"));
        } else if (field.equals("payments") && object.path("object").asText().equals("invoice")) {
            object.set(field, list("invoice_payment", "invoice", object, "/v1/invoice_payments?invoice=%s"));
        } else if (object.path(field).isTextual()) {
            var target = books.behind(object.path(field).asText());
            if (target != null) {
                object.set(field, Json.published(target));
            }
        }
    }

    private JsonNode list(String kind, String link, ObjectNode owner, String url) {
        var id = owner.path("id").asText();
        var members = books.all(kind).stream()
                .filter(member -> member.path(link).asText().equals(id))
                .map(Json::published)
                .toList();
        return Json.object("object", "list", "data", Json.array(members), "has_more", false, "url", url.formatted(id));
    }
}
