package io.redress.engine.task;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * A parse listener that marks the user tasks that may be approvals, by their listeners and by their form, whatever they
 * are called, and lets {@link Approvals} watch every one of them. Its watch cannot be skipped, as listeners of a
 * diagram can.
 */
public class ApprovalSteps extends AbstractBpmnParseListener {

    /** The beans that take the task's answer. */
    static final String TAKEN_BY = "redress.answerTakenBy";

    /** The beans that hear of anything else of the task. */
    static final String WATCHED_BY = "redress.watchedBy";

    /** Whether the task has the form of an approval. */
    static final String BY_FORM = "redress.approvalByForm";

    private static final List<String> WATCHED = List.of(
            TaskListener.EVENTNAME_CREATE,
            TaskListener.EVENTNAME_ASSIGNMENT,
            TaskListener.EVENTNAME_UPDATE,
            TaskListener.EVENTNAME_COMPLETE,
            TaskListener.EVENTNAME_DELETE);

    private final Approvals approvals;
    private final TaskListeners listeners;

    public ApprovalSteps(Approvals approvals, TaskListeners listeners) {
        this.approvals = approvals;
        this.listeners = listeners;
    }

    @Override
    public void parseUserTask(Element userTask, ScopeImpl scope, ActivityImpl activity) {
        Set<String> taking = new HashSet<>();
        Set<String> watching = new HashSet<>();
        listeners.all(userTask).forEach(heard -> {
            boolean takes = TaskListener.EVENTNAME_COMPLETE.equals(heard.event());
            (takes ? taking : watching).add(heard.bean());
        });
        activity.setProperty(TAKEN_BY, taking);
        activity.setProperty(WATCHED_BY, watching);
        activity.setProperty(BY_FORM, StepApproval.FORM.equals(TaskListeners.form(userTask)));
        var definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        WATCHED.forEach(event -> definition.addBuiltInTaskListener(event, approvals::watch));
    }
}
