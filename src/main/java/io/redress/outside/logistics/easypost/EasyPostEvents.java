package io.redress.outside.logistics.easypost;

import com.easypost.exception.EasyPostException;
import com.easypost.model.Event;
import com.easypost.utils.Utilities;
import io.redress.outside.logistics.CarrierEvents;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** EasyPost's webhook events, verified by its own client: HMAC-SHA256 over the body in {@code X-Hmac-Signature}. */
class EasyPostEvents implements CarrierEvents {

    private static final String SIGNATURE = "X-Hmac-Signature";

    private final List<String> secrets;

    /** @param secrets all are valid at once, so that a secret can be replaced without losing an event */
    EasyPostEvents(List<String> secrets) {
        this.secrets = secrets.stream().filter(secret -> !secret.isBlank()).toList();
    }

    @Override
    public Optional<String> trackingCode(byte[] body, Map<String, String> headers) {
        Event event = verified(body, headers);
        boolean aboutParcel =
                event.getDescription() != null && event.getDescription().startsWith("tracker.");
        Object code = event.getResult() == null ? null : event.getResult().get("tracking_code");
        return aboutParcel && code instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }

    private Event verified(byte[] body, Map<String, String> headers) {
        Map<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        Map<String, Object> signed = Map.of(SIGNATURE, anyCase.getOrDefault(SIGNATURE, ""));
        for (String secret : secrets) {
            try {
                return Utilities.validateWebhook(body, signed, secret);
            } catch (EasyPostException | RuntimeException notThisOne) {
                // Another secret may fit; where none does, the event is refused below.
            }
        }
        throw new EventRefused("The event's signature is missing or wrong.", null);
    }
}
