package io.redress.engine.step;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a delegate or a listener does in a diagram. Managers place steps where they like, and the check of a diagram knows
 * by this what is missing where. A test holds it true to the class.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface StepContract {

    /** The duties that it fulfils. */
    Duty[] duties() default {};

    /** The variables without which it cannot do its work, apart from the case number. */
    String[] reads() default {};

    /** The variables that it sets. */
    Writes[] writes() default {};

    /** The codes of the errors by which it leaves, for the diagram to catch. */
    String[] raises() default {};
}
