package io.redress.time.ladder.process;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.engine.job.TimerLateness;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.management.JobDefinition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The ladder's timers that are due and that no node has fired yet. One that fires takes some of them along: letting the
 * engine fire each by itself costs several times what climbing costs, which is what makes a backlog take long after an
 * outage.
 */
@Component
class LadderBacklog {

    private static final int TAKEN_ALONG = 50;

    private final JdbcClient jdbc;
    private final ManagementService management;
    private final LadderLoops loops;
    private final TimerLateness lateness;
    private final Clock clock;

    LadderBacklog(
            JdbcClient jdbc, ManagementService management, LadderLoops loops, TimerLateness lateness, Clock clock) {
        this.jdbc = jdbc;
        this.management = management;
        this.loops = loops;
        this.lateness = lateness;
        this.clock = clock;
    }

    /** A timer of the ladder that is due. @param job its id in the engine */
    record Due(String job, JobDefinition place, CaseNumber caseNumber, Instant at) {}

    /**
     * Takes those that have been due for longest. Until the caller's transaction ends nobody else fires or moves them,
     * or works on their cases; where somebody does at this moment, the case is passed over, so that neither waits for
     * the other. A timer that has failed before, or whose case has ended, has to fire by itself.
     */
    List<Due> take() {
        Map<String, JobDefinition> bare = loops.timers();
        return jdbc.sql("""
                        select job.id_, job.job_def_id_, job.duedate_, file.case_number
                          from act_ru_job job
                          join act_ru_execution instance on instance.id_ = job.process_instance_id_
                          join redress.complaint file on file.case_number = instance.business_key_
                          join redress.case_clock first on first.id =
                            (select min(id) from redress.case_clock where case_number = file.case_number)
                         where job.duedate_ <= :now and job.lock_owner_ is null and job.retries_ > 0
                           and job.suspension_state_ = 1 and job.exception_msg_ is null and job.job_def_id_ = any(:bare)
                           and file.status not in ('CLOSED', 'WITHDRAWN')
                         order by job.duedate_ limit :most for no key update of job, file, first skip locked""")
                .param("now", Timestamp.from(clock.instant()))
                .param("bare", bare.keySet().toArray(String[]::new))
                .param("most", TAKEN_ALONG)
                .query((row, index) -> new Due(
                        row.getString("id_"),
                        bare.get(row.getString("job_def_id_")),
                        new CaseNumber(row.getString("case_number")),
                        row.getTimestamp("duedate_").toInstant()))
                .list();
    }

    /** Sets the timers to what comes next in their cases. */
    void letWait(List<Due> taken, Map<CaseNumber, Instant> next) {
        for (Due timer : taken) {
            JobDefinition place = timer.place();
            management.setJobDuedate(timer.job(), Date.from(next.get(timer.caseNumber())));
            lateness.takenAlong(place.getProcessDefinitionKey(), place.getActivityId(), timer.at());
        }
    }
}
