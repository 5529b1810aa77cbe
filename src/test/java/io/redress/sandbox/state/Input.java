package io.redress.sandbox.state;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * An object of a request, read field by field. A field that is absent or null is missing and takes the default; one that
 * is not what it should be, or missing where it must not, is an {@link InvalidField} that names it.
 */
public final class Input {

    private static final Pattern AMOUNT = Pattern.compile("\\d{1,12}(\\.\\d{1,10})?");

    private final JsonNode object;
    private final String path;

    private Input(JsonNode object, String path) {
        this.object = object;
        this.path = path;
        if (!object.isObject()) {
            throw new InvalidField(path.isEmpty() ? "body" : path, "must be an object");
        }
    }

    /** The whole body. */
    public static Input of(JsonNode body) {
        return new Input(body, "");
    }

    /** Refuses every other field. */
    public Input only(String... names) {
        object.fieldNames().forEachRemaining(name -> {
            if (!Set.of(names).contains(name)) {
                throw wrong(name, "is unknown here; known are " + String.join(", ", names));
            }
        });
        return this;
    }

    public boolean has(String name) {
        return object.hasNonNull(name);
    }

    /** Whether the field is there, be it as a null. */
    public boolean mentions(String name) {
        return object.has(name);
    }

    public String text(String name, String otherwise) {
        return read(name, otherwise, node -> {
            if (!node.isTextual() || node.asText().isBlank()) {
                throw wrong(name, "must be a text that is not blank");
            }
            return node.asText();
        });
    }

    public String required(String name) {
        return require(name, text(name, null));
    }

    public String choice(String name, Set<String> choices, String otherwise) {
        var chosen = text(name, otherwise);
        if (chosen != null && !choices.contains(chosen)) {
            throw wrong(
                    name,
                    "must be one of "
                            + String.join(", ", choices.stream().sorted().toList()));
        }
        return chosen;
    }

    public boolean flag(String name, boolean otherwise) {
        return read(name, otherwise, node -> {
            if (!node.isBoolean()) {
                throw wrong(name, "must be true or false");
            }
            return node.asBoolean();
        });
    }

    public int number(String name, int least, int most, Integer otherwise) {
        return require(name, read(name, otherwise, node -> {
            if (!node.isIntegralNumber() || !node.canConvertToInt() || node.asInt() < least || node.asInt() > most) {
                throw wrong(name, "must be a whole number from %d to %d".formatted(least, most));
            }
            return node.asInt();
        }));
    }

    public String currency(String name, String otherwise) {
        var currency = text(name, otherwise);
        if (!Amounts.isCurrency(currency)) {
            throw wrong(name, "must be an ISO 4217 currency");
        }
        return currency;
    }

    /** An amount in major units, as text or number, not negative, with no more decimals than its currency has; required without a default. */
    public BigDecimal amount(String name, String currency, BigDecimal otherwise) {
        return require(name, read(name, otherwise, node -> {
            if (!AMOUNT.matcher(node.asText()).matches()) {
                throw wrong(name, "must be a decimal that is not negative, such as \"12.45\"");
            }
            var amount = new BigDecimal(node.asText());
            if (amount.stripTrailingZeros().scale() > Amounts.decimals(currency)) {
                throw wrong(
                        name, "must have at most %d decimals in %s".formatted(Amounts.decimals(currency), currency));
            }
            return amount;
        }));
    }

    /** A percentage. */
    public String rate(String name) {
        return read(name, null, node -> {
            if (!node.asText().matches("\\d{1,3}(\\.\\d{1,4})?")) {
                throw wrong(name, "must be a percentage, such as \"19.00\"");
            }
            return node.asText();
        });
    }

    /** A time with an offset, or a day, which begins in UTC; required without a default. */
    public Instant time(String name, Instant otherwise) {
        return require(name, read(name, otherwise, node -> {
            try {
                return node.asText().contains("T")
                        ? OffsetDateTime.parse(node.asText()).toInstant()
                        : LocalDate.parse(node.asText())
                                .atStartOfDay(ZoneOffset.UTC)
                                .toInstant();
            } catch (DateTimeParseException e) {
                throw wrong(name, "must be an ISO 8601 time with an offset, or a day");
            }
        }));
    }

    /** The object of that name; an empty one where it is missing. */
    public Input object(String name) {
        return new Input(has(name) ? object.path(name) : Json.object(), at(name));
    }

    /** The objects of a list; none where it is missing. */
    public List<Input> objects(String name) {
        var found = new ArrayList<Input>();
        for (var entry : list(name)) {
            found.add(new Input(entry, "%s[%d]".formatted(at(name), found.size())));
        }
        return found;
    }

    /** The elements of a list; none where it is missing. */
    public List<JsonNode> list(String name) {
        var list = object.path(name);
        if (has(name) && !list.isArray()) {
            throw wrong(name, "must be a list");
        }
        var found = new ArrayList<JsonNode>();
        list.forEach(found::add);
        return found;
    }

    /** The problem with a field of this object. */
    public InvalidField wrong(String name, String problem) {
        return new InvalidField(at(name), problem);
    }

    private <T> T require(String name, T value) {
        if (value == null) {
            throw wrong(name, "is missing");
        }
        return value;
    }

    private <T> T read(String name, T otherwise, Function<JsonNode, T> reading) {
        return has(name) ? reading.apply(object.get(name)) : otherwise;
    }

    private String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
