package io.redress.engine.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.sandbox.SandboxTest;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever asks for tasks is given the same as by the engine's own question, which takes the longer. */
@SandboxTest
class VisibleTasksTest {

    private static final String MINE = "visible-" + Long.toHexString(System.nanoTime()) + "-";
    private static final int TASKS = 40;
    private static final int PEOPLE = 12;
    private static final List<String> GROUPS = List.of("north", "south", "east");

    private final Random random = new Random(7);
    private final List<String> tasks = new ArrayList<>();
    private final List<String> rights = new ArrayList<>();

    private TaskService service;
    private AuthorizationService authorizations;
    private IdentityService identity;
    private ProcessEngineImpl engine;

    @Autowired
    void enter(
            TaskService service, AuthorizationService authorizations, IdentityService identity, ProcessEngine engine) {
        this.service = service;
        this.authorizations = authorizations;
        this.identity = identity;
        this.engine = (ProcessEngineImpl) engine;
    }

    @AfterEach
    void leaveNothing() {
        identity.clearAuthentication();
        rights.forEach(authorizations::deleteAuthorization);
        tasks.forEach(task -> service.deleteTask(task, true));
    }

    @Test
    void everybodyIsGivenWhatTheEngineItselfWouldGiveThem() {
        IntStream.range(0, TASKS).forEach(this::createTask);
        IntStream.range(0, PEOPLE * 3).forEach(n -> giveSomeRight());
        int given = 0;
        for (int person = 0; person < PEOPLE; person++) {
            String login = MINE + person;
            identity.setAuthentication(login, groupsOf(person));
            for (Map.Entry<String, Function<TaskQuery, TaskQuery>> asked :
                    questions(login).entrySet()) {
                List<String> expected = ids(engines(asked.getValue().apply(mine())));
                List<Task> found = asked.getValue().apply(mine()).list();
                assertThat(ids(found))
                        .as(asked.getKey() + " of " + login)
                        .containsExactlyInAnyOrderElementsOf(expected);
                assertThat(asked.getValue().apply(mine()).count())
                        .as("count of " + asked.getKey() + " of " + login)
                        .isEqualTo(expected.size());
                assertThat(pages(asked.getValue().apply(mine())))
                        .as("pages of " + asked.getKey() + " of " + login)
                        .isEqualTo(ids(found));
                given += found.size();
            }
            assertThat(mine().orderByDueDate().desc().list())
                    .extracting(Task::getDueDate)
                    .isSortedAccordingTo((one, other) -> other.compareTo(one));
        }
        assertThat(given).as("some see some").isBetween(PEOPLE * 20, PEOPLE * 30 * TASKS);
        identity.clearAuthentication();
        assertThat(mine().count()).as("Redress itself sees all").isEqualTo(TASKS);
    }

    /** Somebody who has lost a right that they would have by another one does not get it back by the quick way. */
    @Test
    void whatWasTakenFromSomebodyStaysTaken() {
        IntStream.range(0, TASKS).forEach(this::createTask);
        String login = MINE + "late";
        keep(right(Authorization.AUTH_TYPE_GRANT, login, null, Resources.TASK, Authorization.ANY, Permissions.READ));
        identity.setAuthentication(login, List.of());
        assertThat(mine().count()).isEqualTo(TASKS);

        identity.clearAuthentication();
        Authorization taken =
                right(Authorization.AUTH_TYPE_REVOKE, login, null, Resources.TASK, tasks.get(0), Permissions.READ);
        taken.removePermission(Permissions.READ);
        keep(taken);
        identity.setAuthentication(login, List.of());
        assertThat(mine().count()).isEqualTo(TASKS - 1);
        assertThat(ids(mine().list())).doesNotContain(tasks.get(0)).hasSize(TASKS - 1);
        assertThat(ids(mine().list())).containsExactlyInAnyOrderElementsOf(ids(engines(mine())));
    }

