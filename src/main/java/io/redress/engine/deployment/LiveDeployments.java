package io.redress.engine.deployment;

import io.redress.core.database.Locks;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.repository.DefaultDeploymentHandler;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;
import org.camunda.bpm.engine.repository.CandidateDeployment;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.camunda.bpm.engine.repository.Resource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The one way in which models get into the engine, whichever door they came through. What "no duplicates" means is
 * asked of what is in force, and not, as the engine does, of the latest deployment of the same name: there a manager who
 * goes back to an earlier file is told that all is well, and nothing happens.
 */
@Component
public class LiveDeployments {

    private static final String LOCK = "models";

    private final ObjectProvider<LiveResources> live;
    private final ObjectProvider<Locks> locks;

    /** Both are asked for with the first deployment only: the engine is built before them. */
    LiveDeployments(ObjectProvider<LiveResources> live, ObjectProvider<Locks> locks) {
        this.live = live;
        this.locks = locks;
    }

    /** Makes everybody else who wants to deploy wait until the caller's transaction has ended. */
    public void hold() {
        locks.getObject().hold(LOCK);
    }

    /** Has the engine deploy in this way. */
    public void install(ProcessEngineConfigurationImpl engine) {
        engine.setRepositoryService(new Repository());
        engine.setDeploymentHandlerFactory(Handler::new);
    }

    private final class Repository extends RepositoryServiceImpl {

        @Override
        public DeploymentWithDefinitions deployWithResult(DeploymentBuilderImpl builder) {
            return commandExecutor.execute(new DeployWhatDiffers(builder, locks.getObject(), LOCK, live.getObject()));
        }
    }

    private final class Handler extends DefaultDeploymentHandler {

        Handler(ProcessEngine engine) {
            super(engine);
        }

        /** The deployment that is named in the answer where nothing differs. */
        @Override
        public String determineDuplicateDeployment(CandidateDeployment candidate) {
            return candidate.getResources().values().stream()
                    .map(this::deploymentOf)
                    .flatMap(Optional::stream)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("what was in force a moment ago is not any more"));
        }

        private Optional<String> deploymentOf(Resource file) {
            return live.getObject().deploymentOf(file.getName(), file.getBytes());
        }
    }
}
