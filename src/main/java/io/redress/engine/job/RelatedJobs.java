package io.redress.engine.job;

import java.time.Clock;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The jobs that have no attempt left, and wait until somebody has put right what they failed at. */
@Component
public class FailedJobs {

    /** The engine counts down from here as well; how often really is {@link RetryCycle}'s to say. */
    private static final int RETRIES = 3;

    private final ManagementService management;
    private final JobFailures failures;
    private final JdbcClient jdbc;
    private final Clock clock;

    FailedJobs(ManagementService management, JobFailures failures, JdbcClient jdbc, Clock clock) {
        this.management = management;
        this.jdbc = jdbc;
        this.failures = failures;
        this.clock = clock;
    }

    /** The engine's ids of those of some processes, of the processes that called them and of those that they called. */
    public List<String> around(Collection<String> instances) {
        return jdbc.sql("""
                        select j.id_ from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_
                         where j.retries_ = 0 and e.root_proc_inst_id_ in (
                           select root_proc_inst_id_ from act_ru_execution where id_ = any(:instances))
                         order by j.id_""")
                .param("instances", instances.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    /** Has a job tried at once, with all its attempts. */
    public void tryAgain(String jobId) {
        failures.forget(jobId);
        management
                .setJobRetries(RETRIES)
                .jobId(jobId)
                .dueDate(Date.from(clock.instant()))
                .execute();
    }
}
