package io.redress.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.sandbox.smtp.MailServer;
import io.redress.sandbox.state.Input;
import io.redress.sandbox.state.InvalidField;
import io.redress.sandbox.state.Json;
import java.util.List;
import java.util.stream.StreamSupport;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The mails that were sent, and what the mail server makes of the next ones. */
@TestComponent
@RestController
@RequestMapping("/sandbox")
class MailController {

    /** @param bounce the addresses that are refused */
    record Rules(boolean smtputf8, List<String> bounce) {}

    private final MailServer mail;

    MailController(MailServer mail) {
        this.mail = mail;
    }

    @GetMapping("/mails")
    List<? extends JsonNode> mails() {
        return mail.mails();
    }

    @GetMapping("/smtp")
    Rules rules() {
        return new Rules(mail.rules().offersSmtpUtf8(), mail.rules().bounced());
    }

    /** Changes what is named; {@code bounce} is an address, a list of them, or null for none. */
    @PostMapping("/smtp")
    Rules change(@RequestBody JsonNode body) {
        var request = Input.of(body).only("smtputf8", "bounce");
        boolean utf8 = request.flag("smtputf8", mail.rules().offersSmtpUtf8());
        var bounced = request.mentions("bounce")
                ? addresses(body.path("bounce"))
                : mail.rules().bounced();
        mail.rules().offerSmtpUtf8(utf8);
        mail.rules().bounce(bounced);
        return rules();
    }

    private static List<String> addresses(JsonNode bounce) {
        if (bounce.isNull()) {
            return List.of();
        }
        var addresses = bounce.isArray() ? bounce : Json.array(List.of(bounce));
        return StreamSupport.stream(addresses.spliterator(), false)
                .map(address -> {
                    if (!address.isTextual() || !address.asText().contains("@")) {
                        throw new InvalidField("bounce", "must be a mail address, a list of them, or null");
                    }
                    return address.asText();
                })
                .toList();
    }
}
