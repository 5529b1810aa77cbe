package io.redress.engine.task;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.camunda.bpm.engine.delegate.TaskListener;

/**
 * The mark of a task listener that reads what is submitted in a form. A user task with that form has the listener, whether
 * its diagram names it or not: an element template cannot, and whoever draws a task need not know it.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ReadsForm {

    /** The id of the form. */
    String value();

    /** The input parameter by which a step says that this listener is meant, where a form has several; empty otherwise. */
    String parameter() default "";

    /** What the input parameter says then. */
    String word() default "";

    /** The events of the task that the listener hears, one of them its completion. */
    String[] on() default TaskListener.EVENTNAME_COMPLETE;
}
