package io.redress.browser;

import io.redress.sandbox.SandboxTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test of what people see, in a real browser against the whole sandbox. The class has one {@link Browser}, a
 * parameter of its tests; where this machine has no Chromium the class is skipped and says so.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(BrowserExtension.class)
@SandboxTest
@interface BrowserTest {

    /** Of the window, in CSS pixels. */
    int width() default 1360;

    int height() default 900;
}
