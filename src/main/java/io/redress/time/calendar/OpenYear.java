package io.redress.time.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * The working time of one year of UTC, laid out as spans between instants with their sums, so that any question is one
 * binary search. Positions in it are working nanoseconds since the year began.
 */
final class OpenYear {

    private static final long SECOND = 1_000_000_000L;

    private final long[] opens;
    private final long[] closes;
    /** The working seconds up to and including each span. */
    private final long[] sums;

    private OpenYear(long[] opens, long[] closes) {
        this.opens = opens;
        this.closes = closes;
        this.sums = new long[opens.length];
        long sum = 0;
        for (int i = 0; i < opens.length; i++) {
            sum += closes[i] - opens[i];
            sums[i] = sum;
        }
    }

    /**
     * Lays out a year. Between two changes of the zone's offset the wall clock runs as the time does, so each such
     * stretch is laid out by itself: what the wall clock skips is never there, and what it shows twice is there twice.
     */
    static OpenYear of(int year, OpeningHours hours, ZoneId zone) {
        ZoneRules rules = zone.getRules();
        Spans spans = new Spans();
        long from = beginning(year);
        long end = beginning(year + 1);
        while (from < end) {
            Instant at = Instant.ofEpochSecond(from);
            ZoneOffsetTransition change = rules.nextTransition(at);
            long to = change == null ? end : Math.min(end, change.toEpochSecond());
            spans.layOut(from, to, rules.getOffset(at).getTotalSeconds(), hours);
            from = to;
        }
        return spans.year();
    }

    private static long beginning(int year) {
        return LocalDate.of(year, 1, 1).atStartOfDay().toEpochSecond(ZoneOffset.UTC);
    }

    /** The working nanoseconds of the whole year. */
    long total() {
        return sums.length == 0 ? 0 : sums[sums.length - 1] * SECOND;
    }

    /** The position of an instant of this year. */
    long position(Instant instant) {
        int span = spanAt(instant);
        if (span < 0) {
            return 0;
        }
        long into = instant.getEpochSecond() - closes[span];
        return into >= 0 ? sums[span] * SECOND : (sums[span] + into) * SECOND + instant.getNano();
    }

    /**
     * The first instant at which a position is reached, which at the end of a span is its closing.
     *
     * @param position over 0
     */
    Instant at(long position) {
        long seconds = Math.floorDiv(position + SECOND - 1, SECOND);
        int found = Arrays.binarySearch(sums, seconds);
        int span = found < 0 ? -found - 1 : found;
        return Instant.ofEpochSecond(closes[span] - sums[span], 0).plusNanos(position);
    }

    boolean isOpen(Instant instant) {
        int span = spanAt(instant);
        return span >= 0 && instant.getEpochSecond() < closes[span];
    }

    /**
     * The first opening after an instant of this year or an earlier one; {@code null} where this year has none left.
     */
    Instant openingFrom(Instant instant) {
        int span = spanAt(instant) + 1;
        return span < opens.length ? Instant.ofEpochSecond(opens[span]) : null;
    }

    /** The last span that has begun; -1 where none has. */
    private int spanAt(Instant instant) {
        int found = Arrays.binarySearch(opens, instant.getEpochSecond());
        return found < 0 ? -found - 2 : found;
    }

    /** A list of spans under construction; a span that begins where the last one ends extends it. */
    private static final class Spans {

        private final LongStream.Builder opens = LongStream.builder();
        private final LongStream.Builder closes = LongStream.builder();
        private long open;
        private long close = Long.MIN_VALUE;

        void layOut(long from, long to, int offset, OpeningHours hours) {
            long day = Math.floorDiv(from + offset, Opening.DAY);
            for (long midnight = day * Opening.DAY - offset; midnight < to; midnight += Opening.DAY) {
                for (Opening opening : hours.on(LocalDate.ofEpochDay(day))) {
                    add(Math.max(from, midnight + opening.from()), Math.min(to, midnight + opening.to()));
                }
                day++;
            }
        }

        private void add(long from, long to) {
            if (from >= to) {
                return;
            }
            if (from != close) {
                flush();
                open = from;
            }
            close = to;
        }

        private void flush() {
            if (close != Long.MIN_VALUE) {
                opens.add(open);
                closes.add(close);
            }
        }

        OpenYear year() {
            flush();
            return new OpenYear(opens.build().toArray(), closes.build().toArray());
        }
    }
}
