package io.redress.outside.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.redress.time.clock.StoppedClock;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Status;

/** A provider gets a few calls at a time, none while it does not answer, and a try now and then. */
class ProviderCallsTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");

    private Instant now = MORNING;
    private final Clock clock = new StoppedClock(() -> now);
    private final ExecutorService others = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        others.shutdownNow();
    }

    @Test
    void noMoreCallsAreMadeAtATimeThanAllowed() throws Exception {
        ProviderCalls calls = calls(providers(HOUR));
        CountDownLatch answer = new CountDownLatch(1);
        List<Future<String>> both = takeBothPlaces(calls, answer);

        Away busy = catchThrowableOfType(Away.class, () -> ok(calls));
        assertThat(busy.wasAsked()).isFalse();
        assertThat(busy.retryAfter())
                .hasValueSatisfying(wait -> assertThat(wait).isPositive());
        await("a call that lasts to be noticed")
                .atMost(Duration.ofSeconds(20))
                .until(() -> distanceOfTwo(calls).compareTo(Duration.ofMillis(100)) > 0);
        answer.countDown();
        assertThat(both.get(0).get() + both.get(1).get()).isEqualTo("okok");
        assertThat(ok(calls)).isEqualTo("ok");
    }

    @Test
    void aPersonWaitsForAPlaceAndAJobDoesNot() throws Exception {
        ProviderCalls calls = calls(providers(HOUR));
        CountDownLatch answer = new CountDownLatch(1);
        List<Future<String>> both = takeBothPlaces(calls, answer);

        assertThatThrownBy(() -> ok(calls)).isInstanceOf(Away.class);
        FutureTask<String> person = new FutureTask<>(() -> PersonWaits.during(() -> ok(calls)));
        Thread thread = new Thread(person);
        thread.start();
        await("a person who waits")
                .atMost(Duration.ofSeconds(20))
                .until(() -> thread.getState() == Thread.State.TIMED_WAITING);
        answer.countDown();
        assertThat(person.get()).isEqualTo("ok");
        assertThat(both.get(0).get() + both.get(1).get()).isEqualTo("okok");
    }

    @Test
    void whoHoldsAPermitCallsAsOftenAsItTakes() {
        ProviderCalls calls = calls(providers(HOUR));
        try (Permit outer = calls.permit()) {
            for (int i = 0; i < 5; i++) {
                try (Permit inner = calls.permit()) {
                    inner.renew();
                    assertThat(ok(calls)).isEqualTo("ok");
                }
            }
            fail(calls, 10);
            assertThat(ok(calls)).as("what was begun is finished").isEqualTo("ok");
            assertThatThrownBy(outer::renew).isInstanceOf(Away.class);
        }
        assertThatThrownBy(() -> ok(calls)).isInstanceOf(Away.class);
    }

    @Test
    void refusalsOfTheProviderAreAnswersAndFailuresAreNot() {
        ProviderCalls calls = calls(providers(HOUR));
        for (int i = 0; i < 20; i++) {
            assertThat(calls.make(() -> 402, ProviderFailure::isStatus, failure -> true))
                    .isEqualTo(402);
            assertThatThrownBy(() -> calls.make(() -> throwing(), answer -> false, failure -> false))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(ok(calls)).isEqualTo("ok");

        fail(calls, 10);
        assertThatThrownBy(() -> ok(calls)).isInstanceOf(Away.class);
    }

    @Test
    void aProviderThatIsDownIsTriedAgainAndTaken() {
        Providers providers = providers(Duration.ofMillis(300));
        ProviderCalls calls = calls(providers);
        ProviderCalls neighbour = providers.calls("neighbour", Away::new);
        fail(calls, 10);

        assertThatThrownBy(() -> ok(calls)).isInstanceOf(Away.class);
        assertThat(ok(neighbour)).isEqualTo("ok");
        assertThat(health(providers)).isEqualTo("does not answer since " + MORNING);
        await().atMost(Duration.ofSeconds(20)).ignoreException(Away.class).until(() -> ok(calls), "ok"::equals);
        assertThat(ok(calls)).isEqualTo("ok");
        assertThat(health(providers)).isEqualTo("answers");
    }

    @Test
    void aPermitThatIsNotUsedIsGivenBack() {
        Providers providers = providers(Duration.ofMillis(100));
        ProviderCalls calls = calls(providers);
        fail(calls, 10);
        await().atMost(Duration.ofSeconds(20)).ignoreException(Away.class).until(() -> {
            calls.permit().close();
            return true;
        });

        for (int i = 0; i < 20; i++) {
            calls.permit().close();
        }
        assertThat(ok(calls)).isEqualTo("ok");
    }

    @Test
    void ofTwoProvidersNothingIsHeldWhereOneIsRefused() {
        Providers providers = providers(HOUR);
        ProviderCalls well = providers.calls("well", Away::new);
        ProviderCalls down = calls(providers);
        fail(down, 10);

        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> Permit.both(well.permit(), down::permit)).isInstanceOf(Away.class);
        }
        try (Permit both = Permit.both(well.permit(), well::permit)) {
            both.renew();
            assertThat(ok(well)).isEqualTo("ok");
        }
        assertThat(gauge(providers, "well")).isEqualTo(2);
    }

    @Test
    void whoIsDownForLongerThanCasesWaitIsSaidToBe() {
        ProviderCalls calls = calls(providers(HOUR));
        fail(calls, 10);

        assertThat(reason(calls).isDownForLong()).isFalse();
        assertThat(catchThrowableOfType(Away.class, () -> ok(calls)).isWorthRetrying(true))
                .as("nothing was asked, so it was not the last attempt")
                .isTrue();
        now = MORNING.plus(Duration.ofMinutes(20));
        assertThat(reason(calls).isDownForLong()).isTrue();
        assertThat(catchThrowableOfType(Away.class, () -> ok(calls)).isWorthRetrying(true))
                .isFalse();
    }

    /** How long after the first the second comes back, of two who find no room. */
    private static Duration distanceOfTwo(ProviderCalls calls) {
        Duration first = comeBackAfter(calls);
        return comeBackAfter(calls).minus(first);
    }

    private static Duration comeBackAfter(ProviderCalls calls) {
        return catchThrowableOfType(Away.class, () -> ok(calls)).retryAfter().orElseThrow();
    }

    private CallNotPermitted reason(ProviderCalls calls) {
        return (CallNotPermitted)
                catchThrowableOfType(Away.class, () -> ok(calls)).getCause();
    }

    private Providers providers(Duration pause) {
        return new Providers(new OutsideProperties(2, 10, 5, 50, HOUR, 90, pause, 1, Duration.ofMinutes(20)), clock);
    }

    private static ProviderCalls calls(Providers providers) {
        return providers.calls("provider", Away::new);
    }

    private static String health(Providers providers) {
        var health = new ProviderHealth(providers).health();
        assertThat(health.getStatus()).isEqualTo(Status.UP);
        return (String) health.getDetails().get("provider");
    }

    /** The places that are free, as operators see them. */
    private static double gauge(Providers providers, String name) {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        providers.bindTo(meters);
        return meters.get("resilience4j.bulkhead.available.concurrent.calls")
                .tag("name", name)
                .gauge()
                .value();
    }

    private static String ok(ProviderCalls calls) {
        return calls.make(() -> "ok", answer -> false, failure -> true);
    }

    private static void fail(ProviderCalls calls, int times) {
        for (int i = 0; i < times; i++) {
            try {
                calls.make(
                        () -> {
                            throw new IOException("no answer");
                        },
                        answer -> false,
                        ProviderFailure::isSilence);
            } catch (IOException | Away expected) {
                // As a provider that is down.
            }
        }
    }

    private static int throwing() {
        throw new IllegalArgumentException("our own mistake");
    }

    /** Two calls that have begun and go on until they are answered. */
    private List<Future<String>> takeBothPlaces(ProviderCalls calls, CountDownLatch answer)
            throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(2);
        Future<String> one = others.submit(() -> slow(calls, asked, answer));
        Future<String> other = others.submit(() -> slow(calls, asked, answer));
        asked.await();
        return List.of(one, other);
    }

    private static String slow(ProviderCalls calls, CountDownLatch asked, CountDownLatch answer) throws Exception {
        return calls.make(
                () -> {
                    asked.countDown();
                    answer.await();
                    return "ok";
                },
                ok -> false,
                failure -> true);
    }

    private static final class Away extends Unavailable {

        Away(CallNotPermitted refused) {
            super(refused.getMessage(), true, refused.comeBackAfter(), refused);
        }

        @Override
        public String who() {
            return "the provider";
        }
    }
}
