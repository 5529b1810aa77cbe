package io.redress.time.calendar;

import io.redress.core.request.ApiRequest;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotEmpty;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A business calendar as people write it, in the configuration or as JSON; not checked yet.
 *
 * @param zone a time zone such as {@code Europe/Berlin}; the team's ({@code redress.zone}) where it is missing
 * @param hours by weekday ({@code monday} to {@code sunday}), spans such as {@code 09:00-12:00, 13:00-17:00} with 24:00 as
 *     the latest end, or {@code closed}; a day that is missing is closed
 * @param holidays whose public holidays are free: countries and their parts (ISO 3166, such as {@code DE}, {@code DE-BE})
 * @param closed own dates without hours (ISO 8601)
 * @param special own dates with other hours, written as in {@code hours}; they are open even on a public holiday
 */
@Schema(name = "CalendarDefinition")
public record CalendarDefinition(
        @Schema(description = "The team's zone, where it is missing", example = "Europe/Berlin")
        String zone,

        @NotEmpty(message = "no weekday has a working hour.")
        @Schema(
                description = "By weekday, spans with commas between; a missing day is closed",
                example = "{\"monday\": \"09:00-12:00, 13:00-17:00\"}")
        Map<String, String> hours,

        @Schema(
                description = "Whose public holidays are free: countries and their parts (ISO 3166)",
                example = "[\"DE-BE\"]")
        List<String> holidays,

        @Schema(description = "Own dates without hours", example = "[\"2026-12-24\"]")
        List<String> closed,

        @Schema(
                description = "Own dates with other hours, open even on a public holiday",
                example = "{\"2026-12-31\": \"09:00-12:00\"}")
        Map<String, String> special)
        implements ApiRequest {

    public CalendarDefinition {
        hours = inOrder(hours);
        holidays = inOrder(holidays);
        closed = inOrder(closed);
        special = inOrder(special);
    }

    /** The same, with its zone written down. */
    CalendarDefinition in(ZoneId team) {
        return new CalendarDefinition(zone == null ? team.getId() : zone, hours, holidays, closed, special);
    }

    private static Map<String, String> inOrder(Map<String, String> some) {
        return some == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(some));
    }

    private static List<String> inOrder(List<String> some) {
        return some == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(some));
    }
}
