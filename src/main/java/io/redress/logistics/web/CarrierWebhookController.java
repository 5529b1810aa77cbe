package io.redress.logistics.web;

import io.redress.logistics.CarrierEvents.EventRefused;
import io.redress.logistics.CarrierUnavailable;
import io.redress.logistics.ParcelEvents;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The door for EasyPost's webhooks: no login, but a signature. */
@RestController
@Hidden
class CarrierWebhookController {

    private final ParcelEvents events;

    CarrierWebhookController(ParcelEvents events) {
        this.events = events;
    }

    @PostMapping("/webhooks/easypost")
    ResponseEntity<Void> received(@RequestBody byte[] body, @RequestHeader Map<String, String> headers) {
        events.received(body, headers);
        return ResponseEntity.noContent().build();
    }

    @ExceptionHandler
    ProblemDetail refused(EventRefused refused) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, refused.getMessage());
    }

    /** EasyPost sends an event again that was not taken. */
    @ExceptionHandler
    ProblemDetail later(CarrierUnavailable unavailable) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE, "The carrier cannot be asked right now; send it again later.");
    }
}
