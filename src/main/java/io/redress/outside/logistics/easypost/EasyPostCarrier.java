package io.redress.outside.logistics.easypost;

import com.easypost.exception.API.NotFoundError;
import com.easypost.exception.EasyPostException;
import io.redress.outside.logistics.Carrier;
import io.redress.outside.logistics.Parcel;
import io.redress.outside.wire.Providers;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** The carriers that EasyPost tracks, behind one port. */
class EasyPostCarrier implements Carrier {

    private final EasyPostCalls easypost;
    private final ParcelStates states;

    EasyPostCarrier(EasyPostProperties properties, Providers providers, Clock clock) {
        this.easypost = new EasyPostCalls(properties, providers);
        this.states = new ParcelStates(properties.lostAfter(), clock);
    }

    /** A tracker is made and found by the same request: EasyPost answers with the one it has for the code, if any. */
    @Override
    public Optional<Parcel> track(String trackingCode) {
        if (trackingCode == null || trackingCode.isBlank()) {
            return Optional.empty();
        }
        try {
            var question = Map.<String, Object>of("tracking_code", trackingCode.strip());
            return Optional.of(easypost.send(client -> states.parcel(client.tracker.create(question))));
        } catch (NotFoundError e) {
            return Optional.empty();
        } catch (EasyPostException e) {
            if (EasyPostErrors.isUnknownCode(e)) {
                return Optional.empty();
            }
            throw EasyPostErrors.unavailable(e);
        }
    }
}
