package io.redress.redesign.lint;

import io.redress.redesign.model.Models;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A rule for models, asked about all that will be bound together. It answers for every file; what was wrong before the
 * draft is told from what the draft makes wrong by {@link Lint}.
 */
public interface ModelRule {

    /** The names of the findings that it can make; each has its sentences in {@code messages/findings*.properties}. */
    Set<String> names();

    /** What is wrong. */
    Stream<Finding> check(Models models);
}
