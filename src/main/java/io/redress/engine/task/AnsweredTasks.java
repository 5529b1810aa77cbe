package io.redress.engine.task;

import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * A parse listener that lets every user task take the answers that any form may have, and report who is given it, so
 * that a task that a manager drew is no exception.
 */
public class AnsweredTasks extends AbstractBpmnParseListener {

    private final Supplier<Stream<TaskAnswers>> answers;
    private final Supplier<Stream<TaskAssignments>> assignments;

    public AnsweredTasks(Supplier<Stream<TaskAnswers>> answers, Supplier<Stream<TaskAssignments>> assignments) {
        this.answers = answers;
        this.assignments = assignments;
    }

    @Override
    public void parseUserTask(Element userTask, ScopeImpl scope, ActivityImpl activity) {
        TaskDefinition definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        definition.addBuiltInTaskListener(
                TaskListener.EVENTNAME_COMPLETE, task -> answers.get().forEach(taken -> taken.take(task)));
        definition.addBuiltInTaskListener(
                TaskListener.EVENTNAME_ASSIGNMENT, task -> assignments.get().forEach(heard -> heard.assigned(task)));
    }
}
