package io.redress.browser;

import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Gives each class one browser, logged out before each test, and keeps a picture of what a failed test saw. */
class BrowserExtension implements BeforeAllCallback, AfterTestExecutionCallback, AfterAllCallback, ParameterResolver {

    private static final Namespace HERE = Namespace.create(BrowserExtension.class);
    private static final Path PICTURES = Path.of("target", "browser");

    @Override
    public void beforeAll(ExtensionContext context) {
        var missing = Chromium.missing();
        missing.ifPresent(System.out::println);
        Assumptions.assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
        var size = AnnotationSupport.findAnnotation(context.getRequiredTestClass(), BrowserTest.class)
                .orElseThrow();
        context.getStore(HERE).put(Browser.class, Browser.open(size.width(), size.height()));
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        var browser = browser(context);
        if (context.getExecutionException().isPresent()) {
            browser.picture(PICTURES.resolve(
                    context.getRequiredTestClass().getSimpleName() + "-" + context.getDisplayName() + ".png"));
        }
        browser.forgetLogin();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        var browser = browser(context);
        if (browser != null) {
            browser.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return browser(context);
    }

    private static Browser browser(ExtensionContext context) {
        return context.getStore(HERE).get(Browser.class, Browser.class);
    }
}
