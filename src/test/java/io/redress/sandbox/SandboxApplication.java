package io.redress.sandbox;

import io.redress.RedressApplication;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;

/**
 * Starts the whole system on this machine, nothing installed: {@code ./mvnw spring-boot:test-run}. Everything listens
 * on loopback; everything kept lies in one folder ({@code .sandbox}, or {@code REDRESS_SANDBOX_DIR}). The port is
 * 8080, or {@code SERVER_PORT}.
 */
public final class SandboxApplication {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private SandboxApplication() {}

    public static void main(String[] args) {
        try {
            var port = port();
            requireFree(port);
            var world = SandboxWorld.start(SandboxFolder.configured());
            run(world, port, args);
        } catch (SandboxFailure e) {
            System.err.println("Redress did not start: " + e.getMessage());
            System.exit(1);
        } catch (RuntimeException reported) {
            // The application has already said why; nothing that ends from here on may speak after it.
            System.exit(1);
        }
    }

    private static void run(SandboxWorld world, int port, String[] args) {
        SpringApplication.getShutdownHandlers().add(world::close);
        var started = new AtomicReference<ApplicationContext>();
        SpringApplication.withHook(
                application -> {
                    application.addInitializers(context -> world.furnish(context, port));
                    application.addInitializers(started::set);
                    application.addPrimarySources(List.of(SandboxConfiguration.class));
                    return null;
                },
                () -> RedressApplication.main(args));
        var base = "http://localhost:" + port;
        if (new SampleCases(world.folder()).file(base)) {
            settle(started.get().getBean(ManagementService.class));
        }
        System.out.println(Welcome.text(base, world));
    }

    /** Waits until the sample cases have come to rest, so that the addresses stay the last words on the console. */
    private static void settle(ManagementService management) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        var due = management.createJobQuery().executable();
        while (due.count() > 0 && System.nanoTime() < deadline) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private static int port() {
        var configured = System.getProperty("server.port", System.getenv().getOrDefault("SERVER_PORT", "8080"));
        try {
            return Integer.parseInt(configured);
        } catch (NumberFormatException e) {
            throw new SandboxFailure("The port '" + configured + "' is no number. Set SERVER_PORT to a free port.", e);
        }
    }

    private static void requireFree(int port) {
        try (var probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            probe.setReuseAddress(true);
        } catch (IOException | IllegalArgumentException e) {
            throw new SandboxFailure(
                    "Port " + port + " is taken or not allowed. Stop what listens there, or choose another with"
                            + " SERVER_PORT.",
                    e);
        }
    }
}
