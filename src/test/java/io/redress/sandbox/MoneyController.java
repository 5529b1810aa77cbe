package io.redress.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.sandbox.state.Input;
import java.math.BigDecimal;
import java.util.List;
import java.util.NoSuchElementException;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What people and banks do with payments behind the application's back. */
@TestComponent
@RestController
@RequestMapping("/sandbox")
class MoneyController {

    private final Sandbox sandbox;
    private final SandboxView view;

    MoneyController(Sandbox sandbox) {
        this.sandbox = sandbox;
        this.view = new SandboxView(sandbox);
    }

    @GetMapping("/refunds")
    List<JsonNode> refunds() {
        return view.refunds();
    }

    /** Pays back by hand; without an amount all that is left. */
    @PostMapping("/refunds")
    @ResponseStatus(HttpStatus.CREATED)
    JsonNode refund(@RequestBody JsonNode body) {
        var request = Input.of(body).only("paymentReference", "amount");
        var reference = request.required("paymentReference");
        var held = sandbox.shop().payment(reference);
        if (held.isPresent()) {
            var currency = held.get().path("currency").asText();
            return view.shopRefund(sandbox.shop().refundByHand(held.get(), amount(request, currency)));
        }
        requireAtStripe(reference);
        var currency = sandbox.stripeDesk().currency(reference);
        return view.refund(sandbox.stripeDesk().refundByHand(reference, amount(request, currency)));
    }

    @GetMapping("/disputes")
    List<JsonNode> disputes() {
        return view.disputes();
    }

    /** The bank inquires, disputes or decides; a second call moves the same dispute on. */
    @PostMapping("/disputes")
    @ResponseStatus(HttpStatus.CREATED)
    JsonNode dispute(@RequestBody JsonNode body) {
        var request = Input.of(body).only("paymentReference", "status");
        var reference = request.required("paymentReference");
        requireAtStripe(reference);
        return view.dispute(sandbox.stripeDesk().dispute(reference, request.required("status")));
    }

    private void requireAtStripe(String reference) {
        if (!sandbox.stripeDesk().knows(reference)) {
            throw new NoSuchElementException("No payment " + reference);
        }
    }

    private static BigDecimal amount(Input request, String currency) {
        return request.has("amount") ? request.amount("amount", currency, null) : null;
    }
}
