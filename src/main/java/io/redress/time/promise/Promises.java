package io.redress.time.promise;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Complaints;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.complaint.timeline.Timeline;
import io.redress.complaint.timeline.TimelineKind;
import io.redress.core.text.EnumWords;
import io.redress.time.clock.CaseClock;
import io.redress.time.clock.CaseTimers;
import io.redress.time.clock.ClockRows;
import io.redress.time.clock.Deadlines;
import io.redress.time.promise.Expectations.Expectation;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The promises that take the place of others: what a customer hears before a promise breaks. */
@Component
public class Promises {

    private final Complaints complaints;
    private final ClockRows clocks;
    private final HoldingRows rows;
    private final PromiseTimes times;
    private final Expectations expectations;
    private final Deadlines deadlines;
    private final CaseTimers timers;
    private final Timeline timeline;
    private final Clock clock;
    private final TransactionTemplate ownTransaction;

    Promises(
            Complaints complaints,
            ClockRows clocks,
            HoldingRows rows,
            PromiseTimes times,
            Expectations expectations,
            Deadlines deadlines,
            CaseTimers timers,
            Timeline timeline,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.complaints = complaints;
        this.clocks = clocks;
        this.rows = rows;
        this.times = times;
        this.expectations = expectations;
        this.deadlines = deadlines;
        this.timers = timers;
        this.timeline = timeline;
        this.clock = clock;
        this.ownTransaction = new TransactionTemplate(transactions);
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * The promise that the customer has to be told now, if any. It is stored in a transaction of its own, so that it
     * stays the same however often it is asked for until its message was {@link #handedOver}.
     */
    public Optional<HoldingPromise> due(CaseNumber caseNumber) {
        Complaint complaint = complaints.get(caseNumber);
        List<CaseClock> all = clocks.of(caseNumber);
        Instant now = clock.instant();
        return times.next(complaint, all)
                .filter(due -> !due.at().isAfter(now))
                .map(due -> ownTransaction.execute(status -> write(complaint, all, due.promise(), now)));
    }

    /** The promise of this round that takes the place of another one, whose clock's id is given. */
    public Optional<HoldingPromise> inPlaceOf(Complaint complaint, long clockId) {
        return rows.of(complaint).stream()
                .filter(promise -> promise.inPlaceOf() == clockId)
                .findFirst();
    }

    /** Whether the customer still waits for what this round of the case comes to. */
    public boolean isAnswerOwed(CaseNumber caseNumber) {
        return times.isAnswerOwed(complaints.get(caseNumber), clocks.of(caseNumber));
    }

    /**
     * Notes that a person has to look into the case. Where that usually takes longer than the customer was promised,
     * they hear it at once.
     */
    @Transactional
    public void personNeeded(Complaint complaint) {
        List<CaseClock> all = clocks.of(complaint.number());
        Instant now = clock.instant();
        PromiseTimes.resolution(complaint, all)
                .filter(resolution -> expectations.isSlow(complaint, resolution, now))
                .ifPresent(resolution -> {
                    write(complaint, all, resolution, now);
                    timers.move(complaint.number());
                });
    }

    private HoldingPromise write(Complaint complaint, List<CaseClock> all, CaseClock inPlaceOf, Instant now) {
        List<HoldingPromise> before = rows.of(complaint);
        return find(before, inPlaceOf).orElseGet(() -> {
            CaseClock resolution = PromiseTimes.resolution(complaint, all).orElseThrow();
            Expectation expected = expectations.of(complaint, resolution, inPlaceOf, now);
            rows.write(
                    complaint,
                    new HoldingPromise(
                            inPlaceOf.id(), before.size() + 1, expected.until(), expected.basis(), now, false, false));
            timeline.engineDid(
                    complaint.number(),
                    TimelineKind.PROMISE_IN_DANGER,
                    "%s may come late, so the customer hears until when we need; taken from %s"
                            .formatted(EnumWords.word(inPlaceOf.kind()), expected.basis()));
            return find(rows.of(complaint), inPlaceOf).orElseThrow();
        });
    }

    private static Optional<HoldingPromise> find(List<HoldingPromise> among, CaseClock inPlaceOf) {
        return among.stream()
                .filter(promise -> promise.inPlaceOf() == inPlaceOf.id())
                .findFirst();
    }

    /** Notes that the promise's message is written, to be sent or told. */
    @Transactional
    public void handedOver(HoldingPromise promise, UUID messageId) {
        rows.handOver(promise, messageId);
    }

    /**
     * Starts the clock of the promise that the customer has just been given with this message; nothing for any other.
     */
    @Transactional
    public void given(UUID messageId) {
        rows.give(messageId, clock.instant())
                .ifPresent(given -> deadlines.promised(complaints.get(given.caseNumber()), given.until()));
    }
}
