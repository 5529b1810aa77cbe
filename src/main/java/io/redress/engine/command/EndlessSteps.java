package io.redress.engine.command;

import org.camunda.bpm.engine.ProcessEngineException;

/** The exception for a command that does step after step and waits for nothing. No later attempt can end otherwise. */
public class EndlessSteps extends ProcessEngineException {

    private static final long serialVersionUID = 1L;

    /** @param step the label of the step at which it was ended */
    public EndlessSteps(int steps, String step) {
        super("The diagram leads through step after step without waiting for anything; ended at “%s” after %d of them"
                .formatted(step, steps));
    }
}
