package io.redress.people.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.redress.engine.settings.TestDatabase;
import io.redress.time.clock.StoppedClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two nodes that count wrong passwords in one database, by a clock that stands. */
class LoginTriesTest {

    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final int NAME = 5;
    private static final int PLACE = 4;
    private static final int ADDRESS = 8;
    private static final int PASSWORD = 6;

    private static DataSource database;

    private final LoginProperties properties =
            new LoginProperties(NAME, PLACE, ADDRESS, PASSWORD, EVERY, Duration.ofDays(90));
    private final AtomicInteger looked = new AtomicInteger();
    private final String name = "n" + UUID.randomUUID();
    private Instant now = Instant.parse("2026-11-29T08:00:00Z");
    private final Clock clock = new StoppedClock(() -> now);
    private int addresses;
    private String network;

    private Node one;
    private Node two;

    private final class Node {

        final FailureRows failures = spy(new FailureRows(JdbcClient.create(database)));
        final AddressRows addressRows = spy(new AddressRows(JdbcClient.create(database)));
        final LoginTries tries = new LoginTries(
                failures,
                new KnownAddresses(addressRows, properties, clock),
                properties,
                clock,
                new SimpleMeterRegistry());
        final KnownBrowsers devices = new KnownBrowsers(JdbcClient.create(database), properties, clock);

        /** Whether the password was looked at. */
        boolean looksAt(String claimed, String password, String address) {
            return looksAt(new LoginTry(claimed, password, address, Optional.empty()));
        }

        boolean looksAt(LoginTry attempt) {
            var before = looked.get();
            try {
                tries.check(attempt, () -> {
                    looked.incrementAndGet();
                    return attempt.password().equals("right");
                });
            } catch (TooManyTries refused) {
                return false;
            }
            return looked.get() > before;
        }
    }

    @BeforeAll
    static void aDatabase() {
        database = TestDatabase.migrated();
    }

    @BeforeEach
    void twoNodes() {
        network = UUID.randomUUID().toString().substring(0, 8);
        one = new Node();
        two = new Node();
    }

    private String fresh() {
        return network + "/" + ++addresses;
    }

    @Test
    void whatOneNodeSawTheOtherKnowsAfterItsFirst() {
        for (int i = 0; i < NAME; i++) {
            assertThat(one.looksAt(name, "guess" + i, fresh())).isTrue();
        }
        assertThat(one.looksAt(name, "guess", fresh())).isFalse();
        assertThat(two.looksAt(name, "another", fresh())).isTrue();
        assertThat(two.looksAt(name, "and another", fresh())).isFalse();
        now = now.plus(EVERY);
        assertThat(one.looksAt(name, "right", fresh())).isTrue();
    }

    @Test
    void theWaitIsNeverLongerThanOneTryTakes() {
        for (int i = 0; i < 50; i++) {
            one.looksAt(name, "guess" + i, fresh());
        }
        assertThatThrownBy(() -> one.tries.check(new LoginTry(name, "right", fresh(), Optional.empty()), () -> true))
                .isInstanceOfSatisfying(TooManyTries.class, refused -> {
                    assertThat(refused.seconds()).isBetween(1L, EVERY.toSeconds());
                    assertThat(refused.sentence()).contains("Wait " + refused.seconds() + " seconds");
                });
    }

    @Test
    void theOwnersAddressIsKnownToBothNodes() {
        var home = fresh();
        assertThat(one.looksAt(name, "right", home)).isTrue();
        for (int i = 0; i < 20; i++) {
            one.looksAt(name, "guess" + i, fresh());
            two.looksAt(name, "guess" + i, fresh());
        }
        assertThat(two.looksAt(name, "right", home)).isTrue();
        assertThat(two.looksAt(name, "a slip", home)).isTrue();
        assertThat(two.looksAt(name, "right", fresh())).isFalse();
        now = now.plus(Duration.ofDays(91));
        for (int i = 0; i < NAME; i++) {
            two.looksAt(name, "later" + i, fresh());
        }
        assertThat(new Node().looksAt(name, "right", fresh())).isTrue();
    }

