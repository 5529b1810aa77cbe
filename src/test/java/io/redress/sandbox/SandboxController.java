package io.redress.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.sandbox.smtp.MailServer;
import java.net.URI;
import java.util.List;
import java.util.NoSuchElementException;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the world outside saw: orders, refunds, replacement shipments, mails. */
@TestComponent
@RestController
@RequestMapping("/sandbox")
class SandboxController {

    /** Asks for a fresh copy of an order. */
    record Copy(String like) {}

    private final Sandbox sandbox;
    private final MailServer mail;
    private final SandboxView view;

    SandboxController(Sandbox sandbox, MailServer mail) {
        this.sandbox = sandbox;
        this.mail = mail;
        this.view = new SandboxView(sandbox);
    }

    @GetMapping("/orders")
    List<JsonNode> orders() {
        return view.orders();
    }

    @PostMapping("/orders")
    ResponseEntity<JsonNode> copy(@RequestBody Copy copy) {
        var order = sandbox.world()
                .copy(copy.like())
                .orElseThrow(() -> new NoSuchElementException("No order " + copy.like()));
        return ResponseEntity.created(URI.create("/sandbox/orders")).body(view.order(order));
    }

    @GetMapping("/refunds")
    List<JsonNode> refunds() {
        return view.refunds();
    }

    @GetMapping("/shipments")
    List<JsonNode> shipments() {
        return view.shipments();
    }

    /** What the shop's books were told, each event with how often. */
    @GetMapping("/books")
    List<? extends JsonNode> books() {
        return sandbox.books().all();
    }

    @GetMapping("/mails")
    List<? extends JsonNode> mails() {
        return mail.mails();
    }
}
