package io.redress.core.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The words for enum constants in the API: the constant in lower case, as it stands in JSON, models, forms and tables.
 */
public final class EnumWords {

    private EnumWords() {}

    /** The word for a constant, {@code null} for {@code null}. */
    public static String word(Enum<?> constant) {
        return constant == null ? null : constant.name().toLowerCase(Locale.ROOT);
    }

    /** The constant of an enum for a word; empty for {@code null} and for any other spelling. */
    public static <E> Optional<E> constant(Class<E> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> word((Enum<?>) constant).equals(word))
                .findFirst();
    }

    /** Every word of an enum, in its order. */
    public static List<String> words(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> word((Enum<?>) constant))
                .toList();
    }
}
