package io.redress.sandbox;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an application has to be told so that it finds the sandbox around it. */
public final class SandboxSettings {

    static final String ADMINISTRATOR = "admin";

    /** Keeps the engine's rules for passwords, which hold for an administrator in the sandbox too. */
    static final String ADMINISTRATOR_PASSWORD = "Sandbox-1234";

    private SandboxSettings() {}

    /** @param port where the application itself is to listen */
    public static Map<String, Object> of(String databaseUrl, int mailPort, Sandbox providers, int port) {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("server.address", "127.0.0.1");
        properties.put("server.port", port);
        properties.put("spring.datasource.url", databaseUrl);
        properties.put("spring.datasource.username", "postgres");
        properties.put("spring.datasource.password", "postgres");
        properties.put("spring.mail.host", "127.0.0.1");
        properties.put("spring.mail.port", mailPort);
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
        properties.put(
                "redress.webhooks.allow", URI.create(providers.webhooksUrl()).getAuthority());
        properties.put("redress.alarm-to", "alarm@redress.example");
        properties.put("redress.tracking.secret", "known-to-everybody-in-the-sandbox-only");
        properties.put("redress.secure-cookies", false);
        properties.put("redress.admin.user", ADMINISTRATOR);
        properties.put("redress.admin.password", ADMINISTRATOR_PASSWORD);
        properties.put("logging.level.io.zonky", "warn");
        // Who tries it out does not want to wait for what else there may be to tell.
        properties.put("redress.alerts.quiet", "PT2S");
        properties.put("redress.alerts.longest", "PT5S");
        // Tests would otherwise run without the figures that operators see.
        properties.put("management.prometheus.metrics.export.enabled", true);
        properties.put("redress.stop-switch.initially-held", false);
        // Yuan so low that one can see it reached.
        Map.of("EUR", 10_000_000, "USD", 10_000_000, "GBP", 10_000_000, "CNY", 1_000)
                .forEach((currency, total) -> properties.put("redress.daily-totals." + currency, total));
        properties.put("redress.security.vouching-clients", "system");
        // What steers the sandbox itself is nobody's request.
        properties.put("redress.limits.exempt", "/sandbox");
        // When the Chinese team works, see SandboxTeams.
        properties.put("redress.calendars.shanghai.zone", "Asia/Shanghai");
        List.of("monday", "tuesday", "wednesday", "thursday", "friday")
                .forEach(day -> properties.put("redress.calendars.shanghai.hours." + day, "09:00-18:00"));
        // So little that it can be seen to run out.
        properties.put("redress.goodwill.budget.GBP", "2.50");
        return properties;
    }
}
