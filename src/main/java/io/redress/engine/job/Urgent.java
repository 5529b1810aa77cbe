package io.redress.engine.job;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The mark that says how soon a step has to be done, in whatever diagram it stands; without it, the urgency of its
 * process counts.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Urgent {

    /** How soon. */
    Urgency value();
}
