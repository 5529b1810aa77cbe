package io.redress.sandbox;

import io.redress.RedressApplication;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of the whole application against the whole sandbox, over HTTP, with the engine's own job executor.
 *
 * <p>Database, mail and providers are started once per JVM in a folder of their own under {@code target}; the
 * application is booted once on a free port and shared by all classes with this annotation and no configuration of
 * their own. Inject {@link SandboxDriver} to act and to see what the world outside saw. The clock is shared too and only
 * moves forward: work with copies of orders and with what belongs to your own case. After each class the cases that it
 * left open are put away, and it is looked whether one did the same step again and again.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(classes = RedressApplication.class, webEnvironment = WebEnvironment.DEFINED_PORT)
@Import({SandboxConfiguration.class, SandboxDriver.class, Overtaking.class, StatementLog.class})
@ContextConfiguration(initializers = SharedWorld.class)
@ExtendWith(StoryEnd.class)
public @interface SandboxTest {}
