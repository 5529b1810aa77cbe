package io.redress.outside.payment.stripe.web;

import io.redress.outside.payment.PaymentProviderUnavailable;
import io.redress.outside.payment.stripe.StripeWebhooks;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The endpoint where Stripe delivers its events. There is no login: the signature over the body says who sent it. */
@Hidden
@RestController
class StripeWebhookController {

    private static final Logger LOG = LoggerFactory.getLogger(StripeWebhookController.class);
    private static final int LARGEST = 512 * 1024;

    private final StripeWebhooks webhooks;

    StripeWebhookController(StripeWebhooks webhooks) {
        this.webhooks = webhooks;
    }

    @PostMapping("/webhooks/stripe")
    void receive(
            HttpServletRequest request, @RequestHeader(name = "Stripe-Signature", required = false) String signature)
            throws IOException {
        if (!webhooks.isOpen()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "No webhook is configured");
        }
        byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            throw new ResponseStatusException(HttpStatus.PAYLOAD_TOO_LARGE, "No event is larger than 512 KiB");
        }
        webhooks.receive(new String(body, StandardCharsets.UTF_8), signature);
    }

    /** Stripe delivers again whatever is not answered with success. */
    @ExceptionHandler({PaymentProviderUnavailable.class, ConcurrencyFailureException.class})
    ProblemDetail later(RuntimeException failure) {
        boolean leftAlone = failure instanceof PaymentProviderUnavailable unavailable && !unavailable.wasAsked();
        LOG.atLevel(leftAlone ? Level.DEBUG : Level.WARN)
                .log("An event of Stripe could not be taken now: {}", failure.getMessage());
        return ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, "Not now; please deliver it again");
    }
}
