package io.redress.verification.finding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.redress.core.text.VisibleText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A handler's choice of what is affected. What they do not choose is left to evidence and to the rules.
 *
 * @param lines pieces by line of the order; empty where evidence says it
 * @param deliveryFee whether the delivery fee is given back, {@code null} where its rule decides
 * @param fees the names of further fees that are given back besides
 */
public record AffectedChoice(List<ChosenLine> lines, Boolean deliveryFee, Set<String> fees) {

    /** The fields of {@code forms/verify-complaint.form} for the parts of it. */
    public static final String LINES = "affectedLines";

    public static final String DELIVERY_FEE = "deliveryFee";
    public static final String FEES = "fees";

    /** Nothing chosen. */
    public static final AffectedChoice NONE = new AffectedChoice(List.of(), null, Set.of());

    private static final int LONGEST = 200_000;
    private static final String SHAPE =
            "Must be a list of lines and pieces as JSON, such as [{\"line\": 1, \"quantity\": 2}].";
    private static final Set<String> KEYS = Set.of("line", "quantity");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    public AffectedChoice {
        lines = List.copyOf(lines);
        fees = Set.copyOf(fees);
    }

    /**
     * Pieces of a line of the order.
     *
     * @param line the line's number in the order
     * @param quantity at least 1
     */
    public record ChosenLine(int line, int quantity) {}

    /** Reads what a handler submitted; a field without the right shape is refused by name. */
    static AffectedChoice read(FormFields fields) {
        return new AffectedChoice(lines(fields), deliveryFee(fields), fees(fields));
    }

    private static List<ChosenLine> lines(FormFields fields) {
        String text = fields.text(LINES, LONGEST);
        if (text == null) {
            return List.of();
        }
        List<ChosenLine> lines = new ArrayList<>();
        JsonNode list = json(text);
        if (list == null || !list.isArray()) {
            fields.refuse(LINES, SHAPE);
            return lines;
        }
        if (list.isEmpty()) {
            fields.refuse(LINES, "Choose at least one article, or leave the choice to what we found.");
        }
        for (JsonNode part : list) {
            Integer line = whole(part.path("line"));
            Integer quantity = whole(part.path("quantity"));
            boolean known = part.properties().stream().map(Map.Entry::getKey).allMatch(KEYS::contains);
            if (!known || line == null || quantity == null) {
                fields.refuse(LINES, SHAPE);
                return List.of();
            }
            if (quantity < 1) {
                fields.refuse(
                        LINES, "Of line %d at least one piece has to be affected, not %d.".formatted(line, quantity));
            } else if (lines.stream().anyMatch(other -> other.line() == line)) {
                fields.refuse(LINES, "Line %d is named twice.".formatted(line));
            } else {
                lines.add(new ChosenLine(line, quantity));
            }
        }
        return lines;
    }

    /** Browsers send whole numbers as 1 or as 1.0; {@code null} for anything else. */
    private static Integer whole(JsonNode number) {
        if (!number.isNumber()) {
            return null;
        }
        BigDecimal value = number.decimalValue().stripTrailingZeros();
        boolean fits = value.scale() <= 0 && value.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0;
        return fits ? value.intValueExact() : null;
    }

    /** A box that is ticked or not, or {@code by_rule}. */
    private static Boolean deliveryFee(FormFields fields) {
        String word = fields.text(DELIVERY_FEE, LONGEST);
        if (word == null || word.equals("by_rule")) {
            return null;
        }
        if (!word.equals("true") && !word.equals("false")) {
            fields.refuse(DELIVERY_FEE, "Must be one of [true, false, by_rule].");
            return null;
        }
        return Boolean.valueOf(word);
    }

    /** A list of names as JSON, or one name. */
    private static Set<String> fees(FormFields fields) {
        String text = fields.text(FEES, LONGEST);
        if (text == null) {
            return Set.of();
        }
        JsonNode list = json(text);
        if (list == null || !list.isArray()) {
            return Set.of(text);
        }
        Set<String> names = new LinkedHashSet<>();
        for (JsonNode name : list) {
            if (!name.isTextual() || VisibleText.isMissing(name.textValue())) {
                fields.refuse(FEES, "Must be a list of names as JSON, such as [\"Gift wrapping\"].");
                return Set.of();
            }
            names.add(name.textValue());
        }
        return names;
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException notJson) {
            return null;
        }
    }

    boolean namesLines() {
        return !lines.isEmpty();
    }

    boolean isNone() {
        return equals(NONE);
    }
}
