package io.redress.outside.logistics;

import java.util.Optional;

/** The carrier, asked where a parcel is. */
public interface Carrier {

    /**
     * What the carrier knows of a parcel.
     *
     * @return empty where the carrier knows no such parcel
     * @throws CarrierUnavailable where the carrier cannot be asked now, or is not configured
     */
    Optional<Parcel> track(String trackingCode);
}
