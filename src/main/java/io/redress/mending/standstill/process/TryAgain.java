package io.redress.mending.standstill.process;

import io.redress.engine.job.RelatedJobs;
import io.redress.mending.standstill.Mending;
import io.redress.mending.standstill.MendingChoice;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;

/** The way on <i>try again</i>: has the step tried at once, with all its attempts. */
@Component
class TryAgain implements WayOn {

    private final ManagementService management;
    private final RuntimeService runtime;
    private final RelatedJobs jobs;
    private final ProcessBranches branches;
    private final LeftRemedies leftRemedies;
    private final NewestVersion newest;

    TryAgain(
            ManagementService management,
            RuntimeService runtime,
            RelatedJobs jobs,
            ProcessBranches branches,
            LeftRemedies leftRemedies,
            NewestVersion newest) {
        this.management = management;
        this.runtime = runtime;
        this.jobs = jobs;
        this.branches = branches;
        this.leftRemedies = leftRemedies;
        this.newest = newest;
    }

    @Override
    public MendingChoice choice() {
        return MendingChoice.TRY_AGAIN;
    }

    @Override
    public void go(Mending mending, String by, String reason) {
        switch (mending.cause()) {
            case FAILED, OUTAGE -> retry(mending);
            case SUSPENDED -> runtime.activateProcessInstanceById(mending.instanceId());
            case NOTHING_AWAITED -> beginAnew(mending);
            case REMEDY_LEFT -> leftRemedies.begin(mending);
            case NO_BRANCH, NO_PROCESS ->
                throw WayOn.closed(
                        "There is no step left to try again; decide by hand, and the case goes on from there.");
        }
    }

    private void retry(Mending mending) {
        Job job = management.createJobQuery().jobId(mending.jobId()).singleResult();
        if (job == null) {
            return;
        }
        newest.follow(mending.instanceId());
        jobs.tryAgain(job.getId());
    }

    /** Lets a step begin once more that waits for nothing, such as one whose job was deleted. */
    private void beginAnew(Mending mending) {
        Execution standing = runtime.createExecutionQuery()
                .executionId(mending.executionId())
                .singleResult();
        if (standing == null) {
            return;
        }
        if (!branches.isStep(mending)) {
            throw WayOn.closed(
                    "What should come here can come no more, so that trying again does not help; decide by hand.");
        }
        branches.beginAnew(mending);
    }
}
