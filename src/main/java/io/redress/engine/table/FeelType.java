package io.redress.engine.table;

import java.math.BigDecimal;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;

/** The types of values in decision tables, as far as a condition has to be of the same. */
public enum FeelType {
    TEXT,
    NUMBER,
    /** {@code true} or {@code false}. */
    TRUTH,
    MOMENT,
    SPAN,
    OTHER;

    /** The type of a value of FEEL. */
    public static FeelType of(Object value) {
        if (value instanceof String) {
            return TEXT;
        }
        if (value instanceof BigDecimal) {
            return NUMBER;
        }
        if (value instanceof Boolean) {
            return TRUTH;
        }
        if (value instanceof TemporalAmount) {
            return SPAN;
        }
        return value instanceof Temporal ? MOMENT : OTHER;
    }

    /** The type that a column declares, {@link #OTHER} where the engine takes any. */
    public static FeelType ofColumn(String declared) {
        return switch (declared == null ? "" : declared) {
            case "string" -> TEXT;
            case "integer", "long", "double", "number" -> NUMBER;
            case "boolean" -> TRUTH;
            case "date" -> MOMENT;
            default -> OTHER;
        };
    }
}
