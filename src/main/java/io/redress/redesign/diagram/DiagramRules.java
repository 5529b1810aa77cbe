package io.redress.redesign.diagram;

import io.redress.redesign.lint.Finding;
import io.redress.redesign.lint.ModelRule;
import io.redress.redesign.model.Models;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The check of all diagrams by every {@link DiagramRule}. Diagrams that are too large are not walked through. */
@Component
class DiagramRules implements ModelRule {

    private final Steps steps;
    private final SizeRules sizes;
    private final List<DiagramRule> rules;

    DiagramRules(Steps steps, SizeRules sizes, List<DiagramRule> rules) {
        this.steps = steps;
        this.sizes = sizes;
        this.rules = rules;
    }

    @Override
    public Stream<Finding> check(Models models) {
        List<Finding> tooLarge = sizes.check(models).toList();
        if (!tooLarge.isEmpty()) {
            return tooLarge.stream();
        }
        Drawn drawn = Drawn.of(models, steps);
        return rules.stream().flatMap(rule -> rule.check(drawn));
    }
}
