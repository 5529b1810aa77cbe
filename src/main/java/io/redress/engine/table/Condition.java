package io.redress.engine.table;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The values that a cell of a decision table fits, as far as its text tells. */
public sealed interface Condition {

    /** What is said of a value. */
    enum Fit {
        YES,
        NO,
        /** Only the engine could tell. */
        UNKNOWN;

        private static Fit of(boolean fits) {
            return fits ? YES : NO;
        }
    }

    /** Whether it fits a value: a number as {@link java.math.BigDecimal}, {@code null} for an empty fact. */
    Fit fit(Object value);

    /** The values that it names. */
    Stream<Object> values();

    /** Whether its text tells it for every value. */
    default boolean isKnown() {
        return true;
    }

    /** Any value. */
    record Any() implements Condition {
        @Override
        public Fit fit(Object value) {
            return Fit.YES;
        }

        @Override
        public Stream<Object> values() {
            return Stream.empty();
        }
    }

    /** One value; a {@code null} is an empty fact. */
    record Is(Object value) implements Condition {
        @Override
        public Fit fit(Object other) {
            if (value instanceof Comparable<?> && other != null && value.getClass() == other.getClass()) {
                return Fit.of(compare(value, other) == 0);
            }
            return Fit.of(value == null ? other == null : value.equals(other));
        }

        @Override
        public Stream<Object> values() {
            return Stream.ofNullable(value);
        }
    }

    /** Values between two ends, either of which may be {@code null} for none. */
    record Between(Object low, boolean lowIncluded, Object high, boolean highIncluded) implements Condition {
        @Override
        public Fit fit(Object value) {
            Object end = low == null ? high : low;
            if (value == null || value.getClass() != end.getClass()) {
                return Fit.NO;
            }
            return Fit.of(isAbove(value) && isBelow(value));
        }

        private boolean isAbove(Object value) {
            return low == null || compare(value, low) > (lowIncluded ? -1 : 0);
        }

        private boolean isBelow(Object value) {
            return high == null || compare(value, high) < (highIncluded ? 1 : 0);
        }

        @Override
        public Stream<Object> values() {
            return Stream.of(Optional.ofNullable(low), Optional.ofNullable(high))
                    .flatMap(Optional::stream);
        }
    }

    /** What fits one of these. */
    record OneOf(List<Condition> conditions) implements Condition {
        @Override
        public Fit fit(Object value) {
            Fit best = Fit.NO;
            for (Condition condition : conditions) {
                Fit fit = condition.fit(value);
                if (fit == Fit.YES) {
                    return Fit.YES;
                }
                best = fit == Fit.UNKNOWN ? fit : best;
            }
            return best;
        }

        @Override
        public Stream<Object> values() {
            return conditions.stream().flatMap(Condition::values);
        }

        @Override
        public boolean isKnown() {
            return conditions.stream().allMatch(Condition::isKnown);
        }
    }

    /** What fits all of these. */
    record AllOf(List<Condition> conditions) implements Condition {
        @Override
        public Fit fit(Object value) {
            Fit worst = Fit.YES;
            for (Condition condition : conditions) {
                Fit fit = condition.fit(value);
                if (fit == Fit.NO) {
                    return Fit.NO;
                }
                worst = fit == Fit.UNKNOWN ? fit : worst;
            }
            return worst;
        }

        @Override
        public Stream<Object> values() {
            return conditions.stream().flatMap(Condition::values);
        }

        @Override
        public boolean isKnown() {
            return conditions.stream().allMatch(Condition::isKnown);
        }
    }

    /** What does not fit another condition; of an empty fact, and of a value of another type, only the engine can tell. */
    record Not(Condition condition) implements Condition {
        @Override
        public Fit fit(Object value) {
            if (value == null || condition.values().anyMatch(named -> named.getClass() != value.getClass())) {
                return Fit.UNKNOWN;
            }
            return switch (condition.fit(value)) {
                case YES -> Fit.NO;
                case NO -> Fit.YES;
                case UNKNOWN -> Fit.UNKNOWN;
            };
        }

        @Override
        public Stream<Object> values() {
            return condition.values();
        }

        @Override
        public boolean isKnown() {
            return condition.isKnown();
        }
    }

    /** What only the engine can tell, such as a comparison with another fact. */
    record Computed() implements Condition {
        @Override
        public Fit fit(Object value) {
            return Fit.UNKNOWN;
        }

        @Override
        public Stream<Object> values() {
            return Stream.empty();
        }

        @Override
        public boolean isKnown() {
            return false;
        }
    }

    @SuppressWarnings("unchecked")
    private static int compare(Object one, Object other) {
        return Integer.signum(((Comparable<Object>) one).compareTo(other));
    }
}
