package io.redress.sandbox.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.sandbox.state.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Stripe's lists: newest first, ten at a time unless told, continued after or before a given object. */
record Listing(StripeBooks books) {

    /** What every list accepts. */
    static final Set<String> PARAMETERS = Set.of("limit", "starting_after", "ending_before", "created", "expand");

    /** The page of the kind's objects that pass the filter. */
    ObjectNode page(String kind, String url, Parameters parameters, Predicate<ObjectNode> filter) {
        var found = new ArrayList<>(books.all(kind));
        Collections.reverse(found);
        found.removeIf(filter.and(created(parameters)).negate());
        found.sort(Comparator.comparingLong(
                        (ObjectNode object) -> object.path("created").asLong())
                .reversed());
        var page = cut(found, parameters, kind);
        return Json.object("object", "list", "url", url, "has_more", page.more(), "data", Json.array(page.members()));
    }

    private Page cut(List<ObjectNode> found, Parameters parameters, String kind) {
        var limit = parameters.number("limit", 10);
        if (limit < 1 || limit > 100) {
            throw StripeError.invalid("parameter_invalid_integer", "limit must be between 1 and 100", "limit");
        }
        if (parameters.has("ending_before")) {
            var before = found.subList(0, position(found, parameters.get("ending_before"), kind, "ending_before"));
            var from = Math.max(0, before.size() - (int) limit);
            return new Page(before.subList(from, before.size()), from > 0);
        }
        var from = parameters.has("starting_after")
                ? position(found, parameters.get("starting_after"), kind, "starting_after") + 1
                : 0;
        var to = Math.min(found.size(), from + (int) limit);
        return new Page(found.subList(from, to), to < found.size());
    }

    private static int position(List<ObjectNode> found, String id, String kind, String parameter) {
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i).path("id").asText().equals(id)) {
                return i;
            }
        }
        throw StripeError.missing(kind, id, parameter);
    }

    private static Predicate<ObjectNode> created(Parameters parameters) {
        Map<String, Predicate<Long>> bounds = Map.of(
                "created", at -> at == parameters.number("created", 0),
                "created[gt]", at -> at > parameters.number("created[gt]", 0),
                "created[gte]", at -> at >= parameters.number("created[gte]", 0),
                "created[lt]", at -> at < parameters.number("created[lt]", 0),
                "created[lte]", at -> at <= parameters.number("created[lte]", 0));
        return object -> bounds.entrySet().stream()
                .filter(bound -> parameters.has(bound.getKey()))
                .allMatch(bound -> bound.getValue().test(object.path("created").asLong()));
    }

    /** Keeps an object where each named parameter, if given, equals the field of that name. */
    static Predicate<ObjectNode> where(Parameters parameters, String... fields) {
        return object -> Stream.of(fields).filter(parameters::has).allMatch(field -> parameters
                .get(field)
                .equals(object.path(field).asText()));
    }

    private record Page(List<ObjectNode> members, boolean more) {}
}
