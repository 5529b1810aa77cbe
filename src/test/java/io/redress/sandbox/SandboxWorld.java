package io.redress.sandbox;

import io.redress.sandbox.smtp.MailServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Everything the application finds around it: database, mail, payment provider, carrier, shop, and the time. */
final class SandboxWorld implements AutoCloseable {

    private final SandboxFolder folder;
    private final SandboxClock clock;
    private final SandboxDatabase database;
    private final Sandbox providers;
    private final MailServer mail;
    private final AtomicBoolean open = new AtomicBoolean(true);

    private SandboxWorld(Path path) {
        folder = SandboxFolder.open(path);
        clock = new SandboxClock(path.resolve("clock"));
        clock.follow(offset -> ClockUtil.offset(offset.toMillis()));
        database = SandboxDatabase.start(path);
        providers = Sandbox.start(path.resolve("providers"), clock);
        clock.follow(offset -> providers.timePassed());
        mail = MailServer.start(path.resolve("mail"), clock, providers.faults());
    }

    /** Starts all of it in the folder, on what is kept there. */
    static SandboxWorld start(Path path) {
        return new SandboxWorld(path);
    }

    Path folder() {
        return folder.path();
    }

    String databaseUrl() {
        return database.url();
    }

    String shopUrl() {
        return providers.shopUrl();
    }

    /** Points the application at this world, above what its own configuration says. */
    void furnish(ConfigurableApplicationContext context, int port) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "sandbox", SandboxSettings.of(database.url(), mail.port(), providers, port)));
        providers
                .stripeWebhooks()
                .deliverTo(URI.create("http://127.0.0.1:" + port + "/webhooks/stripe"), Sandbox.STRIPE_WEBHOOK_SECRET);
        var beans = context.getBeanFactory();
        beans.registerSingleton("sandboxClock", clock);
        beans.registerSingleton("sandboxProviders", providers);
        beans.registerSingleton("sandboxMail", mail);
        beans.registerSingleton("sandboxTestClasses", new TestClassesExcluded());
    }

    @Override
    public void close() {
        if (!open.getAndSet(false)) {
            return;
        }
        mail.close();
        providers.close();
        try {
            database.close();
            folder.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
