package io.redress.people.guard;

import io.redress.core.input.Problem;
import io.redress.core.staff.Groups;
import io.redress.engine.command.TakenTasks;
import io.redress.engine.command.TaskTaken;
import io.redress.engine.command.UnrestrictedQueries;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The rule that a task is done by the person it belongs to, and with the answers that its form asks for: the engine
 * itself would let any candidate complete a colleague's task and would store whatever variables are sent along.
 */
@Component
@Order(3)
class TaskWork implements CallRule {

    private static final Pattern WORK = Pattern.compile("/task/([^/]+)/(claim|unclaim|complete|submit-form|resolve)");
    private static final Set<String> MAY_STEP_IN = Set.of(Groups.LEADS, Groups.MANAGERS, Groups.ADMINISTRATORS);
    private static final Set<String> KNOWN = Set.of("variables", "withVariablesInReturn");

    private final TaskService tasks;
    private final FormFields forms;
    private final UnrestrictedQueries unrestricted;
    private final TakenTasks taken;

    TaskWork(TaskService tasks, FormFields forms, UnrestrictedQueries unrestricted, TakenTasks taken) {
        this.taken = taken;
        this.tasks = tasks;
        this.forms = forms;
        this.unrestricted = unrestricted;
    }

    @Override
    public void check(EngineCall call) {
        var work = WORK.matcher(call.path());
        if (!call.method().equals("POST") || !work.matches()) {
            return;
        }
        find(work.group(1))
                .ifPresentOrElse(task -> check(call, task, work.group(2)), () -> checkNotOver(work.group(1)));
    }

    private void checkNotOver(String taskId) {
        unrestricted.ask(() -> taken.over(taskId)).ifPresent(over -> {
            throw RefusedCall.conflict(over);
        });
    }

    private Optional<Task> find(String id) {
        return Optional.ofNullable(unrestricted.ask(
                () -> tasks.createTaskQuery().taskId(id).initializeFormKeys().singleResult()));
    }

    private void check(EngineCall call, Task task, String verb) {
        if (verb.equals("claim")) {
            checkClaim(call, task);
            return;
        }
        checkOwner(call, task);
        if (!verb.equals("unclaim") && !call.isByAdministrator()) {
            checkAnswersWhileOpen(call, task);
        }
    }

    /** Somebody else may complete the task between two checks, and the engine then fails on what is left of it. */
    private void checkAnswersWhileOpen(EngineCall call, Task task) {
        try {
            checkAnswers(call, task);
        } catch (RefusedCall refused) {
            throw refused;
        } catch (RuntimeException failure) {
            if (find(task.getId()).isPresent()) {
                throw failure;
            }
            throw RefusedCall.conflict(
                    unrestricted.ask(() -> taken.over(task.getId())).orElseGet(TaskTaken::gone));
        }
    }

    private static void checkOwner(EngineCall call, Task task) {
        var colleagues = task.getAssignee() != null && !task.getAssignee().equals(call.user());
        if (colleagues && !call.isByAnyOf(MAY_STEP_IN)) {
            throw RefusedCall.forbidden("The task belongs to a colleague");
        }
    }

    private void checkClaim(EngineCall call, Task task) {
        var claimant = call.body().path("userId").asText("");
        if (!claimant.equals(call.user()) && !call.isByAnyOf(MAY_STEP_IN)) {
            throw RefusedCall.forbidden("A task is claimed for oneself");
        }
        if (task.getAssignee() != null && !task.getAssignee().equals(claimant)) {
            throw RefusedCall.conflict(unrestricted.ask(() -> taken.by(task.getAssignee())));
        }
    }

    private void checkAnswers(EngineCall call, Task task) {
        call.body().fieldNames().forEachRemaining(name -> {
            if (!KNOWN.contains(name)) {
                throw RefusedCall.badField(name, "is not allowed when a task is completed");
            }
        });
        var answers = SubmittedVariables.read(call.body().path("variables"));
        if (answers.isEmpty()) {
            return;
        }
        var form = unrestricted.ask(() -> forms.of(task));
        var problems = new ArrayList<Problem>();
        answers.forEach((name, value) -> {
            if (!form.asked().contains(name)) {
                problems.add(new Problem(name, "is not asked for by the task's form"));
            } else if (form.shown().contains(name) && !isUnchanged(task, name, value)) {
                problems.add(new Problem(name, "is only shown by the task's form and may not be changed"));
            }
        });
        if (!problems.isEmpty()) {
            throw RefusedCall.badRequest("The task's form does not ask for this", problems);
        }
    }

    private boolean isUnchanged(Task task, String name, Object sent) {
        var present = unrestricted.ask(() -> tasks.getVariable(task.getId(), name));
        return plain(present).equals(plain(sent));
    }

    /** A number comes back as whatever the browser made of it, and a missing one as an empty text. */
    private static String plain(Object value) {
        return value instanceof Number number && Double.isFinite(number.doubleValue())
                ? new BigDecimal(number.toString()).stripTrailingZeros().toPlainString()
                : Objects.toString(value, "");
    }
}
