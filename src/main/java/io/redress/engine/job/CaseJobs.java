package io.redress.engine.job;

import java.util.Optional;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobManager;

/**
 * The engine's jobs, of which the next one of a case is done by the same thread, in whichever process of the case it
 * stands. The engine itself goes on so within one process only; each way into a called process and out of it is looked
 * for anew then, which takes two more transactions and a wait.
 *
 * <p>A step that is less urgent than the one before is always looked for anew, so that a complaint that was acknowledged
 * is not worked on while others wait for as much.
 */
public final class CaseJobs extends JobManager {

    /** The engine asks this, and nothing else, of where a new job stands. */
    @Override
    protected boolean areInSameProcessInstance(JobEntity next, JobEntity current) {
        return next != null
                && current != null
                && root(next).isPresent()
                && root(next).equals(root(current))
                && !Urgency.isLess(next.getPriority(), current.getPriority());
    }

    /** Asked of where it stands, because the engine does not read it with a job. */
    private static Optional<String> root(JobEntity job) {
        return Optional.ofNullable(job.getExecution()).map(ExecutionEntity::getRootProcessInstanceId);
    }
}
