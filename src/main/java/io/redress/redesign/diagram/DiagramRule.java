package io.redress.redesign.diagram;

import io.redress.redesign.lint.Finding;
import java.util.Set;
import java.util.stream.Stream;

/** A rule for diagrams. */
interface DiagramRule {

    /** The names of the findings that it can make. */
    Set<String> names();

    /** What is wrong in any of the diagrams. */
    Stream<Finding> check(Drawn drawn);
}
