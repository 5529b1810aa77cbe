package io.redress.drill;

import io.redress.RedressApplication;
import io.redress.sandbox.DemoUsers;
import io.redress.sandbox.ParentWatch;
import io.redress.sandbox.TestClassesExcluded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.PropertiesPropertySource;

/** One node of the drill: the application as it is, in a process of its own that ends with the drill. */
public final class NodeApplication {

    private NodeApplication() {}

    /** @param args the file with this node's settings */
    public static void main(String[] args) throws IOException {
        ParentWatch.start(() -> {});
        var settings = new Properties();
        try (var in = Files.newInputStream(Path.of(args[0]))) {
            settings.load(in);
        }
        var application = new SpringApplication(RedressApplication.class, DemoUsers.class, Sabotage.class);
        application.addInitializers(context -> furnish(context, settings));
        application.run();
    }

    private static void furnish(ConfigurableApplicationContext context, Properties settings) {
        context.getEnvironment().getPropertySources().addFirst(new PropertiesPropertySource("drill", settings));
        var beans = context.getBeanFactory();
        beans.registerSingleton("drillClock", new NodeClock(Path.of(settings.getProperty("drill.clock"))));
        beans.registerSingleton("drillTestClasses", new TestClassesExcluded());
    }
}
