package io.redress.sandbox.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.sandbox.state.Ids;
import io.redress.sandbox.state.Json;

/** Coupons, and the codes by which customers take them. */
final class Promotions {

    private final StripeBooks books;

    Promotions(StripeBooks books) {
        this.books = books;
    }

    /** A coupon under the caller's own id, which can be taken once only. */
    ObjectNode coupon(Parameters parameters) {
        var id = parameters.required("id");
        if (books.all("coupon").stream()
                .anyMatch(coupon -> coupon.path("id").asText().equals(id))) {
            throw StripeError.invalid("resource_already_exists", "Coupon already exists.", "id");
        }
        var coupon = StripeObjects.template("coupon", id, books.now())
                .put("amount_off", parameters.number("amount_off", 0))
                .put("currency", parameters.required("currency"))
                .put("duration", parameters.required("duration"))
                .put("name", parameters.get("name"))
                .put("max_redemptions", parameters.number("max_redemptions", 1))
                .put("redeem_by", parameters.number("redeem_by", 0));
        coupon.set("metadata", parameters.metadata());
        return books.keep(coupon);
    }

    /** A code for a coupon that is there; two active codes are never the same. */
    ObjectNode code(Parameters parameters) {
        var coupon = books.get("coupon", parameters.required("promotion[coupon]"), "promotion[coupon]");
        var text = parameters.required("code");
        if (books.all("promotion_code").stream()
                .anyMatch(known -> known.path("code").asText().equalsIgnoreCase(text))) {
            throw StripeError.invalid(
                    null, "An active promotion code with `code: %s` already exists.".formatted(text), "code");
        }
        var code = StripeObjects.template("promotion_code", Ids.stripe("promo"), books.now())
                .put("code", text)
                .put("max_redemptions", parameters.number("max_redemptions", 1))
                .put("expires_at", parameters.number("expires_at", 0));
        code.set("promotion", Json.object("coupon", coupon.path("id"), "type", "coupon"));
        code.set("metadata", parameters.metadata());
        return books.keep(code);
    }
}
