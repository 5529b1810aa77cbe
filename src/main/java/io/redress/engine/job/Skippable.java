package io.redress.engine.job;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of a delegate or listener whether a case that stands still at its step may go on without it. A step whose beans say
 * nothing may be left out; what a step does says its bean, whatever the step is called in a diagram.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Skippable {

    /** When a case may go on without the step. */
    enum When {
        NEVER,
        /** Once no remedy of the {@link #remedies()} is open any more. */
        NOTHING_OPEN
    }

    When value();

    /** Why not, as a sentence that begins with the step. */
    String because() default "";

    /** The kinds of remedies that the step brings about, in the words of the contract. */
    String[] remedies() default {};
}
