package io.redress.people.security;

/** The engine's REST interface by each of its doors. */
public enum Door {
    REST(false, "/engine-rest"),
    NAMED_REST(false, "/engine-rest/engine/default"),
    WEB_APPLICATIONS(true, "/camunda/api/engine/engine/default");

    private final boolean session;
    private final String prefix;

    Door(boolean session, String prefix) {
        this.session = session;
        this.prefix = prefix;
    }

    public String prefix() {
        return prefix;
    }

    /** Somebody who came in by this door: with a session by the web applications', with HTTP Basic by the others. */
    public Client as(String base, String user) {
        return session ? Client.browser(base, user) : Client.program(base, user);
    }
}
