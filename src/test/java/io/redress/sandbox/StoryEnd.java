package io.redress.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * What is looked at and put away after a class of stories.
 *
 * <p>No case may have done one step of its diagram more often than any story lets it: a timer that is set to a moment that
 * has passed fires for ever, and nobody but the processor notices. Cases that the class left open end without a word, so
 * that their timers do not fire each time a later story lets weeks pass; and the engine forgets them, so that whoever
 * reads whole lists of it reads those of their own story.
 */
public class StoryEnd implements AfterAllCallback {

    /** No story comes near it; what runs in a circle is beyond it within seconds. */
    private static final int MORE_THAN_ANY_STORY = 250;

    /** Long enough for the thousands of cases of a bench. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @Override
    public void afterAll(ExtensionContext context) {
        assertThat(clear(SpringExtension.getApplicationContext(context)))
                .as("steps that are done again and again")
                .isEmpty();
    }

    /**
     * Puts all cases away, as after a class.
     *
     * @return the steps that a case has done more often than any story lets it
     */
    public static List<String> clear(ApplicationContext application) {
        JdbcClient jdbc = application.getBean(JdbcClient.class);
        List<String> circles = circles(jdbc);
        putAway(jdbc, application.getBean(RuntimeService.class), application.getBean(SandboxClock.class));
        forget(jdbc, application.getBean(HistoryService.class));
        return circles;
    }

    private static List<String> circles(JdbcClient jdbc) {
        return jdbc.sql("""
                        select coalesce(process.business_key_, process.id_) || ' ' || step.act_id_ || ' ' || count(*)
                          from act_hi_actinst step join act_hi_procinst process using (proc_inst_id_)
                         group by process.id_, process.business_key_, step.act_id_ having count(*) > :most""")
                .param("most", MORE_THAN_ANY_STORY)
                .query(String.class)
                .list();
    }

    private static void putAway(JdbcClient jdbc, RuntimeService runtime, SandboxClock clock) {
        Timestamp now = Timestamp.from(clock.instant());
        List.of(
                        "update redress.complaint set status = 'CLOSED', closed_at = :now, danger_open = false"
                                + " where status not in ('CLOSED', 'WITHDRAWN')",
                        "update redress.clock_interval set ended_at = greatest(started_at, :now) where ended_at is null",
                        "update redress.case_clock set stopped_at = :now where met_at is null and stopped_at is null",
                        "update redress.danger set next_alarm_at = null where :now > since")
                .forEach(sql -> jdbc.sql(sql).param("now", now).update());
        await("the stories' cases to end")
                .atMost(PATIENCE)
                .ignoreExceptionsMatching(StoryEnd::isOvertaken)
                .until(() -> {
                    cases(jdbc)
                            .forEach(id -> runtime.deleteProcessInstanceIfExists(
                                    id, "The story is over", true, true, true, false));
                    return cases(jdbc).isEmpty();
                });
    }

    /**
     * Whether the case moved on at the same moment. The engine expects none of its parts to end between two of its own
     * reads, and then fails with a null pointer inside of itself.
     */
    private static boolean isOvertaken(Throwable failure) {
        return failure instanceof ProcessEngineException
                || failure instanceof ConcurrencyFailureException
                || failure instanceof NullPointerException;
    }

    private static void forget(JdbcClient jdbc, HistoryService history) {
        List<String> ended = jdbc.sql("""
                        select one.proc_inst_id_
                          from act_hi_procinst one join act_hi_procinst root on root.proc_inst_id_ = one.root_proc_inst_id_
                         where one.end_time_ is not null and root.end_time_ is not null""").query(String.class).list();
        if (!ended.isEmpty()) {
            history.deleteHistoricProcessInstancesIfExists(ended);
        }
    }

    /** The processes of cases that no other process has called. */
    private static List<String> cases(JdbcClient jdbc) {
        return jdbc.sql("""
                        select id_ from act_ru_execution
                         where parent_id_ is null and super_exec_ is null and business_key_ in
                           (select case_number from redress.complaint)""").query(String.class).list();
    }
}
