package io.redress.engine.command;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import jakarta.annotation.PostConstruct;
import org.slf4j.LoggerFactory;

/** A filter for what the engine logs, which is set on the whole log once, however many applications begin. */
public abstract class EngineLogFilter extends TurboFilter {

    /** Where the engine logs the step that failed, before anybody knows why. */
    protected static final String STEPS = "org.camunda.bpm.engine.context";

    @PostConstruct
    public final void install() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context
                && context.getTurboFilterList().stream().noneMatch(getClass()::isInstance)) {
            setContext(context);
            setName(getClass().getSimpleName());
            start();
            context.addTurboFilter(this);
        }
    }
}
