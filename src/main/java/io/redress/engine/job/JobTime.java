package io.redress.engine.job;

import io.redress.outside.wire.Deadline;
import java.time.Duration;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Keeps a job from outliving its lock, after which another node would run it again beside this one: all that it asks of
 * the world outside, in as many calls as it likes, is over while a quarter of the lock's time is left to write down what
 * came of it.
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
