package io.redress.sandbox;

import io.redress.sandbox.smtp.MailServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Everything the application finds around it: database, mail, payment provider, carrier, shop, and the time. */
final class SandboxWorld implements AutoCloseable {

    static final String ADMINISTRATOR = "admin";

    /** Keeps the engine's rules for passwords, which hold for an administrator in the sandbox too. */
    static final String ADMINISTRATOR_PASSWORD = "Sandbox-1234";

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
                .addFirst(new MapPropertySource("sandbox", new LinkedHashMap<>(properties(port))));
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

    private Map<String, Object> properties(int port) {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("server.address", "127.0.0.1");
        properties.put("server.port", port);
        properties.put("spring.datasource.url", database.url());
        properties.put("spring.datasource.username", "postgres");
        properties.put("spring.datasource.password", "postgres");
        properties.put("spring.mail.host", "127.0.0.1");
        properties.put("spring.mail.port", mail.port());
        properties.put("redress.base-url", "http://localhost:" + port);
        properties.put("redress.mail.from", "Redress Shop <care@redress.example>");
        properties.put("redress.stripe.api-base", providers.stripeUrl());
        properties.put("redress.stripe.api-key", Sandbox.STRIPE_KEY);
        properties.put("redress.stripe.webhook-secrets", "whsec_the_one_before," + Sandbox.STRIPE_WEBHOOK_SECRET);
        properties.put("redress.easypost.api-base", providers.easypostUrl());
        properties.put("redress.easypost.api-key", Sandbox.EASYPOST_KEY);
        properties.put("redress.easypost.webhook-secrets", "the-one-before," + Sandbox.EASYPOST_WEBHOOK_SECRET);
        properties.put("redress.shipping.warehouse.name", "Redress Shop, returns");
        properties.put("redress.shipping.warehouse.street1", "Lagerstrasse 1");
        properties.put("redress.shipping.warehouse.city", "Hamburg");
        properties.put("redress.shipping.warehouse.zip", "20095");
        properties.put("redress.shipping.warehouse.country", "DE");
        properties.put("redress.shop.base-url", providers.shopUrl());
        properties.put("redress.shop.token", Sandbox.SHOP_TOKEN);
        properties.put("redress.books.url", providers.booksUrl());
        properties.put("redress.books.secret", Sandbox.BOOKS_SECRET);
        properties.put("redress.tracking.secret", "known-to-everybody-in-the-sandbox-only");
        properties.put("redress.secure-cookies", false);
        properties.put("redress.admin.user", ADMINISTRATOR);
        properties.put("redress.admin.password", ADMINISTRATOR_PASSWORD);
        properties.put("logging.level.io.zonky", "warn");
        // It reports each mail it was told to refuse as an error of its own.
        properties.put("logging.level.com.icegreen.greenmail.smtp.commands.DataCommand", "off");
        properties.put("redress.stop-switch.initially-held", false);
        // Yuan so low that one can see it reached.
        Map.of("EUR", 10_000_000, "USD", 10_000_000, "GBP", 10_000_000, "CNY", 1_000)
                .forEach((currency, total) -> properties.put("redress.daily-totals." + currency, total));
        properties.put("redress.security.vouching-clients", "system");
        // So little that it can be seen to run out.
        properties.put("redress.goodwill.budget.GBP", "2.50");
        return properties;
    }
}
