package io.redress.redesign.whatif.web;

import io.redress.core.input.RefusedInput;
import io.redress.core.input.Years;
import io.redress.redesign.tape.Tape.Span;
import io.redress.redesign.whatif.WhatIf;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** The fields that say which cases are meant, as they are typed or sent. */
final class SpanFields {

    private SpanFields() {}

    /**
     * Which cases are meant.
     *
     * @param from a day, or a time with offset; the first that counts
     * @param to a day, which counts as a whole, or the first time that does not count; now where it is missing
     * @param last how many of those that were finished last
     * @param zone in which a day begins
     * @throws RefusedInput where that is no time and no number, or both are given, or none
     */
    static Span read(String from, String to, String last, ZoneId zone, Instant now) {
        boolean inTime = isGiven(from) || isGiven(to);
        if (inTime && isGiven(last)) {
            throw new RefusedInput("last", "Give a time, or how many cases, not both.");
        }
        if (isGiven(last)) {
            return new Span(null, null, number(last));
        }
        if (!isGiven(from)) {
            throw new RefusedInput(
                    isGiven(to) ? "from" : "last",
                    "Say which cases: from when to when, or how many of the last finished.");
        }
        Instant first = instant("from", from, 0, zone);
        Instant end = isGiven(to) ? instant("to", to, 1, zone) : now;
        if (!first.isBefore(end)) {
            throw new RefusedInput("to", "The time must end after it begins.");
        }
        return new Span(first, end, null);
    }

    private static boolean isGiven(String text) {
        return text != null && !text.isBlank();
    }

    private static Integer number(String last) {
        String digits = last.strip();
        int number = digits.matches("[0-9]{1,8}") ? Integer.parseInt(digits) : 0;
        if (number < 1 || number > WhatIf.MOST_CASES) {
            throw new RefusedInput("last", "Give a number of cases from 1 to %,d.".formatted(WhatIf.MOST_CASES));
        }
        return number;
    }

    private static Instant instant(String field, String written, int daysOn, ZoneId zone) {
        String text = written.strip();
        try {
            return text.contains("T")
                    ? Years.near(OffsetDateTime.parse(text)).toInstant()
                    : Years.near(LocalDate.parse(text))
                            .plusDays(daysOn)
                            .atStartOfDay(zone)
                            .toInstant();
        } catch (DateTimeException noTime) {
            throw new RefusedInput(
                    field, "Give a day such as 2026-11-24, or a time such as 2026-11-24T09:00:00+01:00.");
        }
    }
}
