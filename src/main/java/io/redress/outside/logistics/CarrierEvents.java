package io.redress.outside.logistics;

import java.util.Map;
import java.util.Optional;

/** The events that carriers send to us unasked. */
public interface CarrierEvents {

    /**
     * The parcel that an event is about.
     *
     * @param body exactly as it was received
     * @param headers the request's headers; case does not matter
     * @return empty where it is about something else than a parcel
     * @throws EventRefused where nobody we know has signed it
     */
    Optional<String> trackingCode(byte[] body, Map<String, String> headers);

    /** An event that cannot be trusted or read. */
    class EventRefused extends RuntimeException {

        public EventRefused(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
