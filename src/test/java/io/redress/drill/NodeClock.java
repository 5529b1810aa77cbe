package io.redress.drill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.concurrent.locks.LockSupport;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** A node's clock, engine included: follows the file in which the drill keeps how far its own clock was moved. */
final class NodeClock extends Clock {

    private static final long LOOK_AGAIN_NANOS = Duration.ofMillis(40).toNanos();

    private final Path file;
    private volatile Duration offset = Duration.ZERO;

    NodeClock(Path file) {
        this.file = file;
        look();
        var follower = new Thread(this::follow, "drill-clock");
        follower.setDaemon(true);
        follower.start();
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(Clock.system(zone), offset);
    }

    private void follow() {
        while (true) {
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
            look();
        }
    }

    private void look() {
        try {
            var found =
                    Files.exists(file) ? Duration.parse(Files.readString(file).trim()) : Duration.ZERO;
            if (found.compareTo(offset) > 0) {
                offset = found;
                ClockUtil.offset(found.toMillis());
            }
        } catch (IOException | DateTimeParseException halfWritten) {
            // The drill is writing it this very moment; the next look sees the whole.
            return;
        }
    }
}
