package io.redress.engine.job;

import io.redress.engine.command.Diagnosis;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The number of times that each job has failed, by kind: an outage must not use up the few attempts that a fault has,
 * nor the other way round. A row is deleted with its job, or when a person has the step tried anew.
 */
@Component
public class JobFailures {

    private final JdbcClient jdbc;
    private final Clock clock;

    JobFailures(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param outages how often the job failed because somebody outside did not answer
     * @param faults how often for a reason that goes away only when somebody corrects it
     * @param conflicts how often in a row, since then, because something was changed at the same moment
     */
    record Count(int outages, int faults, int conflicts) {

        static final Count NONE = new Count(0, 0, 0);
    }

    /** Counts one more failure, in the present transaction. A conflict hides no reason that is known already. */
    Count add(String jobId, Diagnosis diagnosis) {
        boolean conflict = diagnosis.kind() == Diagnosis.Kind.CONFLICT;
        return jdbc.sql("""
                        insert into redress.job_failure as known
                               (job_id, since, kind, words, detail, outages, faults, conflicts)
                        values (:job, :now, :kind, :words, :detail, :outages, :faults, :conflicts)
                        on conflict (job_id) do update
                           set outages = known.outages + excluded.outages,
                               faults = known.faults + excluded.faults,
                               conflicts = case when :conflict then known.conflicts + 1 else 0 end,
                               since = case when known.kind = 'CONFLICT' then excluded.since else known.since end,
                               kind = case when :conflict then known.kind else excluded.kind end,
                               words = case when :conflict then known.words else excluded.words end,
                               detail = case when :conflict then known.detail else excluded.detail end
                        returning outages, faults, conflicts""")
                .param("job", jobId)
                .param("now", Timestamp.from(clock.instant()))
                .param("kind", diagnosis.kind().name())
                .param("words", diagnosis.words())
                .param("detail", diagnosis.detail())
                .param("outages", diagnosis.kind() == Diagnosis.Kind.OUTAGE ? 1 : 0)
                .param("faults", diagnosis.kind() == Diagnosis.Kind.FAULT ? 1 : 0)
                .param("conflicts", conflict ? 1 : 0)
                .param("conflict", conflict)
                .query(Count.class)
                .single();
    }

    /** Counts the latest conflicts as one fault, so that endless conflicts come to an end as well. */
    Count conflictsAreAFault(String jobId) {
        return jdbc.sql("""
                        update redress.job_failure
                           set faults = faults + 1, conflicts = 0,
                               kind = case when kind = 'CONFLICT' then 'FAULT' else kind end
                         where job_id = :job
                        returning outages, faults, conflicts""").param("job", jobId).query(Count.class).single();
    }

    /** How often a job has failed before. */
    Count of(String jobId) {
        return jdbc.sql("select outages, faults, conflicts from redress.job_failure where job_id = :job")
                .param("job", jobId)
                .query(Count.class)
                .optional()
                .orElse(Count.NONE);
    }

    /** Gives a job all its attempts again. */
    public void forget(String jobId) {
        jdbc.sql("delete from redress.job_failure where job_id = :job")
                .param("job", jobId)
                .update();
    }
}
