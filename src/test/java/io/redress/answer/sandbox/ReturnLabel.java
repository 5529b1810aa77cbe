package io.redress.answer.sandbox;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A label by which goods come back, in the carrier's words. */
public record ReturnLabel(
        @JsonProperty(value = "tracking_code", required = true)
        String trackingCode,

        @JsonProperty(value = "from_address", required = true)
        Address from) {

    public record Address(String zip) {}
}
