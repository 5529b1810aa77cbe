package io.redress.sandbox;

import io.redress.sandbox.easypost.CarrierWebhooks;
import io.redress.sandbox.easypost.ParcelFate;
import java.net.URI;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets a carrier change its mind about a parcel, and tell it by webhook. */
@TestComponent
@RestController
@RequestMapping("/sandbox/parcels")
class ParcelController {

    /** @param state such as {@code lost}, {@code return_to_sender}, {@code delivered} or {@code pre_transit} */
    record Turn(String state) {}

    /** @param webhook what the application answered to the webhook */
    record Told(String trackingCode, String state, int webhook) {}

    private final Sandbox sandbox;
    private final Environment environment;

    ParcelController(Sandbox sandbox, Environment environment) {
        this.sandbox = sandbox;
        this.environment = environment;
    }

    @PostMapping("/{trackingCode}")
    Told turn(@PathVariable String trackingCode, @RequestBody Turn turn) {
        sandbox.parcels().turn(trackingCode, ParcelFate.named(turn.state()));
        byte[] event = sandbox.carrierWebhooks().event(trackingCode);
        int answer = sandbox.carrierWebhooks()
                .deliver(url(), event, CarrierWebhooks.signature(event, Sandbox.EASYPOST_WEBHOOK_SECRET));
        return new Told(trackingCode, turn.state(), answer);
    }

    private URI url() {
        return URI.create("http://localhost:" + environment.getRequiredProperty("server.port") + "/webhooks/easypost");
    }
}
