package io.redress.redesign.table;

import io.redress.engine.table.Condition;
import io.redress.engine.table.Condition.Fit;
import io.redress.engine.table.FeelText;
import io.redress.engine.table.FeelType;
import io.redress.engine.table.TableColumns.Fact;
import io.redress.redesign.table.CheckedTable.In;
import io.redress.redesign.table.CheckedTable.Line;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A value that rows of a table look at, in one column or several. Whatever it can be, some of the points stands for it:
 * every row that fits the one fits the other.
 */
final class Dimension {

    private static final String ANOTHER = "another text";

    private final String name;
    private final List<Integer> columns;
    private final Set<String> asksFor;
    private final List<Object> points;
    private final Map<FeelText, Cell> cells = new HashMap<>();

    /** The points that a cell fits for sure, and those that it may fit. */
    private record Cell(BitSet sure, BitSet possible) {}

    private Dimension(String name, List<Integer> columns, Set<String> asksFor, List<Object> points) {
        this.name = name;
        this.columns = columns;
        this.asksFor = asksFor;
        this.points = points;
    }

    /** What the rows of a table look at; columns that no row uses are left out. */
    static List<Dimension> of(CheckedTable table, Words words) {
        Map<String, List<Integer>> together = new LinkedHashMap<>();
        for (int i = 0; i < table.inputs().size(); i++) {
            int column = i;
            boolean used = table.rows().stream()
                    .anyMatch(row -> !(row.conditions().get(column).condition() instanceof Condition.Any));
            if (used) {
                together.computeIfAbsent(table.inputs().get(i).asks().written(), text -> new ArrayList<>())
                        .add(i);
            }
        }
        return together.values().stream()
                .map(columns -> of(table, columns, words))
                .toList();
    }

    private static Dimension of(CheckedTable table, List<Integer> columns, Words words) {
        In first = table.inputs().get(columns.get(0));
        Set<Object> named = table.rows().stream()
                .flatMap(row -> columns.stream().map(row.conditions()::get))
                .distinct()
                .flatMap(cell -> cell.condition().values())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<Object> points = new ArrayList<>(points(first, named, words));
        if (first.fact().filter(Fact::maybeEmpty).isPresent()) {
            points.add(null);
        }
        return new Dimension(first.name(), columns, first.asks().names(), points);
    }

    private static List<Object> points(In column, Set<Object> named, Words words) {
        FeelType type = column.type();
        if (type == FeelType.OTHER) {
            Set<FeelType> types = named.stream().map(FeelType::of).collect(Collectors.toSet());
            type = types.size() == 1 ? types.iterator().next() : FeelType.OTHER;
        }
        return switch (type) {
            case TRUTH -> List.of(true, false);
            case TEXT -> texts(column, named, words);
            case NUMBER ->
                numbers(named, column.isWhole(), column.fact().map(Fact::least).orElse(null));
            case MOMENT, SPAN -> moments(named);
            case OTHER -> List.of(ANOTHER);
        };
    }

    private static List<Object> texts(In column, Set<Object> named, Words words) {
        Set<String> known = column.fact().map(words::of).orElse(Set.of());
        if (column.fact().filter(Fact::closed).isPresent()) {
            return List.copyOf(known);
        }
        Set<Object> points =
                named.stream().filter(String.class::isInstance).collect(Collectors.toCollection(LinkedHashSet::new));
        points.add(known.stream()
                .filter(word -> !word.isEmpty() && !points.contains(word))
                .findFirst()
                .orElse(ANOTHER));
        if (column.fact().map(Fact::source).isPresent()) {
            // Here others are not rare but told by another table, which says all of them.
            points.removeIf(point -> !known.contains(point));
            points.addAll(known);
        }
        return List.copyOf(points);
    }

    private static List<Object> numbers(Set<Object> named, boolean whole, BigDecimal least) {
        TreeSet<BigDecimal> ends = named.stream()
                .filter(BigDecimal.class::isInstance)
                .map(BigDecimal.class::cast)
                .collect(Collectors.toCollection(TreeSet::new));
        TreeSet<BigDecimal> points = new TreeSet<>(ends);
        if (ends.isEmpty()) {
            points.add(least == null ? BigDecimal.ZERO : least);
        } else {
            points.add(ends.first().signum() > 0 ? BigDecimal.ZERO : below(ends.first()));
            points.add(above(ends.last()));
        }
        BigDecimal before = null;
        for (BigDecimal end : ends) {
            if (before != null) {
                points.add(between(before, end));
            }
            before = end;
        }
        return points.stream()
                .filter(point -> least == null || point.compareTo(least) >= 0)
                .filter(point -> !whole || point.stripTrailingZeros().scale() <= 0)
                .map(Object.class::cast)
                .toList();
    }

    private static BigDecimal below(BigDecimal end) {
        return end.setScale(0, RoundingMode.CEILING).subtract(BigDecimal.ONE);
    }

