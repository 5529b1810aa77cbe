package io.redress.logistics.easypost;

import io.redress.logistics.Carrier;
import io.redress.logistics.CarrierUnavailable;
import io.redress.logistics.Parcel;
import java.util.Optional;

/** Stands where no carrier is configured: no parcel can be followed, so a person decides. */
class NotConfiguredCarrier implements Carrier {

    @Override
    public Optional<Parcel> track(String trackingCode) {
        throw new CarrierUnavailable("No carrier is configured: set redress.easypost.api-key", false, null);
    }
}
