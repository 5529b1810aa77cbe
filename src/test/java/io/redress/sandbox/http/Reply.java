package io.redress.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** A provider's answer: status, JSON and its own headers. */
public record Reply(int status, JsonNode body, Map<String, String> headers) {

    public static Reply of(int status, JsonNode body) {
        return new Reply(status, body, Map.of());
    }

    public Reply with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, body, more);
    }
}
