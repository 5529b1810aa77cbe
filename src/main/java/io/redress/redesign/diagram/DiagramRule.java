package io.redress.redesign.diagram;

import io.redress.redesign.lint.Finding;
import java.util.stream.Stream;

/** A rule for diagrams. */
interface DiagramRule {

    /** What is wrong in any of the diagrams. */
    Stream<Finding> check(Drawn drawn);
}
