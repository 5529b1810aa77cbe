package io.redress.engine.job;

import java.time.Clock;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The jobs of processes, of those that called them and of those that they called. */
@Component
public class RelatedJobs {

    /** The engine counts down from here as well; how often really is {@link RetryCycle}'s to say. */
    private static final int RETRIES = 3;

    private static final String RELATED = """
            from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_
             where e.root_proc_inst_id_ in (
               select root_proc_inst_id_ from act_ru_execution where id_ = any(:instances))\s""";

    private final ManagementService management;
    private final JobFailures failures;
    private final JdbcClient jdbc;
    private final Clock clock;

    RelatedJobs(ManagementService management, JobFailures failures, JdbcClient jdbc, Clock clock) {
        this.management = management;
        this.failures = failures;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The engine's ids of those that have no attempt left, and wait until what they failed at has been put right. */
    public List<String> failed(Collection<String> instances) {
        return jdbc.sql("select j.id_ " + RELATED + "and j.retries_ = 0 order by j.id_")
                .param("instances", instances.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    /** Whether any of them is being done right now, on whatever node. */
    public boolean isAnyRunning(Collection<String> instances) {
        return jdbc.sql("select exists (select " + RELATED + "and j.lock_owner_ is not null)")
                .param("instances", instances.toArray(String[]::new))
                .query(Boolean.class)
                .single();
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
