package io.redress.redesign.diagram;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.redress.core.text.EnumWords;
import io.redress.engine.guard.ModelExpression;
import io.redress.engine.port.ComplaintVariables;
import io.redress.engine.port.ComplaintVariables.Variable;
import io.redress.engine.step.Writes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/**
 * The conditions of flows, tried with every value that their variables can have: the words that steps write, yes and no,
 * and for anything else the values that the conditions themselves name and another one.
 */
final class Conditions {

    /** A value that no condition names. */
    static final String ANYTHING_ELSE = "\u2026";

    /** What a condition may ask for beside the words: whether there is any, and yes and no. */
    private static final Set<String> NO_WORDS = Set.of("", "null", "true", "false");

    private static final int MOST_ATTEMPTS = 5_000;
    private static final int MOST_PARSED = 5_000;

    private static final LoadingCache<String, Optional<ModelExpression>> PARSED =
            Caffeine.newBuilder().maximumSize(MOST_PARSED).build(Conditions::read);

    private static final Map<String, Class<?>> TYPES =
            ComplaintVariables.all().collect(Collectors.toMap(Variable::name, Variable::type));

    private final Map<String, Set<Object>> words = new HashMap<>();

    /** @param writes everything that any step writes */
    Conditions(Stream<Writes> writes) {
        Map<String, Boolean> closed = new HashMap<>();
        writes.forEach(written -> {
            Set<Object> known = words(written);
            closed.merge(written.value(), !known.isEmpty(), Boolean::logicalAnd);
            words.computeIfAbsent(written.value(), name -> new LinkedHashSet<>())
                    .addAll(known);
        });
        closed.forEach((name, isClosed) -> {
            if (!isClosed) {
                words.remove(name);
            }
        });
    }

    private static Set<Object> words(Writes written) {
        Set<Object> words = new LinkedHashSet<>(List.of(written.words()));
        if (written.of().isEnum()) {
            for (Object constant : written.of().getEnumConstants()) {
                words.add(EnumWords.word((Enum<?>) constant));
            }
        }
        return words;
    }

    /** The closed list of what a variable may say; empty where it has none. */
    Set<Object> wordsOf(String variable) {
        if (TYPES.get(variable) == Boolean.class) {
            return new LinkedHashSet<>(List.of(true, false));
        }
        return words.getOrDefault(variable, Set.of());
    }

    /** The words that a condition asks for and none of its variables can say; none where one of them may say anything. */
    Stream<String> unsaid(ModelExpression condition) {
        List<Set<Object>> said =
                condition.unknowns().stream().map(this::wordsOf).toList();
        if (said.stream().anyMatch(Set::isEmpty)) {
            return Stream.empty();
        }
        Set<String> words =
                said.stream().flatMap(Set::stream).map(String::valueOf).collect(Collectors.toSet());
        return condition.literals().stream()
                .filter(word -> !words.contains(word) && !NO_WORDS.contains(word))
                .distinct();
    }

    /** The condition of a flow; empty where it has none, or one that cannot be read. */
    static Optional<ModelExpression> of(SequenceFlow flow) {
        return text(flow).flatMap(Conditions::parse);
    }

    static Optional<String> text(SequenceFlow flow) {
        return Optional.ofNullable(Graph.of(flow).condition(flow));
    }

    static boolean has(SequenceFlow flow) {
        return Graph.of(flow).condition(flow) != null;
    }

    static Optional<ModelExpression> parse(String text) {
        return PARSED.get(text);
    }

    private static Optional<ModelExpression> read(String text) {
        try {
            return Optional.of(ModelExpression.of(text));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * Every combination of values that these conditions can meet.
     *
     * @param known values that are settled already
     * @return empty where there are too many to try
     */
    Optional<List<Map<String, Object>>> situations(Collection<ModelExpression> conditions, Map<String, Object> known) {
        Map<String, List<Object>> domains = new LinkedHashMap<>();
        for (ModelExpression condition : conditions) {
            condition
                    .unknowns()
                    .forEach(unknown -> domains.putIfAbsent(
                            unknown,
                            known.containsKey(unknown) ? List.of(known.get(unknown)) : domain(unknown, conditions)));
        }
        long attempts = domains.values().stream().mapToLong(List::size).reduce(1, Math::multiplyExact);
        return attempts > MOST_ATTEMPTS ? Optional.empty() : Optional.of(combine(domains));
    }

    private List<Object> domain(String unknown, Collection<ModelExpression> conditions) {
        Set<Object> closed = wordsOf(unknown);
        if (!closed.isEmpty()) {
            return List.copyOf(closed);
        }
        if (unknown.contains("(")) {
            return List.of(true, false);
        }
        Set<Object> values = new LinkedHashSet<>();
        boolean number = TYPES.containsKey(unknown) && Number.class.isAssignableFrom(TYPES.get(unknown));
        for (ModelExpression condition : conditions) {
            if (condition.unknowns().contains(unknown)) {
                condition.literals().forEach(literal -> addAround(literal, number, values));
            }
        }
        if (values.isEmpty()) {
            values.addAll(List.of(true, false));
        } else if (!number) {
            values.add(ANYTHING_ELSE);
        }
        return List.copyOf(values);
    }

    private static void addAround(String literal, boolean number, Set<Object> values) {
        if (literal.matches("-?\\d{1,9}")) {
            int value = Integer.parseInt(literal);
            values.addAll(List.of(value - 1, value, value + 1));
        } else if (literal.equals("true") || literal.equals("false")) {
            values.addAll(List.of(true, false));
        } else if (!number && !literal.equals("null")) {
            values.add(literal);
        }
    }

    private static List<Map<String, Object>> combine(Map<String, List<Object>> domains) {
        List<Map<String, Object>> combined = List.of(Map.of());
        for (var domain : domains.entrySet()) {
            List<Map<String, Object>> longer = new ArrayList<>();
            for (Map<String, Object> begun : combined) {
                for (Object value : domain.getValue()) {
                    Map<String, Object> situation = new LinkedHashMap<>(begun);
                    situation.put(domain.getKey(), value);
                    longer.add(situation);
                }
            }
            combined = longer;
        }
        return combined;
    }

    /** The names of all process variables of the house. */
    static Set<String> knownVariables() {
        return TYPES.keySet();
    }

    /** The type of a process variable of the house; empty for any other. */
    static Optional<Class<?>> type(String variable) {
        return Optional.ofNullable(TYPES.get(variable));
    }
}
