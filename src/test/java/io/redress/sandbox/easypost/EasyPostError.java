package io.redress.sandbox.easypost;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.redress.sandbox.http.Reply;
import io.redress.sandbox.state.Json;
import java.util.List;

/** A refusal in EasyPost's form. */
final class EasyPostError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String field;

    private EasyPostError(int status, String code, String message, String field) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.field = field;
    }

    static EasyPostError notFound() {
        return new EasyPostError(404, "NOT_FOUND", "The requested resource could not be found.", null);
    }

    static EasyPostError required(String field) {
        return new EasyPostError(422, "PARAMETER.REQUIRED", "Missing required parameter.", field);
    }

    static EasyPostError refused(String code, String message) {
        return new EasyPostError(422, code, message, null);
    }

    static EasyPostError unauthenticated() {
        return new EasyPostError(401, "APIKEY.INACTIVE", "This api key is no longer active.", null);
    }

    Reply reply() {
        return reply(
                status,
                code,
                getMessage(),
                field == null
                        ? Json.array(List.of())
                        : Json.array(List.of(Json.object("field", field, "message", "cannot be blank"))));
    }

    static Reply reply(int status, String code, String message, ArrayNode errors) {
        return Reply.of(status, Json.object("error", Json.object("code", code, "message", message, "errors", errors)));
    }
}
