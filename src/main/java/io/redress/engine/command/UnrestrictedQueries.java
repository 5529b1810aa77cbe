package io.redress.engine.command;

import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.stereotype.Component;

/**
 * Queries to the engine, and changes in it, without its authorisation checks: Redress acts in its own name, not in that
 * of the person who happens to be logged in and may not move tasks.
 */
@Component
public class UnrestrictedQueries {

    private final IdentityService identity;

    UnrestrictedQueries(IdentityService identity) {
        this.identity = identity;
    }

    /** Does something in the name of Redress itself. */
    public void run(Runnable deed) {
        ask(() -> {
            deed.run();
            return null;
        });
    }

    /** Runs the question without the engine's authorisation checks and restores who acted before. */
    public <T> T ask(Supplier<T> question) {
        var before = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            return question.get();
        } finally {
            identity.setAuthentication(before);
        }
    }
}
