package io.redress.engine;

import java.lang.reflect.Method;
import java.time.ZoneId;
import java.util.Map;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;

/**
 * Evaluates the expressions of diagrams, decision tables and Tasklist filters within fences.
 *
 * <p>Left alone, the engine lets an expression call any method of any Spring bean and, through {@code getClass()}, any
 * method at all. Here an expression sees variables, the beans of {@link ModelBeans} and the methods of
 * {@link HarmlessCalls}, and four functions.
 */
class GuardedExpressionManager extends JuelExpressionManager {

    private static final Map<String, Method> FUNCTIONS = ExpressionFunctions.all();

    private final ModelBeans beans;
    private final ZoneId zone;

    /** @param zone the team's time zone, in which {@code endOfToday()} is read */
    GuardedExpressionManager(ModelBeans beans, ZoneId zone) {
        this.beans = beans;
        this.zone = zone;
        functions.putAll(FUNCTIONS);
    }

    ZoneId zone() {
        return zone;
    }

    /** Ignores what the engine would add on its own, {@code dateTime()} above all: it opens a whole library. */
    @Override
    public void addFunction(String name, Method function) {}

    @Override
    protected ELResolver createElResolver() {
        var resolver = new CompositeELResolver();
        resolver.add(new VariableScopeElResolver());
        resolver.add(new VariableContextElResolver());
        resolver.add(new GuardedResolver(beans));
        return resolver;
    }
}
