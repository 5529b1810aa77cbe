package io.redress.people.visibility.process;

import io.redress.people.visibility.PersonalWork;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The personal work from the engine's open tasks. */
@Component
class PersonalTasks implements PersonalWork {

    /** By an index of each, however many tasks are open. */
    private static final String ALL = """
            select instance.business_key_ from act_ru_task task
              join act_hi_procinst instance using (proc_inst_id_)
             where instance.business_key_ is not null and task.assignee_ = :login
            union
            select instance.business_key_ from act_ru_identitylink link
              join act_ru_task task on task.id_ = link.task_id_
              join act_hi_procinst instance on instance.proc_inst_id_ = task.proc_inst_id_
             where instance.business_key_ is not null and link.user_id_ = :login""";

    private static final String AMONGST = """
            select distinct instance.business_key_ from act_hi_procinst instance
              join act_ru_task task using (proc_inst_id_)
             where instance.business_key_ = any(:cases)
               and (task.assignee_ = :login
                 or exists (select from act_ru_identitylink link
                             where link.task_id_ = task.id_ and link.user_id_ = :login))""";

    private final JdbcClient jdbc;

    PersonalTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> casesOf(String login) {
        return new HashSet<>(
                jdbc.sql(ALL).param("login", login).query(String.class).list());
    }

    @Override
    public Set<String> amongst(Collection<String> cases, String login) {
        return new HashSet<>(jdbc.sql(AMONGST)
                .param("cases", cases.toArray(String[]::new))
                .param("login", login)
                .query(String.class)
                .list());
    }
}
