package io.redress.engine.task;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.ibatis.builder.xml.XMLMapperBuilder;
import org.apache.ibatis.session.Configuration;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.db.AuthorizationCheck;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.task.Task;

/**
 * The engine's tasks, of which a person is given those that they have a right to and whose case they may see.
 *
 * <p>The engine joins every task with every right of the person, and each task that is offered to a group is one right
 * more, so that a list takes a time that grows with the square of how many are open. Here the right to each task is
 * looked up, and the search ends when a page is full. The rights are the engine's.
 */
public final class VisibleTasks extends TaskManager {

    private static final String QUESTIONS = "visible-tasks.xml";
    private static final String LIST = VisibleTasks.class.getName() + ".list";
    private static final String COUNT = VisibleTasks.class.getName() + ".count";

    private final TaskSight sight;

    /** @param sight the cases that whoever asks may see */
    public VisibleTasks(TaskSight sight) {
        this.sight = sight;
    }

    /** Adds our questions to all that the engine asks the database. */
    public static void addQuestions(Configuration engines) {
        try (InputStream ours = VisibleTasks.class.getResourceAsStream(QUESTIONS)) {
            new XMLMapperBuilder(ours, engines, QUESTIONS, engines.getSqlFragments()).parse();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public List<Task> findTasksByQueryCriteria(TaskQueryImpl query) {
        configureQuery(query);
        return getDbEntityManager().selectList(isSomebodys(query) ? LIST : "selectTaskByQueryCriteria", query);
    }

    @Override
    public long findTaskCountByQueryCriteria(TaskQueryImpl query) {
        configureQuery(query);
        return (Long)
                getDbEntityManager().selectOne(isSomebodys(query) ? COUNT : "selectTaskCountByQueryCriteria", query);
    }

    @Override
    protected void configureQuery(TaskQueryImpl query) {
        super.configureQuery(query);
        if (isSomebodys(query)) {
            AuthorizationCheck check = query.getAuthCheck();
            query.setParameter(sight.of(check.getAuthUserId()).orElse(null));
            if (!check.isRevokeAuthorizationCheckEnabled()) {
                check.getPermissionChecks().clear();
            }
        }
    }

    /** Whether a person asks; Redress itself asks without rights, and sees every task. */
    private static boolean isSomebodys(TaskQueryImpl query) {
        return query.getAuthCheck().isAuthorizationCheckEnabled()
                && query.getAuthCheck().getAuthUserId() != null;
    }
}
