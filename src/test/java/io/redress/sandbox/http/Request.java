package io.redress.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.sandbox.state.Json;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request as a provider sees it.
 *
 * @param query decoded query parameters, names as sent ({@code payment[payment_intent]})
 * @param headers by name in any case
 * @param body the raw body, empty where there is none
 */
public record Request(String method, String path, Map<String, String> query, Map<String, String> headers, byte[] body) {

    static Request read(org.apache.catalina.connector.Request request) throws IOException {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        Collections.list(request.getHeaderNames()).forEach(name -> headers.put(name, request.getHeader(name)));
        return new Request(
                request.getMethod(),
                decode(request.getRequestURI().replace("+", "%2B")),
                decoded(request.getQueryString()),
                headers,
                request.getInputStream().readAllBytes());
    }

    /** Query parameters and, where the body is a form, those of the body. */
    public Map<String, String> form() {
        var all = new LinkedHashMap<>(query);
        all.putAll(decoded(new String(body, StandardCharsets.UTF_8)));
        return all;
    }

    /** The body as JSON; an empty object where there is none. */
    public JsonNode json() {
        return Json.parse(body);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name)).filter(value -> !value.isBlank());
    }

    /** The secret in the Authorization header: a bearer token, or the user name of Basic. */
    public Optional<String> credential() {
        return header("Authorization").map(value -> {
            if (!value.startsWith("Basic ")) {
                return value.replaceFirst("^Bearer ", "");
            }
            var pair = new String(Base64.getDecoder().decode(value.substring(6).trim()), StandardCharsets.UTF_8);
            return pair.split(":", 2)[0];
        });
    }

    private static Map<String, String> decoded(String encoded) {
        var parameters = new LinkedHashMap<String, String>();
        if (encoded != null && !encoded.isBlank()) {
            for (var pair : encoded.split("&")) {
                var parts = pair.split("=", 2);
                parameters.put(decode(parts[0]), parts.length == 2 ? decode(parts[1]) : "");
            }
        }
        return parameters;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
