package io.redress.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.FileSystemUtils;

/** The one world of this JVM's tests: started with the first context that needs it, deleted when the JVM ends. */
final class SharedWorld implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /**
     * Stories come one after the other from one address, faster than people do; who tells of limits switches them on. What
     * only the next look of a watch would find, they do not want to wait for, nor for a provider that is left alone, which
     * is by the clock on the wall.
     */
    private static final Map<String, Object> STORIES = Map.of(
            "redress.limits.enabled", false,
            "redress.watches.cases", "PT2S",
            "redress.watches.people", "PT1S",
            "redress.watches.failures", "PT0.5S",
            "redress.watches.mail", "PT0.3S",
            "redress.watches.alarms", "PT0.3S",
            "redress.watches.books", "PT0.3S",
            "redress.watches.webhooks", "PT0.3S",
            "redress.outside.pause", "PT1S");

    private static SandboxWorld world;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        world().furnish(context, freePort());
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("stories", STORIES));
    }

    private static synchronized SandboxWorld world() {
        if (world == null) {
            var folder = Path.of("target", "sandbox-" + ProcessHandle.current().pid());
            world = SandboxWorld.start(folder.toAbsolutePath());
            SpringApplication.getShutdownHandlers().add(() -> end(folder));
        }
        return world;
    }

    private static void end(Path folder) {
        world.close();
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