    private static BigDecimal above(BigDecimal end) {
        return end.setScale(0, RoundingMode.FLOOR).add(BigDecimal.ONE);
    }

    /** A whole number where there is one. */
    private static BigDecimal between(BigDecimal low, BigDecimal high) {
        BigDecimal next = above(low);
        return next.compareTo(high) < 0 ? next : low.add(high).divide(BigDecimal.valueOf(2));
    }

    /** Where they are of different kinds, only the engine can tell how they compare. */
    private static List<Object> moments(Set<Object> named) {
        boolean comparable = named.stream().allMatch(Comparable.class::isInstance)
                && named.stream().map(Object::getClass).distinct().count() == 1;
        if (!comparable) {
            return List.of(ANOTHER);
        }
        TreeSet<Object> ends = new TreeSet<>(named);
        TreeSet<Object> points = new TreeSet<>(named);
        ends.forEach(end -> {
            points.add(moved(end, 1));
            points.add(moved(end, -1));
        });
        return List.copyOf(points);
    }

    private static Object moved(Object moment, int by) {
        if (moment instanceof Duration span) {
            return span.plusSeconds(by);
        }
        return ((Temporal) moment).plus(by, moment instanceof LocalDate ? ChronoUnit.DAYS : ChronoUnit.SECONDS);
    }

    String name() {
        return name;
    }

    /** The names of the facts that it is made of. */
    Set<String> asksFor() {
        return asksFor;
    }

    int size() {
        return points.size();
    }

    /** How many points there are from the lowest up; none where they have no order. */
    int ordered() {
        return points.stream().allMatch(BigDecimal.class::isInstance) ? points.size() : 0;
    }

    String written(int point) {
        return written(points.get(point));
    }

    /** Every point. */
    BitSet all() {
        BitSet all = new BitSet();
        all.set(0, points.size());
        return all;
    }

    /** The points that are these words of a fact. */
    BitSet words(Set<String> words) {
        BitSet these = new BitSet();
        for (int i = 0; i < points.size(); i++) {
            these.set(i, words.contains(String.valueOf(points.get(i))));
        }
        return these;
    }

    /** The points at which a row fits for sure. */
    BitSet sure(Line row) {
        BitSet sure = all();
        columns.forEach(column -> sure.and(cell(row.conditions().get(column)).sure()));
        return sure;
    }

    /** The points at which a row may fit. */
    BitSet possible(Line row) {
        BitSet possible = all();
        columns.forEach(
                column -> possible.and(cell(row.conditions().get(column)).possible()));
        return possible;
    }

    private Cell cell(FeelText text) {
        return cells.computeIfAbsent(text, read -> {
            BitSet sure = new BitSet();
            BitSet possible = new BitSet();
            boolean comparesTexts = comparesTexts(read.condition());
            for (int i = 0; i < points.size(); i++) {
                Fit fit = comparesTexts || isUnknownTo(read.condition())
                        ? Fit.UNKNOWN
                        : read.condition().fit(points.get(i));
                sure.set(i, fit == Fit.YES);
                possible.set(i, fit != Fit.NO);
            }
            return new Cell(sure, possible);
        });
    }

    /** Between two texts there are always others, for which no point stands. */
    private static boolean comparesTexts(Condition condition) {
        if (condition instanceof Condition.Between between) {
            return between.values().anyMatch(String.class::isInstance);
        }
        if (condition instanceof Condition.OneOf some) {
            return some.conditions().stream().anyMatch(Dimension::comparesTexts);
        }
        if (condition instanceof Condition.AllOf all) {
            return all.conditions().stream().anyMatch(Dimension::comparesTexts);
        }
        return condition instanceof Condition.Not not && comparesTexts(not.condition());
    }

    /** Whether its points stand for nothing that a condition compares with. */
    private boolean isUnknownTo(Condition condition) {
        return points.equals(List.of(ANOTHER)) && condition.values().anyMatch(value -> !(value instanceof String));
    }

    /** The simplest of some points, as a reader of the table would write it. */
    String simplest(BitSet some) {
        return some.stream()
                .mapToObj(points::get)
                .min(Dimension::simpler)
                .map(Dimension::written)
                .orElse("null");
    }

    int simplestIndex(BitSet some) {
        return some.stream()
                .boxed()
                .min((one, other) -> simpler(points.get(one), points.get(other)))
                .orElseThrow();
    }

    private static int simpler(Object one, Object other) {
        if (one instanceof BigDecimal number && other instanceof BigDecimal than) {
            int digits = Integer.compare(
                    Math.max(0, number.stripTrailingZeros().scale()),
                    Math.max(0, than.stripTrailingZeros().scale()));
            return digits == 0 ? number.abs().compareTo(than.abs()) : digits;
        }
        return Boolean.compare(one == null || ANOTHER.equals(one), other == null || ANOTHER.equals(other));
    }

    private static String written(Object point) {
        if (point instanceof String text) {
            return text.equals(ANOTHER) ? "…" : '"' + text + '"';
        }
        return point instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : String.valueOf(point);
    }
}
