package io.redress.security;

import io.redress.engine.Groups;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/**
 * The lists of tasks that everyone finds in Tasklist on the first login. Each is created once in the life of an
 * installation: what a manager changes, renames or deletes afterwards stays so.
 */
@Component
class SharedFilters {

    private static final String CREATED = "redress.filter.";

    private static final List<String> STAFF = List.of(Groups.HANDLERS, Groups.LEADS, Groups.MANAGERS);
    private static final List<String> APPROVERS = List.of(Groups.LEADS, Groups.MANAGERS);

    /** What a task's card shows beside its name and dates. */
    private static final List<Map<String, String>> CARD = List.of(
            Map.of("name", "caseNumber", "label", "Case"),
            Map.of("name", "customerName", "label", "Customer"),
            Map.of("name", "amount", "label", "Amount"));

    private final FilterService filters;
    private final TaskService tasks;
    private final ManagementService management;
    private final Grants grants;

    SharedFilters(FilterService filters, TaskService tasks, ManagementService management, Grants grants) {
        this.filters = filters;
        this.tasks = tasks;
        this.management = management;
        this.grants = grants;
    }

    void create() {
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
        create(
                5,
                "Waiting for approval",
                "#5b4a8a",
                APPROVERS,
                tasks.createTaskQuery().taskDefinitionKeyIn("userTask_approveRemedy", "userTask_approveDeduction"));
        create(
                6,
                "Approvals as a deputy",
                "#5b4a8a",
                List.of(Groups.HANDLERS),
                tasks.createTaskQuery()
                        .taskDefinitionKey("userTask_approveRemedy")
                        .taskCandidateUserExpression("${currentUser()}")
                        .includeAssignedTasks());
    }

    /** Offered to somebody or to one of their groups, whoever has it. */
    private TaskQuery teamTasks() {
        return tasks.createTaskQuery()
                .taskCandidateUserExpression("${currentUser()}")
                .includeAssignedTasks();
    }

    private void create(int position, String name, String color, List<String> readers, TaskQuery query) {
        if (management.getProperties().containsKey(CREATED + position)) {
            return;
        }
        var filter = filters.newTaskFilter(name)
                .setQuery(query.orderByDueDate().asc())
                .setProperties(Map.of(
                        "priority",
                        position * 10,
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
        management.setProperty(CREATED + position, filter.getId());
    }
}
