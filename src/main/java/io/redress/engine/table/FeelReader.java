package io.redress.engine.table;

import camundajar.impl.scala.Product;
import camundajar.impl.scala.Tuple2;
import camundajar.impl.scala.collection.Iterable;
import camundajar.impl.scala.jdk.javaapi.CollectionConverters;
import camundajar.impl.scala.util.Either;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.FeelEngine.Failure;
import org.camunda.feel.impl.interpreter.BuiltinFunctions;
import org.camunda.feel.syntaxtree.ArithmeticNegation;
import org.camunda.feel.syntaxtree.AtLeastOne;
import org.camunda.feel.syntaxtree.ClosedConstRangeBoundary;
import org.camunda.feel.syntaxtree.Comparison;
import org.camunda.feel.syntaxtree.Conjunction;
import org.camunda.feel.syntaxtree.ConstBool;
import org.camunda.feel.syntaxtree.ConstContext;
import org.camunda.feel.syntaxtree.ConstDate;
import org.camunda.feel.syntaxtree.ConstDateTime;
import org.camunda.feel.syntaxtree.ConstDayTimeDuration;
import org.camunda.feel.syntaxtree.ConstInputValue$;
import org.camunda.feel.syntaxtree.ConstList;
import org.camunda.feel.syntaxtree.ConstLocalDateTime;
import org.camunda.feel.syntaxtree.ConstLocalTime;
import org.camunda.feel.syntaxtree.ConstNull$;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.ConstRange;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.ConstYearMonthDuration;
import org.camunda.feel.syntaxtree.Disjunction;
import org.camunda.feel.syntaxtree.Equal;
import org.camunda.feel.syntaxtree.EveryItem;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.Exponentiation;
import org.camunda.feel.syntaxtree.Filter;
import org.camunda.feel.syntaxtree.For;
import org.camunda.feel.syntaxtree.FunctionDefinition;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.GreaterOrEqual;
import org.camunda.feel.syntaxtree.GreaterThan;
import org.camunda.feel.syntaxtree.If;
import org.camunda.feel.syntaxtree.In;
import org.camunda.feel.syntaxtree.InputEqualTo;
import org.camunda.feel.syntaxtree.InputGreaterOrEqual;
import org.camunda.feel.syntaxtree.InputGreaterThan;
import org.camunda.feel.syntaxtree.InputInRange;
import org.camunda.feel.syntaxtree.InputLessOrEqual;
import org.camunda.feel.syntaxtree.InputLessThan;
import org.camunda.feel.syntaxtree.IterationContext;
import org.camunda.feel.syntaxtree.JavaFunctionInvocation;
import org.camunda.feel.syntaxtree.LessOrEqual;
import org.camunda.feel.syntaxtree.LessThan;
import org.camunda.feel.syntaxtree.Not;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.PositionalFunctionParameters;
import org.camunda.feel.syntaxtree.Ref;
import org.camunda.feel.syntaxtree.SomeItem;
import org.camunda.feel.syntaxtree.UnaryTestExpression;

/**
 * The reader of FEEL for those who judge a table before it is used. It reads with the engine's own parser, so that what
 * it takes the engine takes, too; nothing is evaluated.
 */
public final class FeelReader {

    /** Longer texts are not read: nobody can, and the parser takes a tenth of a second for them. */
    public static final int LONGEST = 10_000;

    private static final int DEEPEST = 40;
    private static final int MOST_KEPT = 10_000;
    private static final int MOST_ROUNDS = 10_000;
    /** How many things a list is taken to have that is not written down. */
    private static final int SOME = 100;

    private static final int HIGHEST_POWER = 1_000;

    private static final Set<String> BY_PATTERN = Set.of("matches", "replace", "split", "extract");
    /** A repeated group that has a repetition in it: what does not match it can take for ever. */
    private static final Pattern REPEATED_TWICE = Pattern.compile("\\([^)]*[+*}|][^)]*\\)\\s*[+*{]");

    @SuppressWarnings("deprecation")
    private static final FeelEngine ENGINE = new FeelEngine.Builder().build();

    private static final Set<String> FUNCTIONS =
            Set.copyOf(CollectionConverters.asJava(new BuiltinFunctions(ENGINE.clock(), ENGINE.valueMapper())
                    .functions()
                    .keySet()));

