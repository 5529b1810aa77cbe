package io.redress.engine.table;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The mark of a {@link DecisionStep}: the decision that it gives its facts and whose answer it takes. Every step of a diagram
 * that asks this decision has it as listener, whether the diagram names it or not.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Decides {

    /** The id of the decision. */
    String value();
}
