package io.redress.engine.command;

import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ResolveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * An interceptor that tells the command which somebody gives from those that Redress itself gives while it carries that
 * one out.
 */
public class DoorCommands extends CommandInterceptor {

    private static final ThreadLocal<Command<?>> GIVEN = new ThreadLocal<>();

    @Override
    public <T> T execute(Command<T> command) {
        if (GIVEN.get() != null || Context.getCommandContext() != null) {
            return next.execute(command);
        }
        GIVEN.set(command);
        try {
            return next.execute(command);
        } finally {
            GIVEN.remove();
        }
    }

    /** Whether the running command is the one that somebody gave, and no consequence of it. */
    public static boolean isGiven() {
        var running = Context.getCommandInvocationContext();
        return running != null && GIVEN.get() == running.getCommand();
    }

    /** Whether somebody assigns a task. */
    public static boolean isAssignment() {
        return isGiven() && GIVEN.get() instanceof AssignTaskCmd;
    }

    /** Whether somebody answers a task's form, which may well have consequences for other tasks. */
    public static boolean isAnswer() {
        Command<?> given = GIVEN.get();
        return given instanceof SubmitTaskFormCmd
                || given instanceof CompleteTaskCmd && !(given instanceof ResolveTaskCmd);
    }
}
