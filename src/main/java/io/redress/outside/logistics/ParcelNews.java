package io.redress.outside.logistics;

/**
 * A listener for what a carrier says of a parcel unasked, whoever sent it; the same news may come often and in any
 * order.
 */
public interface ParcelNews {

    /** @param parcel as the carrier tells it at this moment */
    void heard(Parcel parcel);
}
