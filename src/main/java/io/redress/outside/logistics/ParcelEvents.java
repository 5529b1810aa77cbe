package io.redress.outside.logistics;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The receiver of a carrier's events. An event is only a hint that something changed: the carrier is asked for the
 * present state, so that events which come twice, late or in the wrong order do no harm.
 */
@Component
public class ParcelEvents {

    private final CarrierEvents events;
    private final Carrier carrier;
    private final List<ParcelNews> listeners;

    ParcelEvents(CarrierEvents events, Carrier carrier, List<ParcelNews> listeners) {
        this.events = events;
        this.carrier = carrier;
        this.listeners = listeners;
    }

    /**
     * Passes the present state of the parcel that an event is about to all listeners.
     *
     * @throws CarrierEvents.EventRefused where nobody we know has signed it
     * @throws CarrierUnavailable where the carrier cannot be asked; the sender is to try again
     */
    public void received(byte[] body, Map<String, String> headers) {
        events.trackingCode(body, headers)
                .flatMap(carrier::track)
                .ifPresent(parcel -> listeners.forEach(listener -> listener.heard(parcel)));
    }
}
