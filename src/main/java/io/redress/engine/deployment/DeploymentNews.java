package io.redress.engine.deployment;

import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;

/** The news of a deployment, told in its own transaction. */
public class DeploymentNews implements Deployer {

    private final Supplier<Stream<NewDeployments>> listeners;

    public DeploymentNews(Supplier<Stream<NewDeployments>> listeners) {
        this.listeners = listeners;
    }

    /** The engine also comes here when it reads an old deployment again, which is no news. */
    @Override
    public void deploy(DeploymentEntity deployment) {
        if (deployment.isNew()) {
            var command = Context.getCommandContext();
            String id = deployment.getId();
            String login = command.getAuthenticatedUserId();
            command.getTransactionContext().addTransactionListener(TransactionState.COMMITTING, committing -> listeners
                    .get()
                    .forEach(listener -> listener.deployed(id, login)));
        }
    }
}
