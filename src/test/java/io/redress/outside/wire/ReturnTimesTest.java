package io.redress.outside.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Whoever found no room comes back when there may be some, and not together with everybody else. */
class ReturnTimesTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final AtomicLong now = new AtomicLong();
    private final ReturnTimes times = new ReturnTimes(now::get);

    @Test
    void oneComesAfterTheOther() {
        assertThat(three(Duration.ZERO)).isEqualTo(List.of(SECOND, SECOND.multipliedBy(2), SECOND.multipliedBy(3)));
    }

    @Test
    void howeverFastTheProviderIsNotAllComeAtOnce() {
        List<Duration> all = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            all.add(times.next(SECOND, Duration.ZERO));
        }

        assertThat(all.stream().filter(wait -> wait.compareTo(SECOND.multipliedBy(2)) < 0))
                .hasSizeLessThan(60);
    }

    @Test
    void nobodyComesBeforeTheProviderIsTriedAgain() {
        Duration pause = Duration.ofSeconds(30);

        assertThat(three(pause)).isEqualTo(List.of(pause, pause.plus(SECOND), pause.plus(SECOND.multipliedBy(2))));
    }

    @Test
    void timesThatHavePassedAreNobodys() {
        three(Duration.ZERO);
        now.addAndGet(Duration.ofMinutes(5).toNanos());

        assertThat(times.next(Duration.ZERO, SECOND)).isLessThan(SECOND);
    }

    @Test
    void howeverManyWaitNobodyWaitsMuchLongerThanAMinute() {
        List<Duration> all = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            all.add(times.next(Duration.ZERO, Duration.ofSeconds(7)));
        }

        assertThat(all).allMatch(wait -> wait.compareTo(Duration.ofSeconds(61)) < 0);
        assertThat(all.stream().filter(wait -> wait.compareTo(Duration.ofSeconds(30)) > 0))
                .hasSizeBetween(300, 700);
    }

    private List<Duration> three(Duration notBefore) {
        return List.of(times.next(notBefore, SECOND), times.next(notBefore, SECOND), times.next(notBefore, SECOND));
    }
}
