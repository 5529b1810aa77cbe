package io.redress.engine.guard;

import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.impl.calendar.BusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DueDateBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DurationBusinessCalendar;

/**
 * The check of timers and retry cycles when they are deployed, with the engine's own calendars: the engine itself reads
 * a timer only when it is reached, and takes a malformed retry cycle for three retries without delay.
 */
public final class TimerRules {

    private static final Map<String, BusinessCalendar> CALENDARS = Map.of(
            "timeDuration", new DurationBusinessCalendar(),
            "timeDate", new DueDateBusinessCalendar(),
            "timeCycle", new CycleBusinessCalendar());

    private TimerRules() {}

    /** A sentence about the element's timer or retry cycle, empty if it has none or it can be read. */
    public static Optional<String> check(ModelElement element) {
        var text = element.text().strip();
        if (text.contains("${") || text.contains("#{")) {
            return Optional.empty();
        }
        if (element.tag().equals("failedJobRetryTimeCycle")) {
            return retries(text);
        }
        var calendar = CALENDARS.get(element.tag());
        return calendar == null || readable(calendar, text)
                ? Optional.empty()
                : Optional.of("the timer '%s' cannot be read".formatted(text));
    }

    /** Either one repeating interval, {@code R3/PT10S}, or a list of delays, {@code PT5S,PT1M}. */
    private static Optional<String> retries(String text) {
        for (var interval : text.split(",", -1)) {
            var repeating = interval.strip().matches("R[1-9]\\d*/P.+") && !text.contains(",");
            var calendar = CALENDARS.get(repeating ? "timeCycle" : "timeDuration");
            if (!readable(calendar, interval.strip())) {
                return Optional.of(
                        "the retry cycle '%s' cannot be read; write for instance PT5S,PT1M,PT1H".formatted(text));
            }
        }
        return Optional.empty();
    }

    private static boolean readable(BusinessCalendar calendar, String text) {
        try {
            calendar.resolveDuedate(text);
            return !text.isEmpty();
        } catch (RuntimeException unreadable) {
            return false;
        }
    }
}
