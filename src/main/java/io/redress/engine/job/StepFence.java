package io.redress.engine.job;

import io.redress.engine.command.EndlessSteps;
import java.time.Duration;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * The fence around what a diagram does at one go, in a job or in a request. The check of models refuses circles in which
 * nothing is waited for; what it cannot see, or what came in before there was a check, would take a thread for ever, and
 * the node would not even stop when told to. Here the step fails instead, and a person gets <i>Mend case</i>.
 */
public class StepFence extends AbstractBpmnParseListener implements ExecutionListener {

    /** Many times what the longest way through our diagrams takes from one save point to the next. */
    public static final int MOST_STEPS = 1_000;

    private final Duration longest;

    /** @param longest how long the steps may take together; after it another node would do them, too */
    public StepFence(Duration longest) {
        this.longest = longest;
    }

    /** The number of steps of each command. */
    public SessionFactory counting() {
        return new SessionFactory() {

            @Override
            public Class<?> getSessionType() {
                return Steps.class;
            }

            @Override
            public Session openSession() {
                return new Steps(System.nanoTime());
            }
        };
    }

    @Override
    public void notify(DelegateExecution execution) {
        Steps steps = Context.getCommandContext().getSession(Steps.class);
        steps.done++;
        boolean tooLong = System.nanoTime() - steps.since > longest.toNanos();
        if (steps.done > MOST_STEPS || tooLong) {
            String name = execution.getCurrentActivityName();
            throw new EndlessSteps(steps.done, name == null ? execution.getCurrentActivityId() : name);
        }
    }

    private static final class Steps implements Session {

        private final long since;
        private int done;

        Steps(long since) {
            this.since = since;
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @Override
    public void parseProcess(Element process, ProcessDefinitionEntity definition) {
        fence(definition);
    }

    /** Whatever it is: a step that does nothing but lead on can be part of a circle as well as any. */
    private void fence(ScopeImpl scope) {
        scope.getActivities().forEach(activity -> {
            activity.addBuiltInListener(EVENTNAME_START, this);
            fence(activity);
        });
    }
}
