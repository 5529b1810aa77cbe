package io.redress.security;

import io.redress.engine.Groups;
import org.camunda.bpm.engine.IdentityService;

/** The people of the tests: {@code handler}, {@code handler2}, {@code lead}, {@code manager}, {@code system}. */
public final class Crew {

    private Crew() {}

    /** Lets everyone join who has not yet. */
    public static void join(IdentityService identity) {
        join(identity, "handler", Groups.HANDLERS);
        join(identity, "handler2", Groups.HANDLERS);
        join(identity, "lead", Groups.LEADS);
        join(identity, "manager", Groups.MANAGERS);
        join(identity, "system", Groups.SYSTEMS);
    }

    private static void join(IdentityService identity, String id, String group) {
        if (identity.createUserQuery().userId(id).count() > 0) {
            return;
        }
        var user = identity.newUser(id);
        user.setPassword(Client.passwordOf(id));
        identity.saveUser(user);
        identity.createMembership(id, group);
    }
}
