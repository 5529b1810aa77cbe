package io.redress.engine.guard;

import io.redress.core.staff.Workplaces;
import java.lang.reflect.Method;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;

/**
 * The evaluation of expressions in diagrams, decision tables and Tasklist filters, restricted to what is allowed.
 *
 * <p>Left alone, the engine lets an expression call any method of any Spring bean and, through {@code getClass()}, any
 * method at all. Here an expression sees variables, the beans of {@link ModelBeans} and the methods of
 * {@link HarmlessCalls}, and four functions.
 */
public class GuardedExpressionManager extends JuelExpressionManager {

    private static final Map<String, Method> FUNCTIONS = ExpressionFunctions.all();

    private final ModelBeans beans;
    private final ZoneId zone;
    private final Supplier<Stream<Workplaces>> workplaces;

    /** @param zone the time zone in which {@code endOfToday()} is read for whoever has no workplace of their own */
    public GuardedExpressionManager(ModelBeans beans, ZoneId zone, Supplier<Stream<Workplaces>> workplaces) {
        this.beans = beans;
        this.zone = zone;
        this.workplaces = workplaces;
        functions.putAll(FUNCTIONS);
    }

    /** Whether expressions may call a function of this name with so many arguments. */
    public static boolean knowsFunction(String name, int arguments) {
        Method function = FUNCTIONS.get(name);
        return function != null && function.getParameterCount() == arguments;
    }

    /** @param login who acts, {@code null} in background jobs */
    ZoneId zoneOf(String login) {
        return login == null
                ? zone
                : workplaces
                        .get()
                        .map(places -> places.zoneOf(login))
                        .findFirst()
                        .orElse(zone);
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
