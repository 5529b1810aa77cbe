package io.redress.engine.job;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a step whose effect reaches somebody outside the house: a message, money, goods, a label. No rollback takes that
 * back, so every diagram has a save point between such a step and the next one; what fails behind it then never undoes what
 * we know of it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ReachesOut {}
