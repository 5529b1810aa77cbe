package io.redress.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.sandbox.smtp.MailServer;
import java.util.List;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the world outside saw: replacement shipments, the books, mails. */
@TestComponent
@RestController
@RequestMapping("/sandbox")
class SandboxController {

    private final Sandbox sandbox;
    private final MailServer mail;
    private final SandboxView view;

    SandboxController(Sandbox sandbox, MailServer mail) {
        this.sandbox = sandbox;
        this.mail = mail;
        this.view = new SandboxView(sandbox);
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
