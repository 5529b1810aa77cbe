package io.redress.engine.job;

import io.redress.engine.command.Diagnosis;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * The end of a job that found no room at a provider. For the job executor it is no failure, or each of the many that
 * wait for a slow provider would fill log and history; its transaction is rolled back and {@link BackOff} sets the time
 * at which it comes back all the same. Whoever runs a job by hand hears why it did not run.
 */
public class PutBack extends CommandInterceptor {

    /** From the end of a job's transaction, after which the engine puts it back, until the thread's next job. */
    private static final ThreadLocal<Boolean> UNDER_WAY = ThreadLocal.withInitial(() -> false);

    /** Whether the job that this thread has run last is being put back. */
    public static boolean isUnderWay() {
        return UNDER_WAY.get();
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (!(command instanceof ExecuteJobsCmd) || Context.getJobExecutorContext() == null) {
            return next.execute(command);
        }
        UNDER_WAY.remove();
        try (StepLog log = StepLog.keepBack()) {
            return run(command, log);
        }
    }

    private <T> T run(Command<T> command, StepLog log) {
        try {
            return next.execute(command);
        } catch (RuntimeException failure) {
            if (Diagnosis.of(failure).kind() == Diagnosis.Kind.NOT_ASKED) {
                UNDER_WAY.set(true);
                return null;
            }
            log.write();
            throw failure;
        } catch (Error broken) {
            log.write();
            throw broken;
        }
    }
}
