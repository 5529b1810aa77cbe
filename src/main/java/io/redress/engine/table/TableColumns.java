package io.redress.engine.table;

import io.redress.core.text.EnumWords;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What whoever asks a table tells it, and what it reads from the answer.
 *
 * @param answers whether one row answers, or all that fit do
 * @param inDiagramOnly whether only a step of a diagram asks it, so that it can ask for the process's variables, too
 * @param facts what it is told
 * @param results what is read from its answer
 * @param impossible facts that are never told together, each by its name and the words that it then has
 * @param rising what never falls
 */
public record TableColumns(
        Answers answers,
        boolean inDiagramOnly,
        List<Fact> facts,
        List<Result> results,
        List<Map<String, Set<String>>> impossible,
        List<Rising> rising) {

    /** How many rows answer. */
    public enum Answers {
        /** Exactly one; without it the case cannot go on. */
        ONE,
        /** All that fit, which may be none. */
        ALL
    }

    /** One row answers whoever asks, in a diagram or elsewhere. */
    public static TableColumns answeredByOne(List<Fact> facts, List<Result> results) {
        return new TableColumns(Answers.ONE, false, facts, results, List.of(), List.of());
    }

    /** All rows that fit answer. */
    public static TableColumns answeredByAll(List<Fact> facts, List<Result> results) {
        return new TableColumns(Answers.ALL, false, facts, results, List.of(), List.of());
    }

    /** The same of a table that only a step of a diagram asks. */
    public TableColumns inDiagram() {
        return new TableColumns(answers, true, facts, results, impossible, rising);
    }

    /** The same where these facts are never told together. */
    public TableColumns never(Map<String, Set<String>> together) {
        return new TableColumns(
                answers,
                inDiagramOnly,
                facts,
                results,
                Stream.concat(impossible.stream(), Stream.of(together)).toList(),
                rising);
    }

    /** The same where a result never falls. */
    public TableColumns rising(Rising never) {
        return new TableColumns(
                answers,
                inDiagramOnly,
                facts,
                results,
                impossible,
                Stream.concat(rising.stream(), Stream.of(never)).toList());
    }

    /**
     * A result that never falls while one of some facts rises and all else is the same.
     *
     * @param rule the name of the finding where it does
     * @param facts the names of the facts
     * @param order the words of the result from the lowest up; empty where it is a number
     */
    public record Rising(String rule, String result, List<String> facts, List<String> order) {}

    /** A fact by its name. */
    public Optional<Fact> fact(String name) {
        return facts.stream().filter(fact -> fact.name().equals(name)).findFirst();
    }

    /** A result by its name. */
    public Optional<Result> result(String name) {
        return results.stream().filter(result -> result.name().equals(name)).findFirst();
    }

    /** The output column of another table, whose words a fact can be besides. */
    public record Source(String decision, String result) {}

    /**
     * A fact.
     *
     * @param whole whether it is a number without a fraction
     * @param least the smallest number it can be, {@code null} where it can be any
     * @param words the texts that it can be; empty where nothing is known of them
     * @param closed whether it can be nothing but these words
     * @param maybeEmpty whether it can be missing
     * @param source where more of its words come from, {@code null} for nowhere
     */
    public record Fact(
            String name,
            FeelType type,
            boolean whole,
            BigDecimal least,
            Set<String> words,
            boolean closed,
            boolean maybeEmpty,
            Source source) {

        /** One of these words, and nothing else. */
        public static Fact word(String name, Collection<String> words) {
            return new Fact(name, FeelType.TEXT, false, null, new LinkedHashSet<>(words), true, false, null);
        }

        /** One of these words, or another that is rare. */
        public static Fact text(String name, Collection<String> words) {
            return new Fact(name, FeelType.TEXT, false, null, new LinkedHashSet<>(words), false, false, null);
        }

        /** Any text. */
        public static Fact text(String name) {
            return text(name, Set.of());
        }

        /** Yes or no. */
        public static Fact truth(String name) {
            return new Fact(name, FeelType.TRUTH, false, null, Set.of(), true, false, null);
        }

        /** How many: a whole number, zero or more. */
        public static Fact count(String name) {
            return new Fact(name, FeelType.NUMBER, true, BigDecimal.ZERO, Set.of(), false, false, null);
        }

        /** How much: zero or more, whole or not. */
        public static Fact amount(String name) {
            return new Fact(name, FeelType.NUMBER, false, BigDecimal.ZERO, Set.of(), false, false, null);
        }

        /** The same that may be missing. */
        public Fact orMissing() {
            return new Fact(name, type, whole, least, words, closed, true, source);
        }

        /** The same, which can also be what another table says. */
        public Fact orOf(String decision, String result) {
            return new Fact(name, type, whole, least, words, closed, maybeEmpty, new Source(decision, result));
        }
    }

    /**
     * A result.
     *
     * @param whole whether it is a number without a fraction
     * @param least the smallest number that is read, {@code null} for any
     * @param most the largest number that is read, {@code null} for any
     * @param words the texts that whoever reads it knows; empty for any
     * @param open whether others are read, too
     * @param optional whether a cell or the column may be missing
     */
    public record Result(
            String name,
            FeelType type,
            boolean whole,
            BigDecimal least,
            BigDecimal most,
            Set<String> words,
            boolean open,
            boolean optional) {

        /** One of these words. */
        public static Result word(String name, Collection<String> words) {
            return new Result(name, FeelType.TEXT, false, null, null, new LinkedHashSet<>(words), false, false);
        }

        /** The word of one of an enum's constants. */
        public static Result word(String name, Class<? extends Enum<?>> type) {
            return word(name, EnumWords.words(type));
        }

        /** A text that people read, or that rules of its own judge. */
        public static Result text(String name) {
            return new Result(name, FeelType.TEXT, false, null, null, Set.of(), true, false);
        }

        /** Yes or no. */
        public static Result truth(String name) {
            return new Result(name, FeelType.TRUTH, false, null, null, Set.of(), true, false);
        }

        /** A whole number within these ends. */
        public static Result count(String name, int least, int most) {
            return new Result(
                    name,
                    FeelType.NUMBER,
                    true,
                    BigDecimal.valueOf(least),
                    BigDecimal.valueOf(most),
                    Set.of(),
                    true,
                    false);
        }

        /** A number within these ends, whole or not. */
        public static Result number(String name, int least, int most) {
            return new Result(
                    name,
                    FeelType.NUMBER,
                    false,
                    BigDecimal.valueOf(least),
                    BigDecimal.valueOf(most),
                    Set.of(),
                    true,
                    false);
        }

        /** The same that may be missing. */
        public Result orMissing() {
            return new Result(name, type, whole, least, most, words, open, true);
        }

        /** The words, to be read by people. */
        public String list() {
            return words.stream().map(word -> '"' + word + '"').collect(Collectors.joining(", "));
        }
    }
}
