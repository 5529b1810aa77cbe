package io.redress.outside.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** No call may outlast the work it is part of, however long it may take by itself. */
class DeadlineTest {

    @Test
    void callEndsWithTheWorkItIsPartOf() throws HttpTimeoutException {
        Deadline call = Deadline.limiting(Duration.ofSeconds(5), () -> Deadline.in(Duration.ofHours(1)));

        assertThat(call.remaining()).isLessThanOrEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void severalCallsShareTheTimeOfTheWork() {
        Deadline last = Deadline.limiting(Duration.ZERO, () -> Deadline.in(Duration.ofSeconds(20)));

        assertThatThrownBy(last::remaining).isInstanceOf(HttpTimeoutException.class);
    }

    @Test
    void workInsideOtherWorkHasNoMoreTimeThanThat() throws HttpTimeoutException {
        Deadline call = Deadline.limiting(
                Duration.ofSeconds(5),
                () -> Deadline.limiting(Duration.ofHours(1), () -> Deadline.in(Duration.ofHours(2))));

        assertThat(call.remaining()).isLessThanOrEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void whatFollowsTheWorkIsFree() throws HttpTimeoutException {
        Deadline.limiting(Duration.ZERO, () -> null);

        assertThat(Deadline.in(Duration.ofHours(1)).remaining()).isGreaterThan(Duration.ofMinutes(59));
    }
}
