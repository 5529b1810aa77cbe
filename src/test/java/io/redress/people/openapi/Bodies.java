package io.redress.people.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Bodies that are derived from the schemas of a description: the least, the fullest, any between, and broken ones. */
final class Bodies {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Description api;

    Bodies(Description api) {
        this.api = api;
    }

    /** What one fault makes of a body, and the field that an answer has to name. */
    record Broken(String field, String how, JsonNode body) {}

    /** A schema's own form, without the alternative of being null. */
    private JsonNode form(JsonNode schema) {
        JsonNode resolved = api.resolved(schema);
        return resolved.has("anyOf") && resolved.at("/anyOf/0").has("$ref")
                ? api.resolved(resolved.at("/anyOf/0"))
                : resolved;
    }

    private static List<String> types(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray()
                ? StreamSupport.stream(type.spliterator(), false)
                        .map(JsonNode::asText)
                        .filter(one -> !one.equals("null"))
                        .toList()
                : List.of(type.asText());
    }

    private static List<String> required(JsonNode schema) {
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(field -> required.add(field.asText()));
        // Of several of which one is needed, the first.
        schema.at("/anyOf/0/required").forEach(field -> required.add(field.asText()));
        return required;
    }

    /** Only what is required, each as small as it may be. */
    JsonNode least(JsonNode schema) {
        return value(schema, null, false);
    }

    /** Every field, each at its limit; lists hold one of the fullest. */
    JsonNode fullest(JsonNode schema) {
        return value(schema, null, true);
    }

    /** What is required and some of the rest, each somewhere between its limits. */
    JsonNode any(JsonNode schema, Random random) {
        return value(schema, random, true);
    }

    private JsonNode value(JsonNode given, Random random, boolean full) {
        JsonNode schema = form(given);
        if (schema.has("enum")) {
            List<JsonNode> words = StreamSupport.stream(schema.path("enum").spliterator(), false)
                    .filter(word -> !word.isNull())
                    .toList();
            return words.get(random == null ? 0 : random.nextInt(words.size()));
        }
        return switch (types(schema).get(0)) {
            case "object" -> object(schema, random, full);
            case "array" -> list(schema, random, full);
            case "boolean" -> JSON.booleanNode(random != null && random.nextBoolean());
            case "integer" -> JSON.numberNode(number(schema, random, full));
            default -> JSON.textNode(text(schema, random, full));
        };
    }

    private ObjectNode object(JsonNode schema, Random random, boolean full) {
        ObjectNode object = JSON.objectNode();
        List<String> required = required(schema);
        schema.path("properties").properties().forEach(field -> {
            boolean wanted = required.contains(field.getKey()) || full && (random == null || random.nextInt(3) > 0);
            if (wanted) {
                object.set(field.getKey(), value(field.getValue(), random, full));
            }
        });
        return object;
    }

    private ArrayNode list(JsonNode schema, Random random, boolean full) {
        ArrayNode list = JSON.arrayNode();
        int size =
                random == null ? Math.max(full ? 1 : 0, schema.path("minItems").asInt()) : random.nextInt(4);
        for (int i = 0; i < Math.max(size, schema.path("minItems").asInt()); i++) {
            list.add(value(schema.path("items"), random, full));
        }
        return list;
    }

    private static int number(JsonNode schema, Random random, boolean full) {
        int least = schema.path("minimum").asInt(-1_000);
        int most = schema.path("maximum").asInt(1_000);
        return random != null ? random.nextInt(least, most + 1) : full ? most : least;
    }

    private static String text(JsonNode schema, Random random, boolean full) {
        if (schema.path("format").asText().equals("date-time")) {
            return random == null
                    ? "2026-11-20T09:30:00+01:00"
                    : "2026-11-%02dT09:30:00.5Z".formatted(1 + random.nextInt(28));
        }
        if (schema.path("format").asText().equals("date")) {
            return random == null ? "2026-11-20" : "2026-11-%02d".formatted(1 + random.nextInt(28));
        }
        if (schema.has("pattern") && schema.has("example")) {
            return schema.path("example").asText();
        }
        int most = schema.path("maxLength").asInt(20);
        int length = random == null ? (full ? most : 1) : 1 + random.nextInt(Math.min(most, 200));
        String unique = random == null ? UUID.randomUUID().toString() : Long.toHexString(random.nextLong());
        return (unique + "x".repeat(Math.max(0, length - unique.length()))).substring(0, length);
    }

    /** Every way to break one field of a body: another type, above and below its limits, missing, and one too many. */
    List<Broken> broken(JsonNode schema, JsonNode body) {
        List<Broken> broken = new ArrayList<>();
        walk(schema, body, "", replacement -> replacement, broken);
        return broken;
    }

    /** Puts another value where this one stands, and gives the whole body. */
    private interface Place {
        JsonNode with(JsonNode value);
    }

