package io.redress.sandbox.engine;

import io.redress.sandbox.http.Faults;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Faults inside a named step of a diagram: the step's work throws, in the job or command that would have done it, before
 * any listener or delegate of its own.
 *
 * <p>Every element is prepared whenever a diagram is loaded, so diagrams of earlier deployments are covered as well. A
 * step fails where it begins; a user task where it is prepared ({@code create}). {@code <id>/<event>} names another
 * moment: {@code complete} or {@code assignment} of a user task, {@code end} of anything else.
 */
public final class EngineFaults extends AbstractProcessEnginePlugin {

    private static final List<String> TASK_EVENTS =
            List.of(TaskListener.EVENTNAME_ASSIGNMENT, TaskListener.EVENTNAME_COMPLETE);

    private final Faults faults;

    public EngineFaults(Faults faults) {
        this.faults = faults;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        var listeners = new ArrayList<BpmnParseListener>();
        if (engine.getCustomPostBPMNParseListeners() != null) {
            listeners.addAll(engine.getCustomPostBPMNParseListeners());
        }
        listeners.add(new AbstractBpmnParseListener() {
            @Override
            public void parseProcess(Element element, ProcessDefinitionEntity process) {
                process.getActivities().forEach(EngineFaults.this::prepare);
            }
        });
        engine.setCustomPostBPMNParseListeners(listeners);
    }

    private void prepare(ActivityImpl step) {
        if (step.getActivityBehavior() instanceof UserTaskActivityBehavior task) {
            prepare(step.getId(), task);
        } else {
            step.addBuiltInListener(ExecutionListener.EVENTNAME_START, atStart(step.getId()), 0);
            step.addBuiltInListener(ExecutionListener.EVENTNAME_END, atEnd(step.getId() + "/end"), 0);
        }
        step.getActivities().forEach(this::prepare);
    }

    private void prepare(String id, UserTaskActivityBehavior behavior) {
        var task = behavior.getTaskDefinition();
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, atTask(id));
        TASK_EVENTS.forEach(event -> task.addBuiltInTaskListener(event, atTask(id + "/" + event)));
    }

    private TaskListener atTask(String path) {
        return task -> strike(path);
    }

    private ExecutionListener atStart(String path) {
        return execution -> strike(path);
    }

    /** A step that is left because it is cancelled has not come to its end. */
    private ExecutionListener atEnd(String path) {
        return execution -> {
            if (!execution.isCanceled()) {
                strike(path);
            }
        };
    }

    private void strike(String path) {
        faults.takeAt(path).ifPresent(fault -> {
            throw new IllegalStateException("The sandbox was told to fail at " + path);
        });
    }
}
