package io.redress.sandbox.shop;

import io.redress.sandbox.http.Reply;
import io.redress.sandbox.state.Json;

/** A refusal of the shop: {@code {"error": {"message": …}}}. */
final class ShopError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    ShopError(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    Reply reply() {
        return reply(status, getMessage());
    }

    static Reply reply(int status, String message) {
        return Reply.of(status, Json.object("error", Json.object("message", message)));
    }
}
