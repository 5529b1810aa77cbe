package io.redress.time.promise;

import io.redress.complaint.file.Complaint;
import io.redress.time.calendar.BusinessCalendar;
import io.redress.time.clock.CaseClock;
import io.redress.time.clock.ClockKind;
import io.redress.time.promise.LikeCases.Likeness;
import io.redress.time.promise.LikeCases.Usual;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The time until which we honestly need, where a promise may not be kept. */
@Component
class Expectations {

    /** A new promise that is hardly later than the old one, or hardly later than now, is none. */
    private static final Duration LEAST = Duration.ofHours(4);

    private static final long QUARTER_OF_AN_HOUR = 900;

    private final LikeCases likeCases;

    Expectations(LikeCases likeCases) {
        this.likeCases = likeCases;
    }

    /** @param basis where it comes from, in words for staff */
    record Expectation(Instant until, String basis) {}

    /**
     * What like cases took, but at least four working hours after the old promise and after now, and where that was a
     * holding promise itself twice its working time; without enough like cases what the service level says.
     *
     * @param resolution the running clock of the case's resolution, whose calendar counts
     * @param inPlaceOf the promise that may not be kept
     */
    Expectation of(Complaint complaint, CaseClock resolution, CaseClock inPlaceOf, Instant now) {
        BusinessCalendar calendar = resolution.calendar();
        Optional<Usual> usual = usual(complaint, resolution, now, Likeness.values());
        Instant expected = usual.map(like -> at(resolution, like, now)).orElseGet(() -> resolution.dueAt(now));
        Instant least = calendar.add(later(now, inPlaceOf.dueAt(now)), LEAST);
        Instant doubled = inPlaceOf.kind() == ClockKind.HOLDING ? doubled(calendar, inPlaceOf, now) : now;
        return new Expectation(
                rounded(Stream.of(expected, least, doubled)
                        .max(Instant::compareTo)
                        .orElseThrow()),
                usual.map(Usual::words).orElse("the service level, because there are not enough like cases"));
    }

    /** Whether cases of the same claim usually take longer than this one's customer was promised. */
    boolean isSlow(Complaint complaint, CaseClock resolution, Instant now) {
        return usual(complaint, resolution, now, Likeness.SAME_CLAIM_AND_TEAM, Likeness.SAME_CLAIM)
                .filter(like -> at(resolution, like, now).isAfter(resolution.dueAt(now)))
                .isPresent();
    }

    private Optional<Usual> usual(Complaint complaint, CaseClock resolution, Instant now, Likeness... accepted) {
        return likeCases.usual(complaint, resolution.consumed(now), now, accepted);
    }

    private static Instant at(CaseClock resolution, Usual usual, Instant now) {
        return resolution.calendar().add(now, usual.time().minus(resolution.consumed(now)));
    }

    private static Instant doubled(BusinessCalendar calendar, CaseClock earlier, Instant now) {
        return calendar.add(
                now, calendar.between(earlier.startedAt(), earlier.dueAt(now)).multipliedBy(2));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** Nobody promises a second; the next full quarter of an hour, in every zone of today. */
    private static Instant rounded(Instant instant) {
        long seconds = instant.getEpochSecond() + (instant.getNano() > 0 ? 1 : 0);
        return Instant.ofEpochSecond(
                Math.floorDiv(seconds + QUARTER_OF_AN_HOUR - 1, QUARTER_OF_AN_HOUR) * QUARTER_OF_AN_HOUR);
    }
}
