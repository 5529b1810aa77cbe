package io.redress.engine;

import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Lets every user task take what any form may answer, so that a task that a manager drew is no exception. */
class AnsweredTasks extends AbstractBpmnParseListener {

    private final Supplier<Stream<TaskAnswers>> answers;

    AnsweredTasks(Supplier<Stream<TaskAnswers>> answers) {
        this.answers = answers;
    }

    @Override
    public void parseUserTask(Element userTask, ScopeImpl scope, ActivityImpl activity) {
        ((UserTaskActivityBehavior) activity.getActivityBehavior())
                .getTaskDefinition()
                .addBuiltInTaskListener(
                        TaskListener.EVENTNAME_COMPLETE, task -> answers.get().forEach(taken -> taken.take(task)));
    }
}
