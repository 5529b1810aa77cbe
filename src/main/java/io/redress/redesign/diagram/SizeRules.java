package io.redress.redesign.diagram;

import io.redress.redesign.lint.Finding;
import io.redress.redesign.model.Models;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.springframework.stereotype.Component;

/** The rule for how large a diagram may be; ours have at most eighty steps and flows. */
@Component
class SizeRules {

    private static final int MOST_ELEMENTS = 600;

    Stream<Finding> check(Models models) {
        return models.diagrams().stream().flatMap(diagram -> {
            int elements =
                    diagram.content().getModelElementsByType(FlowElement.class).size();
            return elements > MOST_ELEMENTS
                    ? Stream.of(Finding.error("diagram-size", diagram, null, elements, MOST_ELEMENTS))
                    : Stream.empty();
        });
    }
}
