package io.redress.engine.task;

import io.redress.core.input.RefusedInput;
import io.redress.engine.command.DoorCommands;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;

/**
 * The approvals that are open, and what keeps those who asked for them away.
 *
 * <p>An answer comes with the submission that ends the task and from nowhere else: any value that is in the fields
 * beforehand is emptied when the task is made, when its form is opened and before a submission is read. Nobody can hand
 * an approval on and have it handed back. Whoever asked changes nothing about it, nor about the case's processes while
 * it is open, by whatever command of the engine, be it one that a batch carries out later.
 */
@Component
public class Approvals {

    private final ListableBeanFactory beans;

    Approvals(ListableBeanFactory beans) {
        this.beans = beans;
    }

    /** Empties the answer that the form of another person's open task would show; does nothing for any other task. */
    public void empty(String taskId) {
        inEngine(context -> {
            TaskEntity task = context.getTaskManager().findTaskById(taskId);
            if (task != null) {
                of(task).ifPresent(asked -> empty(task, asked));
            }
            return null;
        });
    }

    /** Whether this person may be given the task: always, unless it is another person's to answer. */
    public boolean mayHave(String taskId, String person) {
        return inEngine(context -> {
            TaskEntity task = context.getTaskManager().findTaskById(taskId);
            return task == null
                    || of(task).map(asked -> accepts(asked, task, person)).orElse(true);
        });
    }

    /** Whether the task is to be answered by another person than whoever asked. */
    public boolean isAnotherPersons(String taskId) {
        return inEngine(context -> {
            TaskEntity task = context.getTaskManager().findTaskById(taskId);
            return task != null && of(task).isPresent();
        });
    }

    /** Whether the task is an approval by who has the authority, as its listeners say. */
    public boolean isByAuthority(String taskId) {
        return inEngine(context -> {
            TaskEntity task = context.getTaskManager().findTaskById(taskId);
            return task != null
                    && approval(task).filter(Approval::isByAuthority).isPresent();
        });
    }

    private static boolean accepts(AnotherPersonsTask asked, TaskEntity task, String person) {
        try {
            asked.requireAnother(task, person);
            return true;
        } catch (RefusedInput notTheirs) {
            return false;
        }
    }

    /** Hears of everything that happens to a task. */
    void watch(DelegateTask delegate) {
        TaskEntity task = (TaskEntity) delegate;
        of(task).ifPresent(asked -> watch(task, asked));
    }

    private void watch(TaskEntity task, AnotherPersonsTask asked) {
        switch (task.getEventName()) {
            case TaskListener.EVENTNAME_CREATE -> empty(task, asked);
            case TaskListener.EVENTNAME_ASSIGNMENT -> {
                if (task.getAssignee() != null) {
                    asked.requireAnother(task, task.getAssignee());
                }
            }
            case TaskListener.EVENTNAME_UPDATE -> requireNotHandedOn(task);
            case TaskListener.EVENTNAME_COMPLETE -> {
                requireNotHandedOn(task);
                if (asked instanceof StepApproval step) {
                    step.take(task);
                }
            }
            default ->
                ender().filter(person -> asked instanceof Approval && asked.isAskedBy(task, person))
                        .ifPresent(person -> refuse());
        }
    }

    private static void requireNotHandedOn(TaskEntity task) {
        if (task.getDelegationState() != null) {
            throw new RefusedInput(
                    "task", "This is another person's to answer: it is not delegated and handed back, but assigned.");
        }
    }

    /** A person works on this task, or changes it. */
    void touched(TaskEntity task) {
        approval(task).ifPresent(approval -> actor().ifPresent(person -> {
            if (approval.isAskedBy(task, person)) {
                refuse();
            }
        }));
    }

    /** A person submits this task's form, if it is not something else that they do with it. */
    void worked(TaskEntity task) {
        touched(task);
        if (DoorCommands.isGiven()) {
            of(task).ifPresent(asked -> empty(task, asked));
        }
    }

    /** A person changes a process of the case with this key. */
    void changed(ExecutionEntity execution) {
        if (execution != null && actor().isPresent()) {
            String person = actor().get();
            open(execution).forEach(task -> approval(task)
                    .filter(approval -> approval.isAskedBy(task, person))
                    .ifPresent(approval -> refuse()));
        }
    }

