package io.redress.engine.settings;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The indices that we add to the engine's own tables, once the engine has created them. */
@Component
public class EngineTables implements InitializingBean {

    /**
     * The engine acquires jobs by due date and has no index for it: with many open cases every acquisition would read
     * all jobs. The first one serves while little is due, the second while much is. The owner index serves
     * {@link OwnLocks}, the one of failed jobs the search for cases that are stuck, and that of past jobs the guard at the
     * engine's door, which has to know whose case a job was. In the order of the one of tasks Tasklist shows our lists, of
     * which a page is wanted; by that of variables it finds the few tasks of people in danger, and those for approval. The
     * one of tasks in tasks, of which there are none, answers what the engine asks whenever a task ends.
     */
    private static final List<String> INDICES = List.of(
            "create index if not exists redress_idx_job_duedate on act_ru_job (duedate_)",
            "create index if not exists redress_idx_job_order on act_ru_job (priority_ desc, duedate_)",
            "create index if not exists redress_idx_job_lock_owner on act_ru_job (lock_owner_)",
            "create index if not exists redress_idx_job_failed on act_ru_job (id_) where retries_ = 0",
            "create index if not exists redress_idx_job_log_job on act_hi_job_log (job_id_)",
            "create index if not exists redress_idx_task_order on act_ru_task (priority_ desc, due_date_, id_)",
            "create index if not exists redress_idx_task_parent on act_ru_task (parent_task_id_)"
                    + " where parent_task_id_ is not null",
            "create index if not exists redress_idx_variable_listed on act_ru_variable (name_, text_)"
                    + " where name_ in ('danger', 'taskForm')");

    private final JdbcTemplate database;

    /** @param engine asked for only so that it is built, and its tables with it, before the indices */
    EngineTables(JdbcTemplate database, ProcessEngine engine) {
        this.database = database;
    }

    @Override
    public void afterPropertiesSet() {
        INDICES.forEach(database::execute);
    }
}
