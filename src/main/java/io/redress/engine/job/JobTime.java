package io.redress.engine.job;

import io.redress.outside.wire.Deadline;
import java.time.Duration;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * The time limit of a job, which keeps it from outliving its lock, after which another node would run it again beside
 * this one: all its calls to outside systems, however many, end while a quarter of the lock's time is left to store
 * their results.
 */
public class JobTime extends CommandInterceptor {

    private final Duration calls;

    /** @param lock how long a job is locked */
    public JobTime(Duration lock) {
        this.calls = lock.multipliedBy(3).dividedBy(4);
    }

    @Override
    public <T> T execute(Command<T> command) {
        return command instanceof ExecuteJobsCmd
                ? Deadline.limiting(calls, () -> next.execute(command))
                : next.execute(command);
    }
}