    private void walk(JsonNode given, JsonNode value, String field, Place place, List<Broken> broken) {
        JsonNode schema = form(given);
        faults(schema).forEach((how, wrong) -> {
            if (!field.isEmpty()) {
                broken.add(new Broken(field, how, place.with(wrong)));
            }
        });
        if (value instanceof ObjectNode object && schema.has("properties")) {
            ObjectNode more = object.deepCopy();
            more.put("noSuchField", 1);
            broken.add(new Broken(join(field, "noSuchField"), "a field that is not known", place.with(more)));
            schema.path("required").forEach(name -> {
                ObjectNode fewer = object.deepCopy();
                fewer.remove(name.asText());
                broken.add(new Broken(join(field, name.asText()), "missing", place.with(fewer)));
            });
            object.properties()
                    .forEach(one -> walk(
                            schema.path("properties").path(one.getKey()),
                            one.getValue(),
                            join(field, one.getKey()),
                            wrong -> {
                                ObjectNode changed = object.deepCopy();
                                changed.set(one.getKey(), wrong);
                                return place.with(changed);
                            },
                            broken));
        }
        if (value instanceof ArrayNode list && !list.isEmpty()) {
            walk(
                    schema.path("items"),
                    list.get(0),
                    field + "[0]",
                    wrong -> {
                        ArrayNode changed = list.deepCopy();
                        changed.set(0, wrong);
                        return place.with(changed);
                    },
                    broken);
        }
    }

    /** The body with something else in a place that is chosen by chance. */
    static JsonNode with(JsonNode body, JsonNode value, Random random) {
        List<Function<JsonNode, JsonNode>> places = new ArrayList<>();
        places(body, replacement -> replacement, places);
        return places.get(random.nextInt(places.size())).apply(value);
    }

    private static void places(
            JsonNode node, Function<JsonNode, JsonNode> place, List<Function<JsonNode, JsonNode>> places) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> {
                Function<JsonNode, JsonNode> here =
                        value -> place.apply(object.deepCopy().set(field.getKey(), value));
                places.add(here);
                places(field.getValue(), here, places);
            });
        }
        if (node instanceof ArrayNode list && !list.isEmpty()) {
            Function<JsonNode, JsonNode> here = value -> {
                ArrayNode changed = list.deepCopy();
                changed.set(0, value);
                return place.apply(changed);
            };
            places.add(here);
            places(list.get(0), here, places);
        }
        if (places.isEmpty()) {
            places.add(place);
        }
    }

    private static String join(String field, String name) {
        return field.isEmpty() ? name : field + "." + name;
    }

    private Map<String, JsonNode> faults(JsonNode schema) {
        Map<String, JsonNode> faults = new HashMap<>();
        List<String> types = types(schema);
        if (types.contains("string")) {
            faults.put("a truth value", JSON.booleanNode(true));
            faults.put("a list", JSON.arrayNode().add("x"));
            if (!types.contains("number")) {
                faults.put("a number", JSON.numberNode(7));
            }
            if (schema.has("maxLength")) {
                faults.put(
                        "one character too many",
                        JSON.textNode("x".repeat(schema.path("maxLength").asInt() + 1)));
            }
            if (schema.has("enum")
                    || schema.has("pattern")
                    || schema.path("format").asText().startsWith("date")) {
                faults.put("another form", JSON.textNode("no such word"));
            }
        }
        if (types.contains("number")) {
            faults.put("below zero", JSON.numberNode(new BigDecimal("-1.00")));
        }
        if (types.contains("integer")) {
            faults.put("a text", JSON.textNode("1"));
            faults.put("a fraction", JSON.numberNode(new BigDecimal("1.5")));
            if (schema.has("maximum")) {
                faults.put(
                        "above the most", JSON.numberNode(schema.path("maximum").asInt() + 1));
            }
            if (schema.has("minimum")) {
                faults.put(
                        "below the least",
                        JSON.numberNode(schema.path("minimum").asInt() - 1));
            }
        }
        if (types.contains("boolean")) {
            faults.put("a text", JSON.textNode("true"));
        }
        if (types.contains("array")) {
            faults.put("a text", JSON.textNode("all"));
            if (schema.path("maxItems").asInt(10_000) <= 1_000) {
                ArrayNode many = JSON.arrayNode();
                JsonNode one = least(schema.path("items"));
                for (int i = 0; i <= schema.path("maxItems").asInt(); i++) {
                    many.add(one);
                }
                faults.put("one entry too many", many);
            }
        }
        if (types.contains("object")) {
            faults.put("a text", JSON.textNode("me"));
        }
        return faults;
    }

    /** Sets a field of a body by its path, such as {@code order.items[0].sku}, where its parents are there. */
    static void pin(JsonNode body, String field, JsonNode value, boolean evenIfMissing) {
        JsonNode parent = body;
        String[] names = field.split("\\.");
        for (int i = 0; i < names.length - 1; i++) {
            boolean first = names[i].endsWith("[0]");
            JsonNode child = parent.path(names[i].replace("[0]", ""));
            parent = first ? child.path(0) : child;
        }
        String last = names[names.length - 1];
        if (parent instanceof ObjectNode object && (evenIfMissing || object.has(last))) {
            object.set(last, value);
        }
    }
}
