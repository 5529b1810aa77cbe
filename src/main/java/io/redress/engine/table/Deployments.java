package io.redress.engine.table;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.springframework.stereotype.Component;

/**
 * The notice that a model may have a newer version, for those who need a version more often than models change: at once
 * after a deployment on this node, and within a second after one on another.
 */
@Component
public class Deployments implements Deployer {

    private static final long NANOS_ELSEWHERE = Duration.ofSeconds(1).toNanos();

    private final AtomicLong here = new AtomicLong();

    /** A moment in which no model changes as far as this node has to know; two of them are equal or they are not. */
    public record Moment(long deployedHere, long second) {}

    /** The present moment. Ask for it before you look for a version, and look again when it has passed. */
    public Moment now() {
        return new Moment(here.get(), System.nanoTime() / NANOS_ELSEWHERE);
    }

    /** The engine also comes here when it reads an old deployment again; that does no harm. */
    @Override
    public void deploy(DeploymentEntity deployment) {
        Context.getCommandContext()
                .getTransactionContext()
                .addTransactionListener(TransactionState.COMMITTED, committed -> here.incrementAndGet());
    }
}