    /** What Tasklist and programs ask, each of those among the tasks of this test. */
    private Map<String, Function<TaskQuery, TaskQuery>> questions(String login) {
        Map<String, Function<TaskQuery, TaskQuery>> all = new LinkedHashMap<>();
        all.put("all", query -> query);
        all.put("assigned", query -> query.taskAssignee(login));
        all.put("offered, whoever has them", query -> query.taskCandidateUser(login)
                .includeAssignedTasks());
        all.put("offered", query -> query.taskCandidateUser(login));
        all.put("offered to a group", query -> query.taskCandidateGroup(GROUPS.get(0))
                .includeAssignedTasks());
        all.put("offered to one of two groups", query -> query.taskCandidateGroupIn(GROUPS.subList(0, 2))
                .includeAssignedTasks());
        all.put("offered to any group", TaskQuery::withCandidateGroups);
        all.put("offered to nobody", query -> query.withoutCandidateUsers().withoutCandidateGroups());
        all.put("involved", query -> query.taskInvolvedUser(login));
        all.put("not theirs", TaskQuery::taskUnassigned);
        all.put("due", query -> query.dueBefore(new Date(20_000)));
        all.put(
                "most urgent first",
                query -> query.orderByTaskPriority().desc().orderByDueDate().asc());
        all.put("by name in any case", query -> query.orderByTaskNameCaseInsensitive()
                .desc());
        all.put("by a variable", query -> query.orderByTaskVariable("size", ValueType.INTEGER)
                .asc());
        all.put("with a variable", query -> query.taskVariableValueGreaterThan("size", 3));
        all.put("one or the other", query -> query.or()
                .taskAssignee(login)
                .taskVariableValueEquals("size", 5)
                .taskCandidateGroup(GROUPS.get(1))
                .endOr());
        all.put("of a process", query -> query.processDefinitionKey("complaintResolution"));
        return all;
    }

    /** The tasks of this test. */
    private TaskQuery mine() {
        return service.createTaskQuery().taskDescription(MINE);
    }

    private void createTask(int n) {
        Task task = service.newTask();
        task.setName((n % 2 == 0 ? "Task " : "task ") + n % 7);
        task.setDescription(MINE);
        task.setPriority(n % 4);
        task.setDueDate(new Date(1_000L * (n % 9)));
        service.saveTask(task);
        tasks.add(task.getId());
        service.setVariableLocal(task.getId(), "size", n % 6);
        if (random.nextInt(3) == 0) {
            service.setAssignee(task.getId(), somebody());
        }
        for (String group : GROUPS) {
            if (random.nextInt(3) == 0) {
                service.addCandidateGroup(task.getId(), group);
            }
        }
        if (random.nextInt(3) == 0) {
            service.addCandidateUser(task.getId(), somebody());
        }
    }

    private void giveSomeRight() {
        Resource resource = random.nextInt(4) == 0 ? Resources.PROCESS_DEFINITION : Resources.TASK;
        String id = random.nextInt(12) == 0
                ? Authorization.ANY
                : resource == Resources.TASK ? tasks.get(random.nextInt(TASKS)) : "complaintResolution";
        Permission permission = resource == Resources.TASK
                ? random.nextBoolean() ? Permissions.READ : TaskPermissions.TASK_WORK
                : random.nextBoolean() ? Permissions.READ_TASK : Permissions.READ;
        boolean everybody = !id.equals(Authorization.ANY) && resource == Resources.TASK && random.nextInt(8) == 0;
        boolean taken = !everybody && random.nextInt(6) == 0;
        Authorization right = right(
                everybody
                        ? Authorization.AUTH_TYPE_GLOBAL
                        : taken ? Authorization.AUTH_TYPE_REVOKE : Authorization.AUTH_TYPE_GRANT,
                everybody ? Authorization.ANY : somebody(),
                null,
                resource,
                id,
                permission);
        if (taken) {
            right.removePermission(permission);
        }
        keep(right);
    }

    private Authorization right(
            int type, String login, String group, Resource resource, String id, Permission permission) {
        Authorization right = authorizations.createNewAuthorization(type);
        right.setUserId(login);
        right.setGroupId(group);
        right.setResource(resource);
        right.setResourceId(id);
        right.addPermission(permission);
        return right;
    }

    private void keep(Authorization right) {
        boolean present = authorizations
                        .createAuthorizationQuery()
                        .authorizationType(right.getAuthorizationType())
                        .userIdIn(right.getUserId())
                        .resourceType(right.getResourceType())
                        .resourceId(right.getResourceId())
                        .count()
                > 0;
        if (!present) {
            rights.add(authorizations.saveAuthorization(right).getId());
        }
    }

    private String somebody() {
        return MINE + random.nextInt(PEOPLE);
    }

    private static List<String> groupsOf(int person) {
        return GROUPS.subList(0, person % (GROUPS.size() + 1));
    }

    /** What the engine's own tasks would give. */
    private List<Task> engines(TaskQuery query) {
        Command<List<Task>> ask = context -> {
            context.getSessions().put(TaskManager.class, new TaskManager());
            return query.list();
        };
        return engine.getProcessEngineConfiguration()
                .getCommandExecutorTxRequired()
                .execute(ask);
    }

    private static List<String> pages(TaskQuery query) {
        List<String> all = new ArrayList<>();
        for (List<Task> page = query.listPage(0, 7); !page.isEmpty(); page = query.listPage(all.size(), 7)) {
            all.addAll(ids(page));
        }
        return all;
    }

    private static List<String> ids(List<Task> tasks) {
        return tasks.stream().map(Task::getId).toList();
    }
}
