package io.redress.engine.guard;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ListELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;

/**
 * A resolver of names to allow-listed beans, and of properties and method calls to allow-listed members; it writes
 * nothing.
 */
class GuardedResolver extends ReadOnlyResolver {

    private final ModelBeans beans;
    private final ELResolver lists = new ListELResolver(true);
    private final ELResolver maps = new MapELResolver(true);
    private final ELResolver members = new BeanELResolver(true);

    GuardedResolver(ModelBeans beans) {
        this.beans = beans;
    }

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        if (base == null) {
            return bean(context, String.valueOf(property));
        }
        if (base instanceof List) {
            return lists.getValue(context, base, property);
        }
        if (base instanceof Map) {
            return maps.getValue(context, base, property);
        }
        if (!HarmlessCalls.permitsProperty(base, String.valueOf(property))) {
            throw refused(base, property);
        }
        return harmless(members.getValue(context, base, property), property);
    }

    @Override
    public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
        if (!HarmlessCalls.permitsCall(base, String.valueOf(method))) {
            throw refused(base, method);
        }
        return harmless(members.invoke(context, base, method, types, arguments), method);
    }

    private Object bean(ELContext context, String name) {
        var bean = beans.find(name);
        context.setPropertyResolved(bean.isPresent());
        return bean.orElse(null);
    }

    private static Object harmless(Object result, Object member) {
        if (HarmlessCalls.opensTheMachine(result)) {
            throw new ProcessEngineException("An expression may not use " + member);
        }
        return result;
    }

    private static ProcessEngineException refused(Object base, Object member) {
        var type = base == null ? "nothing" : base.getClass().getSimpleName();
        return new ProcessEngineException("An expression may not use '%s' of %s".formatted(member, type));
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        throw refused(base, property);
    }
}