    private static final LoadingCache<String, FeelText> CONDITIONS =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build(text -> read(text, true));
    private static final LoadingCache<String, FeelText> EXPRESSIONS =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build(text -> read(text, false));

    private FeelReader() {}

    /** A cell of an input column; an empty one fits any value, as a dash does. */
    public static FeelText condition(String text) {
        return CONDITIONS.get(text.isBlank() ? "-" : text);
    }

    /** An input expression, a cell of an output column, or FEEL in a form, without the equals sign there. */
    public static FeelText expression(String text) {
        return EXPRESSIONS.get(text);
    }

    /** Whether FEEL has a function of this name. */
    public static boolean knowsFunction(String name) {
        return FUNCTIONS.contains(name);
    }

    // Old as they are, it is by these two that tables are parsed.
    @SuppressWarnings("deprecation")
    private static FeelText read(String text, boolean condition) {
        if (text.length() > LONGEST || depth(text) > DEEPEST) {
            return unread(text, null, "it is too long, or brackets are within brackets too often");
        }
        try {
            Either<Failure, ParsedExpression> parsed =
                    condition ? ENGINE.parseUnaryTests(text) : ENGINE.parseExpression(text);
            return parsed.fold(
                    failure -> unread(text, plain(failure.message()), null),
                    expression -> new Reading(text, condition).of(expression.expression()));
        } catch (StackOverflowError tooDeep) {
            return unread(text, null, "it has too many parts within parts");
        }
    }

