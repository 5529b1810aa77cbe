package io.redress.engine.task;

import io.redress.engine.command.DoorCommands;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantCommandChecker;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;

/**
 * The engine's permission checks, which ask {@link Approvals} within each command that changes a task or a process,
 * before it does so. The engine asks its checkers in the command itself, so that the HTTP method and the entry point
 * make no difference.
 */
public class FourEyes extends TenantCommandChecker {

    private final Approvals approvals;

    public FourEyes(Approvals approvals) {
        this.approvals = approvals;
    }

    @Override
    public void checkTaskWork(TaskEntity task) {
        super.checkTaskWork(task);
        approvals.worked(task);
    }

    /** Whoever asked may give the task to another person who may approve it; that this is one is asked then. */
    @Override
    public void checkTaskAssign(TaskEntity task) {
        super.checkTaskAssign(task);
        if (!DoorCommands.isAssignment()) {
            approvals.touched(task);
        }
    }

    @Override
    public void checkDeleteTask(TaskEntity task) {
        super.checkDeleteTask(task);
        approvals.touched(task);
    }

    /** A task's variables may be its process's. */
    @Override
    public void checkUpdateTaskVariable(TaskEntity task) {
        super.checkUpdateTaskVariable(task);
        approvals.touched(task);
        approvals.changed(task.getExecution());
    }

    @Override
    public void checkUpdateProcessInstanceVariables(ExecutionEntity execution) {
        super.checkUpdateProcessInstanceVariables(execution);
        approvals.changed(execution);
    }

    @Override
    public void checkUpdateProcessInstance(ExecutionEntity execution) {
        super.checkUpdateProcessInstance(execution);
        approvals.changed(execution);
    }

    @Override
    public void checkUpdateProcessInstanceById(String processInstanceId) {
        super.checkUpdateProcessInstanceById(processInstanceId);
        approvals.changed(execution(processInstanceId));
    }

    @Override
    public void checkUpdateProcessInstanceSuspensionStateById(String processInstanceId) {
        super.checkUpdateProcessInstanceSuspensionStateById(processInstanceId);
        approvals.changed(execution(processInstanceId));
    }

    @Override
    public void checkDeleteProcessInstance(ExecutionEntity execution) {
        super.checkDeleteProcessInstance(execution);
        approvals.changed(execution);
    }

    @Override
    public void checkMigrateProcessInstance(ExecutionEntity processInstance, ProcessDefinition target) {
        super.checkMigrateProcessInstance(processInstance, target);
        approvals.changed(processInstance);
    }

    private static ExecutionEntity execution(String id) {
        return id == null
                ? null
                : Context.getCommandContext().getExecutionManager().findExecutionById(id);
    }
}
