package io.redress.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Real time plus an offset that only grows; kept in a file so that a restart does not travel back. */
public final class SandboxClock extends Clock {

    private final Clock base;
    private final Path file;
    private final List<Consumer<Duration>> followers = new ArrayList<>();
    private volatile Duration offset;

    /** Continues with the offset kept in the file, if there is one. */
    public SandboxClock(Path file) {
        this.base = Clock.systemUTC();
        this.file = file;
        try {
            offset = Files.exists(file) ? Duration.parse(Files.readString(file).trim()) : Duration.ZERO;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Moves every clock that follows this one; {@link IllegalArgumentException} if it would not move forward. */
    public synchronized void advance(Duration by) {
        if (by.isNegative() || by.isZero()) {
            throw new IllegalArgumentException("the clock only moves forward");
        }
        offset = offset.plus(by);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, offset.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        followers.forEach(follower -> follower.accept(offset));
    }

    /**
     * Moves by an ISO 8601 duration or period: {@code PT2H}, {@code P5D}, {@code P1M}, {@code P1DT6H}. Months and years
     * are those of the calendar in UTC.
     */
    public void advance(String by) {
        advance(parse(by));
    }

    /** Lets another clock follow: told the offset at once and after every move. */
    public synchronized void follow(Consumer<Duration> follower) {
        followers.add(follower);
        follower.accept(offset);
    }

    @Override
    public Instant instant() {
        return base.instant().plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        var mine = this;
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return zone;
            }

            @Override
            public Clock withZone(ZoneId other) {
                return mine.withZone(other);
            }

            @Override
            public Instant instant() {
                return mine.instant();
            }
        };
    }

    private Duration parse(String by) {
        try {
            if (by.matches("-?P[^T]*[YMW].*") && !by.contains("T")) {
                var now = instant().atZone(ZoneOffset.UTC);
                return Duration.between(now, now.plus(Period.parse(by)));
            }
            return Duration.parse(by);
        } catch (java.time.DateTimeException e) {
            throw new IllegalArgumentException("not an ISO 8601 duration or period: " + by, e);
        }
    }
}
