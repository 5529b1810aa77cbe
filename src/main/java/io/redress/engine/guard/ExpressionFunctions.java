package io.redress.engine.guard;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.el.CommandContextFunctions;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** The functions an expression may call; static because the expression language knows no other kind. */
public final class ExpressionFunctions {

    private ExpressionFunctions() {}

    static Map<String, Method> all() {
        return Arrays.stream(ExpressionFunctions.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .collect(Collectors.toUnmodifiableMap(Method::getName, Function.identity()));
    }

    /** The login of the one who acts, null in background jobs. */
    public static String currentUser() {
        return CommandContextFunctions.currentUser();
    }

    /** The groups of the one who acts; empty in background jobs. */
    public static List<String> currentUserGroups() {
        return CommandContextFunctions.currentUserGroups();
    }

    /** The engine's present instant. */
    public static Date now() {
        return ClockUtil.getCurrentTime();
    }

    /** The midnight that ends today in the time zone of the acting person's team, else in {@code redress.zone}. */
    public static Date endOfToday() {
        var manager = (GuardedExpressionManager)
                Context.getProcessEngineConfiguration().getExpressionManager();
        var zone = manager.zoneOf(currentUser());
        var tomorrow = now().toInstant().atZone(zone).toLocalDate().plusDays(1);
        return Date.from(tomorrow.atStartOfDay(zone).toInstant());
    }
}