    @Test
    void whatWorkedLastAtAPlaceWorksWhateverWasTriedThere() {
        var office = fresh();
        assertThat(one.looksAt(name, "right", office)).isTrue();
        for (int i = 0; i < 30; i++) {
            one.looksAt(name, "guess" + i, office);
        }
        assertThat(one.looksAt(name, "guess", office)).isFalse();
        assertThat(one.looksAt(name, "right", office)).isTrue();
    }

    @Test
    void aDeviceIsAPlaceOnBothNodesAndForItsOwnNameOnly() {
        var mark = one.devices.mark(name);
        for (int i = 0; i < 20; i++) {
            two.looksAt(name, "guess" + i, fresh());
        }
        assertThat(two.looksAt(new LoginTry(name, "right", fresh(), two.devices.find(name, mark))))
                .isTrue();
        assertThat(two.devices.find("another", mark)).isEmpty();
        for (var forged :
                List.of("", "a.b.c", mark + "x", mark.replaceFirst("\\.\\d+", ".9999999999"), "..", "a.1.b")) {
            assertThat(two.devices.find(name, forged)).as(forged).isEmpty();
        }
        now = now.plus(Duration.ofDays(91));
        assertThat(two.devices.find(name, mark)).isEmpty();
    }

    @Test
    void rightPasswordsCostNoQueryAndRefusalsNeither() {
        var home = fresh();
        one.looksAt(name, "right", home);
        clearInvocations(one.failures, one.addressRows);
        for (int i = 0; i < 1_000; i++) {
            assertThat(one.looksAt(name, "right", home)).isTrue();
        }
        verifyNoInteractions(one.failures, one.addressRows);
        var stranger = fresh();
        for (int i = 0; i < NAME; i++) {
            one.looksAt(name, "guess" + i, stranger);
        }
        clearInvocations(one.failures, one.addressRows);
        for (int i = 0; i < 1_000; i++) {
            assertThat(one.looksAt(name, "guess" + i, stranger)).isFalse();
        }
        verifyNoInteractions(one.failures, one.addressRows);
    }

    @Test
    void aThousandAtOnceAreNotAThousandGuesses() throws Exception {
        var threads = Executors.newFixedThreadPool(32);
        try {
            var start = new CountDownLatch(1);
            var answers = new ArrayList<Future<Boolean>>();
            for (int i = 0; i < 1_000; i++) {
                var guess = "guess" + i;
                var address = fresh();
                answers.add(threads.submit(() -> {
                    start.await();
                    return one.looksAt(name, guess, address);
                }));
            }
            start.countDown();
            for (var answer : answers) {
                answer.get();
            }
            assertThat(looked.get()).isEqualTo(NAME);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aProgramThatBeginsWithAHundredAtOnceIsLetIn() throws Exception {
        var threads = Executors.newFixedThreadPool(32);
        try {
            var home = fresh();
            var answers = new ArrayList<Future<Boolean>>();
            for (int i = 0; i < 100; i++) {
                answers.add(threads.submit(
                        () -> one.tries.check(new LoginTry(name, "right", home, Optional.empty()), () -> true)));
            }
            for (var answer : answers) {
                assertThat(answer.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aPasswordThatCannotBeLookedAtIsNotCounted() {
        for (int i = 0; i < 3 * NAME; i++) {
            assertThatThrownBy(() -> one.tries.check(new LoginTry(name, "right", fresh(), Optional.empty()), () -> {
                        throw new IllegalStateException("The database is away");
                    }))
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThat(one.looksAt(name, "right", fresh())).isTrue();
    }

    @Test
    void whatHasDrainedIsForgotten() {
        one.looksAt(name, "guess", fresh());
        now = now.plus(Duration.ofHours(1));
        clearInvocations(one.failures);
        one.looksAt(name, "guess", fresh());
        verify(one.failures).clear(any());
        assertThat(JdbcClient.create(database)
                        .sql("select count(*) from redress.login_failure where drained_at < :now")
                        .param("now", java.sql.Timestamp.from(now))
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
