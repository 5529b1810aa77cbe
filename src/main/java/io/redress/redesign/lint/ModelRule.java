package io.redress.redesign.lint;

import io.redress.redesign.model.Models;
import java.util.stream.Stream;

/**
 * A rule for models, asked about all that will be bound together. It answers for every file; what was wrong before the
 * draft is told from what the draft makes wrong by {@link Lint}.
 */
public interface ModelRule {

    /** What is wrong. */
    Stream<Finding> check(Models models);
}