    private static FeelText unread(String text, String problem, String costly) {
        return new FeelText(
                text,
                Optional.ofNullable(problem),
                new Condition.Computed(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Set.of(),
                Optional.ofNullable(costly));
    }

    /** Without the names of the parser's own rules. */
    private static String plain(String message) {
        var where =
                Pattern.compile("(?s).*:(\\d+):(\\d+), found (\"(?:.*)\")\\s*").matcher(message);
        return where.matches()
                ? where.group(3).equals("\"\"")
                        ? "it ends too early"
                        : "at %s: %s".formatted(where.group(2), where.group(3))
                : message;
    }

    private static int depth(String text) {
        int depth = 0;
        int deepest = 0;
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '(', '[', '{' -> deepest = Math.max(deepest, ++depth);
                case ')', ']', '}' -> depth--;
                default -> {}
            }
        }
        return deepest;
    }

    private static <T> Collection<T> java(Iterable<T> scala) {
        return CollectionConverters.asJavaCollection(scala);
    }

    /** One text that is read. */
    private static final class Reading {

        private final String text;
        private final boolean condition;
        private final Set<String> names = new HashSet<>();
        private final Set<String> own = new HashSet<>();
        private final Set<String> functions = new HashSet<>();
        private String costly;

        Reading(String text, boolean condition) {
            this.text = text;
            this.condition = condition;
        }

        FeelText of(Exp expression) {
            visit(expression, 1);
            names.removeAll(own);
            functions.removeAll(own);
            Optional<List<Optional<Object>>> answers = condition ? Optional.empty() : answers(expression);
            return new FeelText(
                    text,
                    Optional.empty(),
                    condition ? top(expression) : new Condition.Computed(),
                    answers,
                    answers.isPresent() ? same(answers.get()) : type(expression),
                    Set.copyOf(names),
                    Set.copyOf(functions),
                    Optional.ofNullable(costly));
        }

        private static Optional<FeelType> same(List<Optional<Object>> answers) {
            Set<FeelType> types =
                    answers.stream().flatMap(Optional::stream).map(FeelType::of).collect(Collectors.toSet());
            return types.size() == 1 ? Optional.of(types.iterator().next()) : Optional.empty();
        }

        // What is asked for, and what it takes.

        private void visit(Object part, long rounds) {
            if (part instanceof Ref ref) {
                names.add(ref.names().head());
            } else if (part instanceof FunctionDefinition || part instanceof JavaFunctionInvocation) {
                costly = "it defines a function";
            } else if (part instanceof FunctionInvocation call) {
                functions.add(call.function());
                pattern(call);
            } else if (part instanceof Exponentiation power) {
                if (number(power.y())
                        .filter(y -> y.abs().intValue() <= HIGHEST_POWER)
                        .isEmpty()) {
                    costly = "a power is too high, or not a plain number";
                }
            }
            long inside = rounds;
            if (part instanceof For || part instanceof SomeItem || part instanceof EveryItem) {
                inside = rounds * turns((Product) part);
            } else if (part instanceof Filter filter) {
                own.addAll(List.of("item", "partial"));
                inside = rounds * size(filter.list());
            }
            if (part instanceof ConstContext context) {
                java(context.entries()).forEach(entry -> own.add(entry._1()));
            }
            if (inside > MOST_ROUNDS) {
                costly = "it goes through too many values";
            }
            visitParts(part, inside);
        }

        private void visitParts(Object part, long rounds) {
            if (part instanceof Iterable<?> many) {
                java(many).forEach(one -> visit(one, rounds));
            } else if (part instanceof Product product && !(part instanceof Ref)) {
                CollectionConverters.asJava(product.productIterator()).forEachRemaining(one -> visit(one, rounds));
            }
        }

        @SuppressWarnings("unchecked")
        private long turns(Product loop) {
            own.add("partial");
            long turns = 1;
            for (Tuple2<String, Exp> iterator : java((Iterable<Tuple2<String, Exp>>) loop.productElement(0))) {
                own.add(iterator._1());
                turns = Math.min(turns * size(iterator._2()), Integer.MAX_VALUE);
            }
            return turns;
        }

        private long size(Exp list) {
            if (list instanceof ConstList written) {
                return written.items().size();
            }
            if (list instanceof IterationContext range) {
                return number(range.start())
                        .flatMap(from -> number(range.end())
                                .map(to -> to.subtract(from).abs().longValue() + 1))
                        .orElse((long) Integer.MAX_VALUE);
            }
            return SOME;
        }

        private void pattern(FunctionInvocation call) {
            if (!BY_PATTERN.contains(call.function())) {
                return;
            }
            boolean harmless = call.params() instanceof PositionalFunctionParameters given
                    && given.params().size() > 1
                    && given.params().apply(1) instanceof ConstString pattern
                    && !REPEATED_TWICE.matcher(pattern.value()).find();
            if (!harmless) {
                costly = "its pattern repeats what repeats, or is not a plain text";
            }
        }

        // What it comes to.

        private Optional<List<Optional<Object>>> answers(Exp expression) {
            if (expression == ConstNull$.MODULE$) {
                return Optional.of(List.of(Optional.empty()));
            }
            if (expression instanceof If either) {
                return answers(either.statement())
                        .flatMap(one -> answers(either.elseStatement()).map(other -> Stream.of(one, other)
                                .flatMap(List::stream)
                                .distinct()
                                .toList()));
            }
            return value(expression).map(value -> List.of(Optional.of(value)));
        }

        private static Optional<FeelType> type(Exp expression) {
            if (expression instanceof Comparison
                    || expression instanceof Conjunction
                    || expression instanceof Disjunction
                    || expression instanceof Not) {
                return Optional.of(FeelType.TRUTH);
            }
            return Optional.empty();
        }

        private static Optional<Object> value(Exp expression) {
            if (expression instanceof ConstString text) {
                return Optional.of(text.value());
            }
            if (expression instanceof ConstBool truth) {
                return Optional.of(truth.value());
            }
            if (expression instanceof ConstDate date) {
                return Optional.of(date.value());
            }
            if (expression instanceof ConstLocalDateTime moment) {
                return Optional.of(moment.value());
            }
            if (expression instanceof ConstDateTime moment) {
                return Optional.of(moment.value());
            }
            if (expression instanceof ConstLocalTime time) {
                return Optional.of(time.value());
            }
            if (expression instanceof ConstDayTimeDuration span) {
                return Optional.of(span.value().truncatedTo(ChronoUnit.NANOS));
            }
            if (expression instanceof ConstYearMonthDuration span) {
                return Optional.of(span.value());
            }
            return number(expression).map(Object.class::cast);
        }

        private static Optional<BigDecimal> number(Exp expression) {
            if (expression instanceof ConstNumber number) {
                return Optional.of(number.value().bigDecimal());
            }
            return expression instanceof ArithmeticNegation negative
                    ? number(negative.x()).map(BigDecimal::negate)
                    : Optional.empty();
        }

        // What it fits.

        private static Condition top(Exp expression) {
            return expression instanceof ConstBool truth && truth.value() ? new Condition.Any() : tests(expression);
        }

        private static Condition tests(Exp expression) {
            if (expression instanceof AtLeastOne some) {
                return new Condition.OneOf(
                        java(some.xs()).stream().map(Reading::tests).toList());
            }
            if (expression instanceof Not not) {
                return new Condition.Not(tests(not.x()));
            }
            if (expression instanceof UnaryTestExpression test) {
                return test(test.exp());
            }
            if (expression instanceof InputEqualTo equal) {
                return value(equal.x()).<Condition>map(Condition.Is::new).orElseGet(Condition.Computed::new);
            }
            if (expression instanceof InputLessThan less) {
                return between(null, false, less.x(), false);
            }
            if (expression instanceof InputLessOrEqual less) {
                return between(null, false, less.x(), true);
            }
            if (expression instanceof InputGreaterThan greater) {
                return between(greater.x(), false, null, false);
            }
            if (expression instanceof InputGreaterOrEqual greater) {
                return between(greater.x(), true, null, false);
            }
            if (expression instanceof InputInRange in) {
                ConstRange range = in.range();
                return between(
                        range.start().value(),
                        range.start() instanceof ClosedConstRangeBoundary,
                        range.end().value(),
                        range.end() instanceof ClosedConstRangeBoundary);
            }
            return new Condition.Computed();
        }

        private static Condition test(Exp expression) {
            if (expression == ConstNull$.MODULE$) {
                return new Condition.Is(null);
            }
            if (expression instanceof ConstList list) {
                List<Condition> items =
                        java(list.items()).stream().map(Reading::test).toList();
                return items.stream().allMatch(Condition.Is.class::isInstance)
                        ? new Condition.OneOf(items)
                        : new Condition.Computed();
            }
            if (expression instanceof ConstBool) {
                return new Condition.Computed();
            }
            return value(expression).<Condition>map(Condition.Is::new).orElseGet(() -> truth(expression));
        }

        /** A sentence about the cell's own value, written with a question mark. */
        private static Condition truth(Exp expression) {
            if (expression instanceof Conjunction both) {
                return new Condition.AllOf(List.of(truth(both.x()), truth(both.y())));
            }
            if (expression instanceof Disjunction either) {
                return new Condition.OneOf(List.of(truth(either.x()), truth(either.y())));
            }
            if (expression instanceof In in && in.x() == ConstInputValue$.MODULE$) {
                return tests(in.test());
            }
            if (expression instanceof Comparison comparison && comparison.x() == ConstInputValue$.MODULE$) {
                Exp than = comparison.y();
                if (expression instanceof Equal) {
                    return value(than).<Condition>map(Condition.Is::new).orElseGet(Condition.Computed::new);
                }
                if (expression instanceof LessThan) {
                    return between(null, false, than, false);
                }
                if (expression instanceof LessOrEqual) {
                    return between(null, false, than, true);
                }
                if (expression instanceof GreaterThan) {
                    return between(than, false, null, false);
                }
                if (expression instanceof GreaterOrEqual) {
                    return between(than, true, null, false);
                }
            }
            return new Condition.Computed();
        }

        private static Condition between(Exp low, boolean lowIncluded, Exp high, boolean highIncluded) {
            Optional<Object> from = Optional.ofNullable(low).flatMap(Reading::value);
            Optional<Object> to = Optional.ofNullable(high).flatMap(Reading::value);
            boolean known = (low == null || from.isPresent()) && (high == null || to.isPresent());
            List<Object> ends = new ArrayList<>();
            from.ifPresent(ends::add);
            to.ifPresent(ends::add);
            boolean ordered = ends.stream().allMatch(Comparable.class::isInstance)
                    && ends.stream().map(Object::getClass).distinct().count() == 1;
            return known && ordered
                    ? new Condition.Between(from.orElse(null), lowIncluded, to.orElse(null), highIncluded)
                    : new Condition.Computed();
        }
    }
}
