package io.redress.mending.standstill;

import io.redress.complaint.timeline.CaseNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of {@code redress.mending}; each branch has at most one open row. */
@Component
class MendingRows {

    private final JdbcClient jdbc;

    MendingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return empty where a task about this branch is open already */
    Optional<UUID> open(Standstill found, String step, Instant now) {
        return jdbc.sql("""
                        insert into redress.mending
                               (id, branch, cause, case_number, process_key, instance_id, execution_id, activity_id, job_id,
                                step, reason, detail, since, attempts, opened_at)
                        values (:id, :branch, :cause, :case, :process, :instance, :execution, :activity, :job,
                                :step, :reason, :detail, :since, :attempts, :now)
                        on conflict (branch) where state = 'OPEN' do nothing
                        returning id""")
                .param("id", UUID.randomUUID())
                .param("branch", found.branch())
                .param("cause", found.cause().name())
                .param(
                        "case",
                        found.caseNumber() == null ? null : found.caseNumber().value())
                .param("process", found.processKey())
                .param("instance", found.instanceId())
                .param("execution", found.executionId())
                .param("activity", found.activityId())
                .param("job", found.jobId())
                .param("step", step)
                .param("reason", found.reason())
                .param("detail", found.detail())
                .param("since", Timestamp.from(found.since()))
                .param("attempts", found.attempts())
                .param("now", Timestamp.from(now))
                .query(UUID.class)
                .optional();
    }

    void taskOpened(UUID id, String taskProcess) {
        jdbc.sql("update redress.mending set task_process = :process where id = :id")
                .param("process", taskProcess)
                .param("id", id)
                .update();
    }

    /**
     * Ends it; of several who do so at once the first one does, and the others wait for that.
     *
     * @param by a user id, {@code null} where the cause was gone
     * @return whether it was open
     */
    boolean end(UUID id, String state, String by, String note, Instant now) {
        return jdbc.sql("""
                        update redress.mending set state = :state, ended_at = :now, ended_by = :by, note = :note
                         where id = :id and state = 'OPEN'""")
                        .param("state", state)
                        .param("now", Timestamp.from(now))
                        .param("by", by)
                        .param("note", note)
                        .param("id", id)
                        .update()
                == 1;
    }

    Optional<Mending> find(UUID id) {
        return jdbc.sql("select * from redress.mending where id = :id")
                .param("id", id)
                .query(MendingRows::mending)
                .optional();
    }

    /** The longest open one of a case. */
    Optional<Mending> openOf(CaseNumber caseNumber) {
        return jdbc.sql("""
                        select * from redress.mending
                         where case_number = :case and state = 'OPEN' order by opened_at, id limit 1""")
                .param("case", caseNumber.value())
                .query(MendingRows::mending)
                .optional();
    }

    /** The next open ones whose cause is, or is not, that a job fails, in the order of their ids. */
    List<Mending> open(boolean aboutJobs, UUID after, int most) {
        return jdbc.sql("""
                        select * from redress.mending
                         where state = 'OPEN' and (job_id is not null) = :jobs and id > :after order by id limit :most""")
                .param("jobs", aboutJobs)
                .param("after", after)
                .param("most", most)
                .query(MendingRows::mending)
                .list();
    }

    private static Mending mending(ResultSet row, int index) throws SQLException {
        String caseNumber = row.getString("case_number");
        return new Mending(
                row.getObject("id", UUID.class),
                row.getString("branch"),
                Standstill.Cause.valueOf(row.getString("cause")),
                caseNumber == null ? null : new CaseNumber(caseNumber),
                row.getString("process_key"),
                row.getString("instance_id"),
                row.getString("execution_id"),
                row.getString("activity_id"),
                row.getString("job_id"),
                row.getString("step"),
                row.getString("reason"),
                row.getString("detail"),
                row.getTimestamp("since").toInstant(),
                row.getInt("attempts"),
                row.getString("task_process"));
    }
}