    private static List<TaskEntity> open(ExecutionEntity execution) {
        String businessKey = execution.getProcessBusinessKey();
        if (businessKey == null) {
            return List.of();
        }
        TaskService tasks = Context.getProcessEngineConfiguration().getTaskService();
        return Context.getCommandContext()
                .runWithoutAuthorization(
                        () -> tasks.createTaskQuery().processInstanceBusinessKey(businessKey).list().stream()
                                .map(TaskEntity.class::cast)
                                .toList());
    }

    private static void refuse() {
        throw new RefusedInput(
                "approval",
                "Nobody approves what they decided themselves: another person does, and until then you change neither the"
                        + " task nor the processes of the case.");
    }

    /** Who gave the command that runs; empty where Redress gave it itself, and in its jobs. */
    private static Optional<String> actor() {
        return byBatch().or(() -> isInJob() || !DoorCommands.isGiven() ? Optional.empty() : login());
    }

    /** Who ends a task before it is answered; empty where that is the consequence of somebody's answer to another. */
    private static Optional<String> ender() {
        return byBatch().or(() -> isInJob() || DoorCommands.isAnswer() ? Optional.empty() : login());
    }

    private static Optional<String> login() {
        return Optional.ofNullable(Context.getCommandContext().getAuthenticatedUserId());
    }

    private static boolean isInJob() {
        return Context.getCommandContext().getCurrentJob() != null;
    }

    /** Who ordered the batch whose job runs. */
    private static Optional<String> byBatch() {
        CommandContext context = Context.getCommandContext();
        return Optional.ofNullable(context.getCurrentJob())
                .map(job -> job.getBatchId())
                .map(context.getBatchManager()::findBatchById)
                .map(batch -> batch.getCreateUserId());
    }

    private void empty(TaskEntity task, AnotherPersonsTask asked) {
        Stream.concat(
                        asked.answer().stream(),
                        beans.getBeansOfType(TaskAnswers.class).values().stream()
                                .flatMap(answers -> answers.fields().stream()))
                .forEach(field -> empty(task, field));
    }

    private static void empty(TaskEntity task, String field) {
        while (task.hasVariable(field)) {
            task.removeVariable(field);
        }
    }

    private Optional<Approval> approval(TaskEntity task) {
        return of(task).filter(Approval.class::isInstance).map(Approval.class::cast);
    }

    /** The listener by which the task is another person's, if it is. */
    private Optional<AnotherPersonsTask> of(TaskEntity task) {
        return Optional.ofNullable(step(task)).flatMap(step -> named(step, ApprovalSteps.TAKEN_BY)
                .findFirst()
                .or(() -> isByForm(step) ? Optional.of(beans.getBean(StepApproval.class)) : Optional.empty()));
    }

    private boolean isByForm(ActivityImpl step) {
        return Boolean.TRUE.equals(step.getProperty(ApprovalSteps.BY_FORM))
                || named(step, ApprovalSteps.WATCHED_BY).anyMatch(Approval.class::isInstance);
    }

    @SuppressWarnings("unchecked")
    private Stream<AnotherPersonsTask> named(ActivityImpl step, String property) {
        var names = (Set<String>) step.getProperty(property);
        return names == null
                ? Stream.empty()
                : names.stream()
                        .filter(name -> beans.containsBean(name) && beans.isTypeMatch(name, AnotherPersonsTask.class))
                        .map(name -> beans.getBean(name, AnotherPersonsTask.class));
    }

    private static ActivityImpl step(TaskEntity task) {
        return task.getProcessDefinitionId() == null
                ? null
                : Context.getProcessEngineConfiguration()
                        .getDeploymentCache()
                        .findDeployedProcessDefinitionById(task.getProcessDefinitionId())
                        .findActivity(task.getTaskDefinitionKey());
    }

    private <T> T inEngine(Command<T> command) {
        var configuration = beans.getBean(ProcessEngine.class).getProcessEngineConfiguration();
        return ((ProcessEngineConfigurationImpl) configuration)
                .getCommandExecutorTxRequired()
                .execute(command);
    }
}
