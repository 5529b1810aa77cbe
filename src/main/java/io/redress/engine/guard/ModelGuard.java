package io.redress.engine.guard;

import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * The check of a diagram by our rules before the engine parses it, so that what is refused reaches the user of Modeler
 * through the parser's own list of problems: a sentence and the element it is about.
 *
 * <p>Only new deployments are checked; a definition that runs already is restricted by
 * {@link GuardedExpressionManager}.
 */
public class ModelGuard extends BpmnParse {

    private final ModelJudge judge;

    public ModelGuard(BpmnParser parser, ModelJudge judge) {
        super(parser);
        this.judge = judge;
    }

    /** Leaves out the engine's own reading when a rule is broken, because that reading creates the classes it finds. */
    @Override
    protected void parseRootElement() {
        if (deployment != null && deployment.isNew()) {
            judge(rootElement, new ModelElement(rootElement, ModelElement.id(rootElement, "the diagram")));
        }
        if (!hasErrors()) {
            super.parseRootElement();
        }
    }

    /** @param read the same element as the rules read it; its children are in the same order */
    private void judge(Element element, ModelElement read) {
        for (var complaint : judge.problems(read)) {
            addError("%s: %s".formatted(read.id(), complaint), element, read.id());
        }
        var children = element.elements().iterator();
        read.children().forEach(child -> judge(children.next(), child));
    }
}
