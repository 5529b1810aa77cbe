package io.redress.engine.guard;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;
import org.springframework.stereotype.Component;

/**
 * A bean that diagrams, decision tables and forms may name in an expression, and whose public methods they may call.
 *
 * <p>Delegates and listeners of Redress may be named without it; everything else is invisible to models. A class whose
 * methods are called from an expression must be public, because the expression language looks methods up on the class.
 */
@Documented
@Component
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ModelBean {

    /** The name models use; by default the class name in lower camel case. */
    @AliasFor(annotation = Component.class, attribute = "value")
    String value() default "";
}
