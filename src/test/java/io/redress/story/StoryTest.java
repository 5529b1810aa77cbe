package io.redress.story;

import io.redress.sandbox.SandboxTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;

/** A story told through the public doors against the whole sandbox, with the engine's own job executor. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SandboxTest
@Import(Desk.class)
@interface StoryTest {}
