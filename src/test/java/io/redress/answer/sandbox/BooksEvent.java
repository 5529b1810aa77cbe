package io.redress.answer.sandbox;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What the books were told of a remedy; amounts are decimal strings.
 *
 * @param told how many times they were told
 */
public record BooksEvent(
        String type,
        String orderNumber,
        Booked remedy,
        List<Line> lines,

        @JsonProperty(value = "_told", required = true) int told) {

    public record Booked(String id, String kind) {}

    /** @param net null where no tax rate is known, as are rate and tax */
    public record Line(String sku, String net, String taxRate, String tax, String gross) {}
}
