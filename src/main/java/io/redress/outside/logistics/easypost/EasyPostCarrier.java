package io.redress.outside.logistics.easypost;

import com.easypost.exception.API.NotFoundError;
import com.easypost.exception.EasyPostException;
import com.easypost.service.EasyPostClient;
import io.redress.outside.logistics.Carrier;
import io.redress.outside.logistics.Parcel;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** The carriers that EasyPost tracks, behind one port. */
class EasyPostCarrier implements Carrier {

    private final EasyPostClient client;
    private final ParcelStates states;

    EasyPostCarrier(EasyPostProperties properties, Clock clock) {
        this.client = new EasyPostCalls(properties).client();
        this.states = new ParcelStates(properties.lostAfter(), clock);
    }

    /** A tracker is made and found by the same request: EasyPost answers with the one it has for the code, if any. */
    @Override
    public Optional<Parcel> track(String trackingCode) {
        if (trackingCode == null || trackingCode.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(states.parcel(client.tracker.create(Map.of("tracking_code", trackingCode.strip()))));
        } catch (NotFoundError e) {
            return Optional.empty();
        } catch (EasyPostException e) {
            if (EasyPostErrors.isUnknownCode(e)) {
                return Optional.empty();
            }
            throw EasyPostErrors.unavailable(e);
        } catch (RuntimeException e) {
            throw EasyPostErrors.notUnderstood(e);
        }
    }
}
