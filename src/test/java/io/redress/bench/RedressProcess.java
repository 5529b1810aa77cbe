package io.redress.bench;

import io.redress.RedressApplication;
import io.redress.sandbox.DemoUsers;
import io.redress.sandbox.TestClassesExcluded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.PropertiesPropertySource;

/** Redress as it ships, in a process of its own; the one thing added are the logins of the sandbox. */
public final class RedressProcess {

    private RedressProcess() {}

    /** @param args the file with its settings */
    public static void main(String[] args) throws IOException {
        var settings = new Properties();
        try (var in = Files.newInputStream(Path.of(args[0]))) {
            settings.load(in);
        }
        var application = new SpringApplication(RedressApplication.class, DemoUsers.class);
        application.addInitializers(context -> {
            context.getEnvironment().getPropertySources().addFirst(new PropertiesPropertySource("bench", settings));
            context.getBeanFactory().registerSingleton("benchTestClasses", new TestClassesExcluded());
        });
        application.run();
    }
}
