package io.redress.people.setup;

import io.redress.core.staff.Groups;
import io.redress.engine.task.FormKeys;
import io.redress.engine.task.StepApproval;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The lists of tasks that everyone finds in Tasklist on the first login, the most urgent cases first in each, and on
 * top of all the list of people in danger. Each is created once in the life of an installation: what a manager changes,
 * renames or deletes afterwards stays so. Lists that an earlier release created and nobody has touched since are sorted
 * anew, once.
 */
@Component
class SharedFilters {

    private static final String CREATED = "redress.filter.";
    private static final String SORTED = "redress.filters.urgentFirst";
    private static final String DANGER = "danger";

    private static final List<String> STAFF = List.of(Groups.HANDLERS, Groups.LEADS, Groups.MANAGERS);
    private static final List<String> APPROVERS = List.of(Groups.LEADS, Groups.MANAGERS);

    /** What a task's card shows beside its name and dates. */
    private static final List<Map<String, String>> CARD = List.of(
            Map.of("name", DANGER, "label", "People in danger"),
            Map.of("name", "caseNumber", "label", "Case"),
            Map.of("name", "customerName", "label", "Customer"),
            Map.of("name", "amount", "label", "Amount"),
            Map.of("name", "waitingFor", "label", "Waiting for"));

    private final FilterService filters;
    private final TaskService tasks;
    private final ManagementService management;
    private final Grants grants;
    private final JdbcClient jdbc;

    SharedFilters(
            FilterService filters, TaskService tasks, ManagementService management, Grants grants, JdbcClient jdbc) {
        this.filters = filters;
        this.tasks = tasks;
        this.management = management;
        this.grants = grants;
        this.jdbc = jdbc;
    }

    void create() {
        create(
                DANGER,
                5,
                "People in danger",
                "#a4262c",
                STAFF,
                tasks.createTaskQuery()
                        .or()
                        .taskVariableValueEquals(DANGER, "certain")
                        .taskVariableValueEquals(DANGER, "possible")
                        .endOr());
        var due = tasks.createTaskQuery();
        create(1, "My tasks", "#2f6f4f", STAFF, due.taskAssigneeExpression("${currentUser()}"));
        create(2, "My team's tasks", "#2b5d8a", STAFF, teamTasks());
        create(3, "Overdue", "#a4262c", STAFF, tasks.createTaskQuery().dueBeforeExpression("${now()}"));
        create(
                4,
                "Due today",
                "#b86e00",
                STAFF,
                tasks.createTaskQuery().dueAfterExpression("${now()}").dueBeforeExpression("${endOfToday()}"));
        create(5, "Waiting for approval", "#5b4a8a", APPROVERS, approvals());
        create(
                6,
                "Approvals as a deputy",
                "#5b4a8a",
                List.of(Groups.HANDLERS),
                approvals().taskCandidateUserExpression("${currentUser()}").includeAssignedTasks());
        management.setProperty(SORTED, "true");
    }

    private TaskQuery approvals() {
        return tasks.createTaskQuery().taskVariableValueEquals(FormKeys.VARIABLE, StepApproval.FORM);
    }

    /** Tasks that are offered to somebody or to one of their groups, whoever has them. */
    private TaskQuery teamTasks() {
        return tasks.createTaskQuery()
                .taskCandidateUserExpression("${currentUser()}")
                .includeAssignedTasks();
    }

    private void create(int position, String name, String color, List<String> readers, TaskQuery query) {
        create(String.valueOf(position), position * 10, name, color, readers, query);
    }

    /**
     * @param key the key under which its creation is recorded
     * @param place its place among the lists, lower goes first
     */
    private void create(String key, int place, String name, String color, List<String> readers, TaskQuery query) {
        var sorted = query.orderByTaskPriority().desc().orderByDueDate().asc();
        var created = management.getProperties().get(CREATED + key);
        if (created != null) {
            sortAnew(created, sorted);
            return;
        }
        var filter = filters.newTaskFilter(name)
                .setQuery(sorted)
                .setProperties(Map.of(
                        "priority",
                        place,
                        "color",
                        color,
                        "refresh",
                        true,
                        "showUndefinedVariable",
                        false,
                        "variables",
                        CARD));
        filters.saveFilter(filter);
        readers.forEach(group -> grants.give(group, Resources.FILTER, filter.getId(), Permissions.READ));
        management.setProperty(CREATED + key, filter.getId());
    }

    /** The engine counts how often a filter was stored; one that was only created is as we made it. */
    private void sortAnew(String id, TaskQuery sorted) {
        var filter = filters.createFilterQuery().filterId(id).singleResult();
        if (filter == null || management.getProperties().containsKey(SORTED)) {
            return;
        }
        int stored = jdbc.sql("select rev_ from act_ru_filter where id_ = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
        if (stored == 1) {
            var properties = new HashMap<>(filter.getProperties());
            properties.put("variables", CARD);
            filter.setQuery(sorted).setProperties(properties);
            filters.saveFilter(filter);
        }
    }
}
