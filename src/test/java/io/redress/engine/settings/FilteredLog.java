package io.redress.engine.settings;

import io.redress.engine.command.RefusalLog;
import org.springframework.context.ApplicationContext;

/** The log of this JVM as Redress has it: it loses our filter whenever a story starts Redress anew beside this one. */
public final class FilteredLog {

    private FilteredLog() {}

    /** Puts the filter of a Redress that runs back, where it is missing. */
    public static void restore(ApplicationContext redress) {
        redress.getBean(RefusalLog.class).install();
    }
}
