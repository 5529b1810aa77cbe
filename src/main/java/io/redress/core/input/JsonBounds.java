package io.redress.core.input;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The bounds of all JSON that we accept, at every entry point, before anything is calculated with it: numbers within
 * digits and exponent, texts within characters, times within years. A number such as {@code 1e1000000} is eleven
 * characters on the wire and a megabyte as soon as somebody adds it to another. A single field may have narrower bounds
 * of its own.
 */
public final class JsonBounds {

    /** The most characters of a text: a customer's description, which is the longest that anybody may write. */
    public static final int LONGEST_TEXT = 20_000;

    private static final int DEEPEST = 100;
    private static final int LONGEST_NAME = 500;
    private static final int MOST_PROBLEMS = 20;
    private static final int HIGHEST_EXPONENT = 15;

    /** Fractions may have the twenty digits with which programs write sums such as 0.1 + 0.2. */
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(?:\\.[0-9]{1,20})?(?:[eE]([+-]?[0-9]{1,3}))?");

    /** What may be read as a time: some readers also count the fortieth month and the millionth hour. */
    private static final Pattern TIME =
            Pattern.compile("\\s*[+-]?[0-9]+-[+-]?[0-9]+-[+-]?[0-9]+[Tt][+-]?[0-9].*", Pattern.DOTALL);

    private static final Pattern NEAR_TIME = Pattern.compile(
            "\\s*(?:19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}(?:(?::[0-9]{2}){0,2}|[0-9]{2}(?:[0-9]{2})?)"
                    + "(?:[.,][0-9]{1,9})?(?![0-9]|[.,:][0-9]).*",
            Pattern.DOTALL);

    /** A date without a time may be an order's number, unless its year has a sign. */
    private static final Pattern FAR_DATE = Pattern.compile("\\s*[+-][0-9]{4,}-[0-9]{2}-[0-9]{2}\\s*");

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNameLength(LONGEST_NAME)
                    .build())
            .build();

    private final List<Problem> problems = new ArrayList<>();

    private JsonBounds() {}

    /**
     * Checks a document. What is no JSON at all is left to whoever reads it.
     *
     * @throws RefusedInput naming the fields that are out of bounds, at most twenty
     */
    public static void check(byte[] json) {
        try (JsonParser parser = JSON.createParser(json)) {
            new JsonBounds().read(parser);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The same of a text. */
    public static void check(String json) {
        try (JsonParser parser = JSON.createParser(json)) {
            new JsonBounds().read(parser);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void read(JsonParser parser) throws IOException {
        try {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                check(parser, token).ifPresent(message -> problems.add(new Problem(field(parser), message)));
                if (problems.size() == MOST_PROBLEMS) {
                    break;
                }
            }
        } catch (StreamConstraintsException beyond) {
            problems.add(new Problem(field(parser), "Is longer or deeper than anything that is read here."));
        } catch (JsonProcessingException malformed) {
            // Whoever reads it says so, and in which words.
            if (problems.isEmpty()) {
                return;
            }
        }
        if (!problems.isEmpty()) {
            throw new RefusedInput(problems);
        }
    }

    private static Optional<String> check(JsonParser parser, JsonToken token) throws IOException {
        return switch (token) {
            case VALUE_STRING -> text(parser);
            case FIELD_NAME -> text(parser.currentName());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser.getText());
            default -> Optional.empty();
        };
    }

    private static Optional<String> text(JsonParser parser) throws IOException {
        return parser.getTextLength() > LONGEST_TEXT ? text("x".repeat(LONGEST_TEXT + 1)) : text(parser.getText());
    }

    /** What is wrong with a text, wherever it comes from; empty where nothing is. */
    public static Optional<String> text(String text) {
        if (text.length() > LONGEST_TEXT) {
            return Optional.of("Must have at most %,d characters.".formatted(LONGEST_TEXT));
        }
        boolean far = TIME.matcher(text).matches()
                ? !NEAR_TIME.matcher(text).matches()
                : FAR_DATE.matcher(text).matches();
        return far ? Optional.of("Must lie between the years 1900 and 2199.") : Optional.empty();
    }

    /** What is wrong with a number as it is written; empty where nothing is. */
    public static Optional<String> number(String written) {
        var number = NUMBER.matcher(written);
        boolean fits = number.matches()
                && (number.group(1) == null || Math.abs(Integer.parseInt(number.group(1))) <= HIGHEST_EXPONENT);
        return fits
                ? Optional.empty()
                : Optional.of("Must be a number of at most 15 digits before the point and 20 after it.");
    }

    /** Such as {@code order.items[0].quantity}; {@code body} where it is the document itself. */
    private static String field(JsonParser parser) {
        JsonPointer pointer = parser.getParsingContext().pathAsPointer();
        StringBuilder field = new StringBuilder();
        for (; pointer != null && !pointer.matches(); pointer = pointer.tail()) {
            String name = pointer.getMatchingProperty();
            boolean inList = name.matches("[0-9]+") && pointer.mayMatchElement() && field.length() > 0;
            field.append(inList ? "[" + name + "]" : (field.isEmpty() ? "" : ".") + name);
        }
        return field.isEmpty() ? "body" : field.toString();
    }
}
