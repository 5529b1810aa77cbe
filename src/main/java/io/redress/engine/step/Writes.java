package io.redress.engine.step;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A process variable that a step sets, at least where the diagram asks for it next, and what it may say. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface Writes {

    /** The variable's name. */
    String value();

    /** The constants whose words it may say, where it says a word. */
    Class<?> of() default Void.class;

    /** The words that it may say, where no enum holds exactly these. */
    String[] words() default {};

    /**
     * The words after which the step may come again at once, because it uses up something each time: a path that leads
     * back to it on these words ends by itself.
     */
    String[] again() default {};

    /** Whether it is set now and then only, over what was there before. */
    boolean sometimes() default false;
}
