package io.redress.engine.task;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of a listener what a diagram has to say of each step that it listens to, by an input parameter: what the step is for
 * is then known, whatever it is called. A diagram that does not say it is not let in.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface NeedsParameter {

    /** What the input parameter is called. */
    String value();

    /** What it may say. */
    String[] words();
}
