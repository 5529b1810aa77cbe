package io.redress.engine.job;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The mark on a delegate or listener that says whether a case that is stuck at its step may go on without it. A step
 * whose beans say nothing may be skipped; what a step does is defined by its bean, whatever the step is called in a
 * diagram.
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

    /** Why the step may not be skipped, as a sentence that begins with the step. */
    String because() default "";

    /** The kinds of remedies that the step brings about, in the words of the contract. */
    String[] remedies() default {};
}
