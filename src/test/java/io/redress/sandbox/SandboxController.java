package io.redress.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.sandbox.smtp.MailServer;
import io.redress.sandbox.webhook.WebhookInbox;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the world outside saw: replacement shipments, the books, events of cases; and where that world is. */
@TestComponent
@RestController
@RequestMapping("/sandbox")
class SandboxController {

    private final Sandbox sandbox;
    private final MailServer mail;
    private final Environment environment;
    private final SandboxView view;

    SandboxController(Sandbox sandbox, MailServer mail, Environment environment) {
        this.sandbox = sandbox;
        this.mail = mail;
        this.environment = environment;
        this.view = new SandboxView(sandbox);
    }

    @GetMapping("/shipments")
    List<JsonNode> shipments() {
        return view.shipments();
    }

    /** Where everything listens, and what opens it. */
    @GetMapping("/addresses")
    Map<String, String> addresses() {
        var addresses = new LinkedHashMap<String, String>();
        addresses.put("app", environment.getRequiredProperty("redress.base-url"));
        addresses.put("stripe", sandbox.stripeUrl());
        addresses.put("stripeKey", Sandbox.STRIPE_KEY);
        addresses.put("stripeWebhookSecret", Sandbox.STRIPE_WEBHOOK_SECRET);
        addresses.put("easypost", sandbox.easypostUrl());
        addresses.put("easypostKey", Sandbox.EASYPOST_KEY);
        addresses.put("easypostWebhookSecret", Sandbox.EASYPOST_WEBHOOK_SECRET);
        addresses.put("shop", sandbox.shopUrl());
        addresses.put("shopToken", Sandbox.SHOP_TOKEN);
        addresses.put("books", sandbox.booksUrl());
        addresses.put("booksSecret", Sandbox.BOOKS_SECRET);
        addresses.put("webhooks", sandbox.webhooksUrl());
        addresses.put("smtp", "127.0.0.1:" + mail.port());
        addresses.put("database", environment.getRequiredProperty("spring.datasource.url"));
        return addresses;
    }

    /** What another system heard, each time that it was told, oldest first. */
    @GetMapping("/webhooks")
    List<WebhookInbox.Heard> webhooks() {
        return sandbox.webhooks().all();
    }

    /** What the shop's books were told, each event with how often. */
    @GetMapping("/books")
    List<? extends JsonNode> books() {
        return sandbox.books().all();
    }
}
