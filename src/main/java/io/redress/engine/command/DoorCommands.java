package io.redress.engine.command;

import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ResolveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/** Tells the command that somebody gives from those that Redress itself gives while it carries that one out. */
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

    /** Whether what runs right now is what somebody asked for, and no consequence of it. */
    public static boolean isGiven() {
        var running = Context.getCommandInvocationContext();
        return running != null && GIVEN.get() == running.getCommand();
    }

    /** Whether somebody says who is to have a task. */
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
