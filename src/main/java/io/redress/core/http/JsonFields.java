package io.redress.core.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.redress.core.input.JsonBounds;
import io.redress.core.input.Problem;
import io.redress.core.input.RefusedInput;
import io.redress.core.money.ExactJson;
import io.redress.core.money.SystemAmount;
import io.redress.core.money.UnreadableAmount;
import io.redress.core.text.EnumWords;
import io.redress.core.text.VisibleText;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A JSON object, read field by field; everything that is wrong with it is collected, each problem under its own path.
 */
public class JsonFields {

    private static final String TIME_EXPECTED = "Must be a time with its offset, such as 2026-11-24T09:30:00+01:00.";
    private static final Pattern RATE = Pattern.compile("\\d{1,3}(\\.\\d{1,4})?");
    private static final int HIGHEST_LINE = 1_000_000;

    private final JsonNode node;
    private final String path;
    private final List<Problem> problems;

    private JsonFields(JsonNode node, String path, List<Problem> problems) {
        this.node = node;
        this.path = path;
        this.problems = problems;
    }

    /** @throws RefusedInput where it is no JSON object, or exceeds the bounds of all JSON */
    public static JsonNode parse(String body) {
        JsonBounds.check(body);
        try {
            JsonNode node = ExactJson.read(body);
            if (node != null && node.isObject()) {
                return node;
            }
        } catch (JsonProcessingException malformed) {
            throw new RefusedInput("body", "Is not well-formed JSON: " + malformed.getOriginalMessage());
        }
        throw new RefusedInput("body", "Must be a JSON object.");
    }

    /** @param known the names that the object may have */
    public static JsonFields of(JsonNode node, Set<String> known, List<Problem> problems) {
        return checked(node, "", known, problems);
    }

    private static JsonFields checked(JsonNode node, String path, Set<String> known, List<Problem> problems) {
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                problems.add(new Problem(join(path, name), "This field is not known."));
            }
        });
        return new JsonFields(node, path, problems);
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    public void refuse(String name, String message) {
        problems.add(new Problem(join(path, name), message));
    }

    /** Whether something is wrong with this field. */
    public boolean isRefused(String name) {
        return problems.stream().anyMatch(problem -> problem.field().equals(join(path, name)));
    }

    /** @return {@code null} where it is missing, wrong or shows nothing */
    public String text(String name, int longest) {
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            refuse(name, "Must be a text.");
            return null;
        }
        String text = VisibleText.of(value.textValue()).orElse("");
        if (text.length() > longest) {
            refuse(name, "Must have at most %,d characters.".formatted(longest));
            return null;
        }
        if (text.indexOf('\0') >= 0) {
            refuse(name, "Must not contain the character NUL.");
            return null;
        }
        return text.isEmpty() ? null : text;
    }

    public <E extends Enum<E>> E word(String name, Class<E> type) {
        String word = text(name, 100);
        if (word == null) {
            return null;
        }
        return EnumWords.constant(type, word).orElseGet(() -> {
            refuse(name, "Must be one of " + String.join(", ", EnumWords.words(type)) + ".");
            return null;
        });
    }

    /** @return {@code null} where it is missing or wrong */
    public Boolean yesOrNo(String name) {
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isBoolean()) {
            refuse(name, "Must be true or false.");
            return null;
        }
        return value.booleanValue();
    }

    /** An instant; ISO 8601 with an offset. */
    public Instant instant(String name) {
        String text = text(name, 100);
        if (text == null) {
            if (node.path(name).isTextual() && !isRefused(name)) {
                refuse(name, TIME_EXPECTED);
            }
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException malformed) {
            refuse(name, TIME_EXPECTED);
            return null;
        }
    }

    /** An amount of zero or more, as a decimal string or a number, read by its own text. */
    public BigDecimal amount(String name, int decimals) {
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        try {
            BigDecimal amount = SystemAmount.read(ExactJson.amountIn(value).orElse(null));
            if (amount.stripTrailingZeros().scale() <= decimals) {
                return amount;
            }
            refuse(name, "Must have at most %d decimals.".formatted(decimals));
        } catch (UnreadableAmount unreadable) {
            refuse(name, unreadable.getMessage());
        }
        return null;
    }

    /** A tax rate in percent, zero or more, with at most four decimals. */
    public BigDecimal rate(String name) {
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        String written = ExactJson.amountIn(value).orElse("");
        if (RATE.matcher(written).matches()) {
            return new BigDecimal(written);
        }
        refuse(name, "Must be a tax rate in percent such as \"19.00\".");
        return null;
    }

    /** The number of an order's line; {@code null} where it is missing or wrong. */
    public Integer line(String name) {
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isInt() || value.intValue() < 1 || value.intValue() > HIGHEST_LINE) {
            refuse(name, "Must be a whole number from 1 to 1,000,000.");
            return null;
        }
        return value.intValue();
    }

    public Integer quantity(String name) {
        JsonNode value = node.get(name);
        if (value == null || !value.isInt() || value.intValue() < 1 || value.intValue() > 100_000) {
            refuse(name, "Must be a whole number from 1 to 100,000.");
            return null;
        }
        return value.intValue();
    }

    /** @return an empty object where it is missing or wrong */
    public JsonFields object(String name, Set<String> known) {
        JsonNode value = node.path(name);
        if (!value.isMissingNode() && !value.isNull() && !value.isObject()) {
            refuse(name, "Must be an object.");
        }
        return checked(value, join(path, name), known, problems);
    }

    public <T> List<T> list(String name, Set<String> known, Function<JsonFields, T> read) {
        JsonNode value = node.path(name);
        List<T> items = new ArrayList<>();
        if (value.isMissingNode() || value.isNull()) {
            return items;
        }
        if (!value.isArray() || value.size() > 1_000) {
            refuse(name, "Must be a list of at most 1,000 objects.");
            return items;
        }
        for (int index = 0; index < value.size(); index++) {
            String place = join(path, name) + "[" + index + "]";
            if (value.get(index).isObject()) {
                items.add(read.apply(checked(value.get(index), place, known, problems)));
            } else {
                problems.add(new Problem(place, "Must be an object."));
            }
        }
        return items;
    }
}
