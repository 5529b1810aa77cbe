package io.redress.engine.settings;

import io.redress.engine.guard.ModelGuard;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;

/**
 * A resolver that finds no script engine at all, so that a script that got past the {@link ModelGuard} still cannot
 * run.
 */
class NoScripts implements ScriptEngineResolver {

    /** Looks for script engines with a class loader that sees none. */
    private final ScriptEngineManager none = new ScriptEngineManager(ClassLoader.getPlatformClassLoader());

    @Override
    public void addScriptEngineFactory(ScriptEngineFactory factory) {}

    @Override
    public ScriptEngineManager getScriptEngineManager() {
        return none;
    }

    @Override
    public ScriptEngine getScriptEngine(String language, boolean resolveFromCache) {
        return null;
    }
}
