package io.redress.engine.job;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The mark of a step whose effect reaches somebody outside Redress: a message, money, goods, a label. No rollback takes
 * that back, so every diagram has a save point between such a step and the next one; a later failure then never undoes
 * what we have stored about it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ReachesOut {}
