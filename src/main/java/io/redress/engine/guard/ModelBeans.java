package io.redress.engine.guard;

import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.DelegateVariableMapping;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/** The beans that models may name: those marked {@link ModelBean}, and the delegates and listeners of Redress. */
@Component
public class ModelBeans {

    private static final List<Class<?>> STEPS =
            List.of(JavaDelegate.class, ExecutionListener.class, TaskListener.class, DelegateVariableMapping.class);

    private static final Pattern ONE_BEAN = Pattern.compile("[#$]\\{\\s*(\\w+)\\s*}");

    private final BeanFactory beans;

    ModelBeans(BeanFactory beans) {
        this.beans = beans;
    }

    /** The name in an expression that is nothing but a name, such as {@code #{refundPayment}}; empty for any other. */
    public static Optional<String> named(String expression) {
        return Optional.ofNullable(expression)
                .map(written -> ONE_BEAN.matcher(written))
                .filter(Matcher::matches)
                .map(name -> name.group(1));
    }

    /** The bean of that name if models may use it. */
    Optional<Object> find(String name) {
        return permits(name) ? Optional.of(beans.getBean(name)) : Optional.empty();
    }

    /** Whether models may name the bean; false for a name that no bean has. */
    public boolean permits(String name) {
        var type = exists(name) ? beans.getType(name) : null;
        return type != null && permits(ClassUtils.getUserClass(type));
    }

    /** Whether there is such a bean at all, for models or not. */
    public boolean exists(String name) {
        return beans.containsBean(name);
    }

    /** What the bean's class is marked with; empty where it is not, or models may not name it. */
    public <A extends Annotation> Optional<A> marked(String name, Class<A> mark) {
        return permits(name)
                ? Optional.ofNullable(
                        AnnotatedElementUtils.findMergedAnnotation(ClassUtils.getUserClass(beans.getType(name)), mark))
                : Optional.empty();
    }

    /** Whether models may name the bean and it is of this kind. */
    public boolean isOf(String name, Class<?> kind) {
        return permits(name) && kind.isAssignableFrom(ClassUtils.getUserClass(beans.getType(name)));
    }

    /** The class of a bean that models may name; empty for any other name. */
    public Optional<Class<?>> type(String name) {
        return permits(name) ? Optional.of(ClassUtils.getUserClass(beans.getType(name))) : Optional.empty();
    }

    public static boolean permits(Class<?> type) {
        var step = type.getName().startsWith("io.redress.")
                && STEPS.stream().anyMatch(kind -> kind.isAssignableFrom(type));
        return step || AnnotatedElementUtils.hasAnnotation(type, ModelBean.class);
    }
}
