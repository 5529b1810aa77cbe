package io.redress.engine.table;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A text in FEEL, read as the engine reads it.
 *
 * @param written as its author wrote it
 * @param problem where and why it cannot be read, in the words of the engine's parser; empty where it can
 * @param condition what it fits, where it is a condition
 * @param answers the values that it can come to, where its text alone tells; empty where it is computed
 * @param type of what it comes to; empty where its text alone does not tell, or where it can be of several
 * @param names of the facts that it asks for
 * @param functions that it calls
 * @param costly what in it could take minutes; empty where nothing could
 */
public record FeelText(
        String written,
        Optional<String> problem,
        Condition condition,
        Optional<List<Optional<Object>>> answers,
        Optional<FeelType> type,
        Set<String> names,
        Set<String> functions,
        Optional<String> costly) {

    /** A text in another language, of which nothing is known. */
    public static FeelText computed(String written) {
        return new FeelText(
                written,
                Optional.empty(),
                new Condition.Computed(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Set.of(),
                Optional.empty());
    }

    /** The one fact that it stands for, empty where it is anything else. */
    public Optional<String> fact() {
        return names.size() == 1 && names.contains(written.strip().replace("`", ""))
                ? Optional.of(names.iterator().next())
                : Optional.empty();
    }
}
