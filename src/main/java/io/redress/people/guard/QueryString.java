package io.redress.people.guard;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The parameters of an address, read without touching a body that the engine has yet to read. */
final class QueryString {

    private QueryString() {}

    /** A name and its value, empty where it has none. */
    record Parameter(String name, String value) {}

    /**
     * @param query as it was sent; {@code null} where there is none
     * @throws RefusedCall where it is not well encoded
     */
    static List<Parameter> read(String query) {
        var parameters = new ArrayList<Parameter>();
        for (var pair : query == null ? new String[0] : query.split("&")) {
            var parts = pair.split("=", 2);
            parameters.add(new Parameter(decode(parts[0]), parts.length < 2 ? "" : decode(parts[1])));
        }
        return parameters;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw RefusedCall.badField("query", "the address is not well encoded");
        }
    }
}
