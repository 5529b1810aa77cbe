package io.redress.people.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What a node hands out, and how often it asks for it. */
class AllowanceTest {

    private static final Limit LIMIT = new Limit(5, 100);

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicLong questions = new AtomicLong();
    private long inStore = LIMIT.burst();

    @Test
    void handsOutWhatTheStoreHolds() {
        var allowance = new Allowance(LIMIT, this::lease, nanos::get);

        assertThat(granted(allowance, 1_000)).isBetween(99, 101);
        assertThat(allowance.take()).isPositive();
    }

    @Test
    void asksSeldomAndNotAtAllToRefuse() {
        var allowance = new Allowance(LIMIT, this::lease, nanos::get);

        assertThat(granted(allowance, LIMIT.portion())).isEqualTo(LIMIT.portion());
        assertThat(questions).as("questions for the first portion").hasValue(0);
        granted(allowance, 1_000);
        long asked = questions.get();
        assertThat(asked).isLessThanOrEqualTo(LIMIT.burst() / LIMIT.portion() + 1L);
        assertThat(granted(allowance, 10_000)).isLessThan(10);
        assertThat(questions.get() - asked).isLessThanOrEqualTo(1);
    }

    @Test
    void whatAnotherNodeHandedOutIsNotThere() {
        inStore = 20;
        var allowance = new Allowance(LIMIT, this::lease, nanos::get);

        assertThat(granted(allowance, 1_000)).isEqualTo(20);
        assertThat(allowance.take()).isBetween(Duration.ofMillis(1), Duration.ofSeconds(1));

        inStore = 5;
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(granted(allowance, 1_000)).isEqualTo(5);
    }

    @Test
    void holdsForTheNodeAloneWhileTheStoreIsAway() {
        var allowance = new Allowance(
                LIMIT,
                most -> {
                    questions.incrementAndGet();
                    throw new IllegalStateException("away");
                },
                nanos::get);

        assertThat(granted(allowance, 1_000)).isBetween(99, 101);
        assertThat(questions).hasValue(1);
    }

    @Test
    void whatIsGivenBackIsThereAgain() {
        inStore = 0;
        var allowance = new Allowance(LIMIT, this::lease, nanos::get);
        granted(allowance, 1_000);

        allowance.giveBack();

        assertThat(allowance.take()).isZero();
        assertThat(allowance.take()).isPositive();
    }

    private long lease(long most) {
        questions.incrementAndGet();
        long leased = Math.min(most, inStore);
        inStore -= leased;
        return leased;
    }

    private static int granted(Allowance allowance, int asked) {
        int granted = 0;
        for (int n = 0; n < asked; n++) {
            granted += allowance.take().isZero() ? 1 : 0;
        }
        return granted;
    }
}
