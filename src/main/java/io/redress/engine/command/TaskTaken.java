package io.redress.engine.command;

import io.redress.core.input.RefusedInput;

/**
 * The exception for work on a task that another person has, or has done already; every entry point answers it with a
 * 409.
 */
public class TaskTaken extends RefusedInput {

    private static final long serialVersionUID = 1L;

    private TaskTaken(String message) {
        super("task", message);
    }

    /** @param name of who has it, as colleagues know them */
    public static TaskTaken by(String name) {
        return new TaskTaken(
                "%s has taken this task already. Nothing was stored. Leads may give it to somebody else by its assignee."
                        .formatted(name));
    }

    /** @param name of who did it, as colleagues know them */
    public static TaskTaken doneBy(String name) {
        return new TaskTaken("%s has done this task already. Nothing was stored.".formatted(name));
    }

    /** For whoever works on a task that is over, or that somebody else completes at this very moment. */
    public static TaskTaken gone() {
        return new TaskTaken(
                "The task is not there any more: somebody else has done it, or it is over. Nothing was stored.");
    }
}
