package io.redress.outside.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryPauseTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0, PT5S",
        "0, 0.5, PT4.5S",
        "1, 0, PT10S",
        "2, 0.999999999, PT16S",
        "9, 0, PT42M40S",
        "10, 0, PT1H",
        "10, 0.5, PT54M",
        "1000000, 0, PT1H"
    })
    void doublesUpToAnHourAndLeavesAFifthToChance(int failedBefore, double chance, Duration pause) {
        assertThat(RetryPause.after(failedBefore, chance)).isEqualTo(pause);
    }

    @ParameterizedTest
    @CsvSource({"PT0S, PT0S", "PT10M, PT10M", "P1D, P1D", "P400D, P1D"})
    void waitsAsAskedForUpToADay(Duration askedFor, Duration pause) {
        assertThat(RetryPause.askedFor(askedFor)).isEqualTo(pause);
    }
}
