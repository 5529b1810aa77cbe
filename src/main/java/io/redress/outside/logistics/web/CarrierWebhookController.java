package io.redress.outside.logistics.web;

import io.redress.outside.logistics.CarrierEvents.EventRefused;
import io.redress.outside.logistics.ParcelEvents;
import io.redress.outside.wire.Unavailable;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The endpoint for EasyPost's webhooks: no login, but a signature. */
@RestController
@Hidden
class CarrierWebhookController {

    private static final Logger LOG = LoggerFactory.getLogger(CarrierWebhookController.class);
    private static final int LARGEST = 512 * 1024;

    private final ParcelEvents events;

    CarrierWebhookController(ParcelEvents events) {
        this.events = events;
    }

    @PostMapping("/webhooks/easypost")
    ResponseEntity<Void> received(HttpServletRequest request, @RequestHeader Map<String, String> headers)
            throws IOException {
        byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            throw new ResponseStatusException(HttpStatus.PAYLOAD_TOO_LARGE, "No event is larger than 512 KiB");
        }
        events.received(body, headers);
        return ResponseEntity.noContent().build();
    }

    @ExceptionHandler
    ProblemDetail refused(EventRefused refused) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, refused.getMessage());
    }

    /**
     * Carrier or shop cannot be asked, or the case moves at this moment; EasyPost sends an event again that was not
     * taken.
     */
    @ExceptionHandler({Unavailable.class, ConcurrencyFailureException.class})
    ProblemDetail later(RuntimeException failure) {
        boolean leftAlone = failure instanceof Unavailable unavailable && !unavailable.wasAsked();
        LOG.atLevel(leftAlone ? Level.DEBUG : Level.WARN)
                .log("An event of EasyPost could not be taken now: {}", failure.getMessage());
        return ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, "Not now; please deliver it again");
    }
}
