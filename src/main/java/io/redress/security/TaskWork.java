package io.redress.security;

import io.redress.engine.Groups;
import io.redress.engine.Problem;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * A task is done by the one it belongs to, and with the answers its form asks for: the engine itself would let any
 * candidate complete a colleague's task and would store whatever variables are sent along.
 */
@Component
@Order(3)
class TaskWork implements CallRule {

    private static final Pattern WORK = Pattern.compile("/task/([^/]+)/(claim|unclaim|complete|submit-form|resolve)");
    private static final Set<String> MAY_STEP_IN = Set.of(Groups.LEADS, Groups.MANAGERS, Groups.ADMINISTRATORS);
    private static final Set<String> KNOWN = Set.of("variables", "withVariablesInReturn");

    private final TaskService tasks;
    private final FormFields forms;
    private final House house;

    TaskWork(TaskService tasks, FormFields forms, House house) {
        this.tasks = tasks;
        this.forms = forms;
        this.house = house;
    }

    @Override
    public void check(EngineCall call) {
        var work = WORK.matcher(call.path());
        if (!call.method().equals("POST") || !work.matches()) {
            return;
        }
        var task = house.ask(() -> tasks.createTaskQuery()
                .taskId(work.group(1))
                .initializeFormKeys()
                .singleResult());
        if (task == null) {
            return;
        }
        checkOwner(call, task);
        if (work.group(2).equals("claim")) {
            checkClaim(call);
        } else if (!work.group(2).equals("unclaim") && !call.isByAdministrator()) {
            checkAnswers(call, task);
        }
    }

    private static void checkOwner(EngineCall call, Task task) {
        var colleagues = task.getAssignee() != null && !task.getAssignee().equals(call.user());
        if (colleagues && !call.isByAnyOf(MAY_STEP_IN)) {
            throw Refused.forbidden("The task belongs to a colleague");
        }
    }

    private static void checkClaim(EngineCall call) {
        var claimant = call.body().path("userId").asText("");
        if (!claimant.equals(call.user()) && !call.isByAnyOf(MAY_STEP_IN)) {
            throw Refused.forbidden("A task is claimed for oneself");
        }
    }

    private void checkAnswers(EngineCall call, Task task) {
        call.body().fieldNames().forEachRemaining(name -> {
            if (!KNOWN.contains(name)) {
                throw Refused.badField(name, "is not allowed when a task is completed");
            }
        });
        var answers = Variables.read(call.body().path("variables")).keySet();
        if (answers.isEmpty()) {
            return;
        }
        var asked = house.ask(() -> forms.of(task));
        List<Problem> problems = answers.stream()
                .filter(answer -> !asked.contains(answer))
                .map(answer -> new Problem(answer, "is not asked for by the task's form"))
                .toList();
        if (!problems.isEmpty()) {
            throw Refused.badRequest("The task's form does not ask for this", problems);
        }
    }
}
