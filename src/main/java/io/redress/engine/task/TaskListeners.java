package io.redress.engine.task;

import io.redress.engine.guard.ModelBeans;
import io.redress.engine.task.FormReaders.Heard;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.stereotype.Component;

/**
 * A parse listener that gives every user task the listeners that its form needs and its diagram does not name, so that a
 * task made from an element template, which can carry none, shows the case and has its answer read.
 */
@Component
public class TaskListeners extends AbstractBpmnParseListener {

    private static final Pattern FORM_FILE = Pattern.compile("camunda-forms:.*?([^/:]+)\\.form");
    private static final Pattern NEXT_WORD = Pattern.compile("-(\\w)");

    private final FormReaders readers;
    private final BeanFactory beans;

    TaskListeners(FormReaders readers, BeanFactory beans) {
        this.readers = readers;
        this.beans = beans;
    }

    @Override
    public void parseUserTask(Element userTask, ScopeImpl scope, ActivityImpl activity) {
        TaskDefinition definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        missing(userTask)
                .forEach(added -> definition.addTaskListener(
                        added.event(),
                        task -> beans.getBean(added.bean(), TaskListener.class).notify(task)));
    }

    /** Every listener of a task that is a bean: those that its diagram names, and those that it is given. */
    Stream<Heard> all(Element userTask) {
        return Stream.concat(named(userTask).stream(), missing(userTask).stream());
    }

    private List<Heard> missing(Element userTask) {
        return readers.missing(form(userTask), parameter -> parameter(userTask, parameter), named(userTask));
    }

    private static List<Heard> named(Element userTask) {
        return extensions(userTask, "taskListener")
                .flatMap(listener -> ModelBeans.named(listener.attribute("delegateExpression"))
                        .map(bean -> new Heard(String.valueOf(listener.attribute("event")), bean))
                        .stream())
                .toList();
    }

    /** The id of a task's form, {@code null} where it has none of ours. A file is called as its form is, in kebab case. */
    static String form(Element userTask) {
        String reference = userTask.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "formRef");
        if (reference != null) {
            return reference;
        }
        var file = FORM_FILE.matcher(
                String.valueOf(userTask.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "formKey")));
        return file.matches()
                ? NEXT_WORD.matcher(file.group(1)).replaceAll(word -> word.group(1)
                        .toUpperCase(Locale.ROOT))
                : null;
    }

    private static String parameter(Element userTask, String name) {
        return extensions(userTask, "inputOutput")
                .flatMap(mapping -> mapping.elementsNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "inputParameter").stream())
                .filter(input -> name.equals(input.attribute("name")))
                .map(input -> input.getText().strip())
                .findFirst()
                .orElse(null);
    }

    private static Stream<Element> extensions(Element userTask, String tag) {
        Element extensions = userTask.element("extensionElements");
        return extensions == null
                ? Stream.empty()
                : extensions.elementsNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, tag).stream();
    }
}
