package io.redress.sandbox.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.sandbox.http.Reply;
import io.redress.sandbox.state.Json;

/** A refusal in Stripe's form: status, type, code and the parameter it is about. */
final class StripeError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String type;
    private final String code;
    private final String parameter;
    private final boolean beforeExecution;

    private StripeError(
            int status, String type, String code, String message, String parameter, boolean beforeExecution) {
        super(message, null, false, false);
        this.status = status;
        this.type = type;
        this.code = code;
        this.parameter = parameter;
        this.beforeExecution = beforeExecution;
    }

    /** The object does not exist: 404. */
    static StripeError missing(String kind, String id, String parameter) {
        return new StripeError(
                404,
                "invalid_request_error",
                "resource_missing",
                "No such %s: '%s'".formatted(kind, id),
                parameter,
                false);
    }

    /** The request is understood and refused: 400. */
    static StripeError refused(String code, String message, String parameter) {
        return new StripeError(400, "invalid_request_error", code, message, parameter, false);
    }

    /** The request is wrong in itself: 400, not remembered under its idempotency key. */
    static StripeError invalid(String code, String message, String parameter) {
        return new StripeError(400, "invalid_request_error", code, message, parameter, true);
    }

    static StripeError unauthenticated() {
        return new StripeError(401, "invalid_request_error", null, "Invalid API Key provided.", null, true);
    }

    /** A restricted key without the right: 403. @param right such as {@code charge_write} */
    static StripeError notPermitted(String key, String right) {
        return new StripeError(
                403,
                "invalid_request_error",
                null,
                ("The provided key '%s***' does not have the required permissions for this endpoint on account"
                                + " 'acct_sandbox'. Having the 'rak_%s' permission would allow this request to continue.")
                        .formatted(key.substring(0, Math.min(8, key.length())), right),
                null,
                true);
    }

    static StripeError unknownPath(String method, String path) {
        return new StripeError(
                404,
                "invalid_request_error",
                null,
                "Unrecognized request URL (%s: %s).".formatted(method, path),
                null,
                true);
    }

    static StripeError keyReused(String key) {
        return new StripeError(
                400,
                "idempotency_error",
                null,
                ("Keys for idempotent requests can only be used with the same parameters they were first used with."
                                + " Try using a key other than '%s' if you meant to execute a different request.")
                        .formatted(key),
                null,
                true);
    }

    static StripeError keyInUse(String key) {
        return new StripeError(
                409,
                "invalid_request_error",
                "idempotency_key_in_use",
                "There is currently another in-progress request using this Idempotent Key (%s).".formatted(key),
                null,
                true);
    }

    /** Whether it was found before anything was executed; such an answer is not kept for a replay. */
    boolean beforeExecution() {
        return beforeExecution;
    }

    Reply reply() {
        return reply(status, type, code, getMessage(), parameter);
    }

    static Reply reply(int status, String type, String code, String message, String parameter) {
        ObjectNode error = Json.object("message", message, "type", type);
        if (code != null) {
            error.put("code", code).put("doc_url", "https://stripe.com/docs/error-codes/" + code.replace('_', '-'));
        }
        if (parameter != null) {
            error.put("param", parameter);
        }
        return Reply.of(status, Json.object("error", error));
    }
}
