package io.redress.outside.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.redress.outside.outbox.Receiver.Reply;
import io.redress.outside.wire.FreshProviders;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;

/** What leaves to a system leaves in order for each case, and until the system has it. */
class OutboxTest {

    private static OutboxWorld world;

    private final Receiver receiver = new Receiver("receiver-" + UUID.randomUUID());
    private final OutboxSender node = world.node();

    @BeforeAll
    static void open() {
        world = new OutboxWorld();
    }

    @AfterAll
    static void closeWorld() {
        world.close();
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    /** The end of a node at this moment: nothing of its work is done any more. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    @Test
    void whatIsRolledBackNeverLeaves() {
        world.transaction.executeWithoutResult(status -> {
            world.outbox.put(
                    receiver.name(), new OutboxEntry(UUID.randomUUID(), OutboxWorld.caseNumber(1), "test", "never"));
            status.setRollbackOnly();
        });
        world.put(receiver, 1, "happened");

        node.sendWhatIsDue(receiver);

        assertThat(receiver.bodies()).containsExactly("happened");
        assertThat(world.waiting(receiver)).isZero();
    }

    @Test
    void sameEventIsWrittenDownOnce() {
        UUID id = world.put(receiver, 1, "a");
        OutboxEntry again = new OutboxEntry(id, OutboxWorld.caseNumber(1), "test", "a");

        assertThatExceptionOfType(DuplicateKeyException.class)
                .isThrownBy(() ->
                        world.transaction.executeWithoutResult(status -> world.outbox.put(receiver.name(), again)));
    }

    @Test
    void laterEntriesOfACaseWaitForAnEarlierOneAndThoseOfOtherCasesDoNot() {
        world.put(receiver, 1, "1a");
        world.put(receiver, 2, "2a");
        world.put(receiver, 1, "1b");
        receiver.behaviour = call -> Reply.of(call.body().equals("1a") ? 500 : 200);

        node.sendWhatIsDue(receiver);
        assertThat(receiver.bodies()).containsExactly("1a", "2a");

        receiver.behaviour = call -> Reply.TAKEN;
        node.sendWhatIsDue(receiver);
        assertThat(receiver.bodies()).containsExactly("1a", "2a");

        world.advance(Duration.ofSeconds(5));
        node.sendWhatIsDue(receiver);
        assertThat(receiver.bodies()).containsExactly("1a", "2a", "1a", "1b");
    }

    /** A transaction that began first may end last; what is written meanwhile for the same case comes after it. */
    @Test
    void entryIsNeverOvertakenByOneThatCommitsEarlier() throws Exception {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch ends = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<?> slow = threads.submit(() -> world.transaction.executeWithoutResult(status -> {
                world.outbox.put(
                        receiver.name(), new OutboxEntry(UUID.randomUUID(), OutboxWorld.caseNumber(1), "t", "first"));
                written.countDown();
                await(ends);
            }));
            await(written);
            Future<?> quick = threads.submit(() -> world.put(receiver, 1, "second"));
            world.put(receiver, 2, "of another case");

            node.sendWhatIsDue(receiver);
            assertThat(receiver.bodies()).containsExactly("of another case");

            ends.countDown();
            slow.get(30, TimeUnit.SECONDS);
            quick.get(30, TimeUnit.SECONDS);
            node.sendWhatIsDue(receiver);
            assertThat(receiver.bodies()).containsExactly("of another case", "first", "second");
        } finally {
            ends.countDown();
            threads.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Test
    void nodeKilledBetweenSentAndNotedIsFollowedByTheSameIdAndTheSameOrder() {
        UUID first = world.put(receiver, 1, "1a");
        world.put(receiver, 1, "1b");
        UUID dying = UUID.randomUUID();
        receiver.afterAnswer = () -> {
            throw new Killed();
        };
        assertThatThrownBy(() -> world.node(dying).sendWhatIsDue(receiver)).isInstanceOf(Killed.class);
        receiver.afterAnswer = () -> {};

        node.sendWhatIsDue(receiver);
        assertThat(receiver.bodies()).as("while the claim holds").containsExactly("1a");

        world.leaseIsOver(dying);
        node.sendWhatIsDue(receiver);
        assertThat(receiver.bodies()).containsExactly("1a", "1a", "1b");
        assertThat(receiver.told().subList(0, 2)).extracting(Receiver.Call::id).containsOnly(first.toString());
    }

    /** It comes back when another node has taken over, and notes nothing over what that one noted. */
    @Test
    void nodeThatStoodStillForLongerThanItsClaimChangesNothing() {
        world.put(receiver, 1, "1a");
        UUID frozen = UUID.randomUUID();
        receiver.behaviour = call -> Reply.of(500);
        receiver.afterAnswer = () -> {
            receiver.afterAnswer = () -> {};
            receiver.behaviour = call -> Reply.TAKEN;
            world.leaseIsOver(frozen);
            node.sendWhatIsDue(receiver);
        };

        world.node(frozen).sendWhatIsDue(receiver);

        assertThat(world.waiting(receiver)).isZero();
        assertThat(receiver.taken()).containsExactly("1a");
    }

    @Test
    void destinationThatIsDownForADayGetsAllInOrderAndPeopleHearOfItOnce() {
        receiver.behaviour = call -> Reply.of(0);
        for (String body : List.of("1a", "1b", "1c")) {
            world.put(receiver, 1, body);
        }
        world.put(receiver, 2, "2a");
        for (int minute = 0; minute < 23 * 60; minute += 10) {
            node.sendWhatIsDue(receiver);
            world.advance(Duration.ofMinutes(10));
        }
        List<HeldUp> told = world.heldUp.stream()
                .filter(news -> news.destination().equals(receiver.name()))
                .toList();
        assertThat(told).singleElement().satisfies(news -> {
            assertThat(news.first()).isEqualTo(OutboxWorld.caseNumber(1));
            assertThat(news.waiting()).isEqualTo(4);
            assertThat(news.problem()).startsWith("No answer");
        });
        int tries = receiver.told().size();
        assertThat(tries).as("at least once an hour each, and not for ever").isBetween(2 * 23, 2 * 40);

        receiver.behaviour = call -> Reply.TAKEN;
        world.advance(Duration.ofHours(1));
        node.sendWhatIsDue(receiver);
        assertThat(receiver.taken()).containsExactlyInAnyOrder("1a", "1b", "1c", "2a");
        assertThat(receiver.taken()).containsSubsequence("1a", "1b", "1c");
    }

    @Test
    void refusedEntryHoldsUpItsOwnCaseOnlyUntilSomebodySkipsIt() {
        UUID poisoned = world.put(receiver, 1, "1a");
        world.put(receiver, 1, "1b");
        world.put(receiver, 2, "2a");
        receiver.behaviour = call -> Reply.of(call.body().equals("1a") ? 422 : 200);
        node.sendWhatIsDue(receiver);
        world.advance(Duration.ofHours(2));
        world.put(receiver, 2, "2b");
        node.sendWhatIsDue(receiver);
        assertThat(receiver.taken()).containsExactly("2a", "2b");
        assertThat(world.heldUp)
                .filteredOn(news -> news.destination().equals(receiver.name()))
                .extracting(HeldUp::problem)
                .containsExactly("The answer was 422");

        world.jdbc.sql("""
                        update redress.outbox_entry set done_at = now(), skipped_by = 'mona', skip_reason = 'Booked by hand'
                         where id = :id""").param("id", poisoned).update();
        sendAtOnce(1);
        node.sendWhatIsDue(receiver);
        assertThat(receiver.taken()).containsExactly("2a", "2b", "1b");
    }

    @Test
    void nobodySkipsWithoutANameAndAReason() {
        UUID id = world.put(receiver, 1, "1a");

        assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> world.jdbc
                .sql("update redress.outbox_entry set done_at = now(), skipped_by = 'mona' where id = :id")
                .param("id", id)
                .update());
    }

    @Test
    void operatorHasTheEntriesOfACaseSentAtOnce() {
        world.put(receiver, 1, "1a");
        world.put(receiver, 1, "1b");
        receiver.behaviour = call -> Reply.of(400);
        node.sendWhatIsDue(receiver);
        receiver.behaviour = call -> Reply.TAKEN;

        sendAtOnce(1);
        node.sendWhatIsDue(receiver);

        assertThat(receiver.taken()).containsExactly("1a", "1b");
    }

    /** As the guide for operators says. */
    private void sendAtOnce(int caseNumber) {
        world.jdbc
                .sql("""
                        update redress.outbox_entry set next_attempt_at = created_at
                         where destination = :destination and case_number = :case and done_at is null""")
                .param("destination", receiver.name())
                .param("case", OutboxWorld.caseNumber(caseNumber).value())
                .update();
    }

    @Test
    void whatIsSkippedUnnoticedLetsTheNextFollowWithinAnHour() {
        UUID poisoned = world.put(receiver, 1, "1a");
        world.put(receiver, 1, "1b");
        receiver.behaviour = call -> Reply.of(call.body().equals("1a") ? 400 : 200);
        for (int hour = 0; hour < 15; hour++) {
            node.sendWhatIsDue(receiver);
            world.advance(Duration.ofHours(1));
        }
        world.jdbc
                .sql(
                        "update redress.outbox_entry set done_at = now(), skipped_by = 'mona', skip_reason = 'x' where id = :id")
                .param("id", poisoned)
                .update();

        world.advance(Duration.ofHours(1));
        node.sendWhatIsDue(receiver);

        assertThat(receiver.taken()).containsExactly("1b");
    }

    @Test
    void destinationThatAsksForAPauseGetsItFromEveryNode() {
        world.put(receiver, 1, "1a");
        world.put(receiver, 2, "2a");
        receiver.behaviour = call -> new Reply(429, "600");
        node.sendWhatIsDue(receiver);
        receiver.behaviour = call -> Reply.TAKEN;
        world.put(receiver, 3, "3a");

        world.advance(Duration.ofSeconds(599));
        node.sendWhatIsDue(receiver);
        world.node().sendWhatIsDue(receiver);
        assertThat(receiver.bodies()).as("the pause holds for all entries").containsExactly("1a");

        world.advance(Duration.ofSeconds(1));
        world.node().sendWhatIsDue(receiver);
        assertThat(receiver.taken()).containsExactlyInAnyOrder("1a", "2a", "3a");
    }

    @Test
    void pauseOfYearsIsTakenForASlip() {
        world.put(receiver, 1, "1a");
        receiver.behaviour = call -> new Reply(503, "999999999");
        node.sendWhatIsDue(receiver);
        receiver.behaviour = call -> Reply.TAKEN;

        world.advance(Duration.ofDays(1));
        node.sendWhatIsDue(receiver);

        assertThat(receiver.taken()).containsExactly("1a");
    }

    @Test
    void destinationThatIsLeftAloneLosesNoAttempt() {
        try (Receiver down = new Receiver("down", FreshProviders.usual().calls("down", refused -> refused))) {
            down.behaviour = call -> Reply.of(503);
            for (int number = 1; number <= 20; number++) {
                world.put(down, number, "a");
            }
            node.sendWhatIsDue(down);
            node.sendWhatIsDue(down);

            assertThat(down.told()).as("calls until it is left alone").hasSize(5);
            assertThat(world.jdbc
                            .sql(
                                    "select count(*) from redress.outbox_entry where destination = 'down' and attempts = 0")
                            .query(Long.class)
                            .single())
                    .isEqualTo(15);
        }
    }

    @Test
    void whatCannotEvenBeSentHoldsUpNobodyElse() {
        world.put(receiver, 1, "1a");
        world.put(receiver, 2, "2a");
        receiver.afterAnswer = () -> {
            if (receiver.told().get(receiver.told().size() - 1).body().equals("1a")) {
                throw new IllegalStateException("a bug");
            }
        };

        node.sendWhatIsDue(receiver);

        assertThat(receiver.bodies()).containsExactly("1a", "2a");
        assertThat(world.waiting(receiver)).isEqualTo(1);
    }

    /** With a receiver that takes hours, a turn may not end for days. */
    @Test
    void peopleHearOfWhatWaitsWhileOthersLeave() {
        world.put(receiver, 1, "1a");
        world.put(receiver, 2, "2a");
        receiver.behaviour = call -> {
            world.advance(Duration.ofHours(2));
            return Reply.TAKEN;
        };

        node.sendWhatIsDue(receiver);

        assertThat(world.heldUp)
                .filteredOn(news -> news.destination().equals(receiver.name()))
                .singleElement()
                .satisfies(news -> assertThat(news.waiting()).isEqualTo(1));
    }

    @Test
    void figuresAndHealthSayWhatWaits() {
        world.put(receiver, 1, "1a");
        world.put(receiver, 2, "2a");
        world.advance(Duration.ofMinutes(3));
        OutboxFigures figures = new OutboxFigures(world.rows, List.of(receiver), world.clock);
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        figures.bindTo(meters);

        assertThat(meters.get("redress.outbox.waiting").gauge().value()).isEqualTo(2);
        assertThat(meters.get("redress.outbox.oldest").timeGauge().value(TimeUnit.SECONDS))
                .isEqualTo(180);
        assertThat(figures.health().getDetails().get(receiver.name()))
                .asString()
                .startsWith("2 wait, the oldest since 2026-");
    }
}
