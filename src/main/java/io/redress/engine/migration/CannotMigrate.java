package io.redress.engine.migration;

import java.util.List;

/** A process stands where the other version of its diagram has nothing. */
public final class CannotMigrate extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> why;

    CannotMigrate(List<String> why, Throwable cause) {
        super(String.join(" ", why), cause);
        this.why = List.copyOf(why);
    }

    /** The reasons, each a sentence in English. */
    public List<String> why() {
        return why;
    }
}
