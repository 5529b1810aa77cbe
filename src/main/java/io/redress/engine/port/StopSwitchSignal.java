package io.redress.engine.port;

import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The signal that releases what the stop switch held. */
@Component
public class StopSwitchSignal implements SentMessages {

    private static final Logger LOG = LoggerFactory.getLogger(StopSwitchSignal.class);
    private static final String RELEASED = "redress.released";

    private final RuntimeService runtime;

    StopSwitchSignal(RuntimeService runtime) {
        this.runtime = runtime;
    }

    /**
     * Lets the cases go on that the stop switch held, each by itself. A case that moves at this very moment does not
     * wait any more; one that is not reached checks again by its own timer.
     */
    public void released() {
        runtime.createEventSubscriptionQuery().eventType("signal").eventName(RELEASED).list().stream()
                .map(EventSubscription::getExecutionId)
                .filter(Objects::nonNull)
                .forEach(this::release);
    }

    private void release(String execution) {
        try {
            runtime.signalEventReceived(RELEASED, execution);
        } catch (ProcessEngineException movedOn) {
            LOG.debug("A case that waited for the stop switch has moved on: {}", movedOn.getMessage());
        }
    }

    @Override
    public Set<String> messages() {
        return Set.of(RELEASED);
    }
}
