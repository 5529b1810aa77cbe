package io.redress.outside.logistics.easypost;

import io.redress.outside.logistics.Carrier;
import io.redress.outside.logistics.CarrierUnavailable;
import io.redress.outside.logistics.Parcel;
import java.util.Optional;

/** The stand-in where no carrier is configured: no parcel can be tracked, so a person decides. */
class NotConfiguredCarrier implements Carrier {

    @Override
    public Optional<Parcel> track(String trackingCode) {
        throw new CarrierUnavailable("No carrier is configured: set redress.easypost.api-key", false, null);
    }
}
