package io.redress.outside.order;

import java.util.stream.Stream;

/**
 * A reference to an order, as somebody gives it: its number, or one of its payments or parcels. Any of the three may be
 * {@code null}.
 */
public record OrderReference(String number, String paymentReference, String trackingCode) {

    public boolean isEmpty() {
        return Stream.of(number, paymentReference, trackingCode).allMatch(part -> part == null || part.isBlank());
    }
}
