package io.redress.sandbox.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.sandbox.state.Json;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The parameters of one request, with Stripe's complaints about wrong ones. */
record Parameters(Map<String, String> all) {

    /** Refuses a name that the operation does not know, as Stripe does. */
    void onlyOf(Set<String> known) {
        for (var name : all.keySet()) {
            if (!known.contains(name.split("\\[", 2)[0])) {
                throw StripeError.invalid("parameter_unknown", "Received unknown parameter: " + name, name);
            }
        }
    }

    String get(String name) {
        return all.get(name);
    }

    boolean has(String name) {
        return all.containsKey(name);
    }

    String required(String name) {
        if (!has(name) || get(name).isBlank()) {
            throw StripeError.invalid("parameter_missing", "Missing required param: %s.".formatted(name), name);
        }
        return get(name);
    }

    long number(String name, long otherwise) {
        if (!has(name)) {
            return otherwise;
        }
        try {
            return Long.parseLong(get(name));
        } catch (NumberFormatException e) {
            throw StripeError.invalid("parameter_invalid_integer", "Invalid integer: " + get(name), name);
        }
    }

    /** Entries {@code metadata[name]=value} as an object. */
    ObjectNode metadata() {
        var metadata = Json.object();
        all.forEach((name, value) -> {
            if (name.startsWith("metadata[")) {
                metadata.put(name.substring("metadata[".length(), name.length() - 1), value);
            }
        });
        return metadata;
    }

    /** The paths to expand, {@code expand[]} and {@code expand[0]} alike. */
    List<String> expand() {
        return all.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("expand["))
                .map(Map.Entry::getValue)
                .toList();
    }
}
