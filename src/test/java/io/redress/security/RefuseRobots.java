package io.redress.security;

import io.redress.engine.RefusedInput;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.boot.test.context.TestComponent;

/** A listener that refuses what a form was filled in with, as a domain rule would. */
@TestComponent("refuseRobots")
class RefuseRobots implements ExecutionListener {

    @Override
    public void notify(DelegateExecution execution) {
        if ("robot".equals(execution.getVariable("note"))) {
            throw new RefusedInput("note", "must be written by a person");
        }
    }
}
