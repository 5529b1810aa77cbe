package io.redress.time.promise;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Complaints;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.time.clock.CaseClock;
import io.redress.time.clock.ClockKind;
import io.redress.time.clock.ClockRows;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The next promise of a case that may not be kept, and when the customer should hear of it. */
@Component
public class PromiseTimes {

    /** How much of its time is used up when a promise counts as in danger. */
    private static final int IN_DANGER = 80;

    private final Complaints complaints;
    private final ClockRows clocks;
    private final HoldingRows holding;

    public PromiseTimes(Complaints complaints, ClockRows clocks, HoldingRows holding) {
        this.complaints = complaints;
        this.clocks = clocks;
        this.holding = holding;
    }

    /** @param at when the customer is to hear that the promise of this clock may not be kept */
    public record Due(CaseClock promise, Instant at) {}

    /** When the next holding answer is due; empty while none will be. */
    public Optional<Instant> next(CaseNumber caseNumber) {
        return complaints
                .find(caseNumber)
                .flatMap(complaint -> next(complaint, clocks.of(caseNumber)))
                .map(Due::at);
    }

    /** The same; nothing is due while the customer is asked, or has something from us that they were not told yet. */
    public Optional<Due> next(Complaint complaint, List<CaseClock> all) {
        if (!isAnswerOwed(complaint, all) || complaint.isWaitingForCustomer()) {
            return Optional.empty();
        }
        Map<Long, HoldingPromise> written = holding.of(complaint).stream()
                .collect(Collectors.toMap(HoldingPromise::inPlaceOf, Function.identity()));
        List<CaseClock> running = running(complaint, all).toList();
        for (CaseClock promise : running) {
            HoldingPromise own = written.get(promise.id());
            if (own != null && !own.given()) {
                return own.handedOver() ? Optional.empty() : Optional.of(new Due(promise, own.writtenAt()));
            }
        }
        return inDanger(running, written);
    }

    /** A holding promise stands for those before it; without one the first that is in danger counts, once each. */
    private static Optional<Due> inDanger(List<CaseClock> running, Map<Long, HoldingPromise> written) {
        Optional<CaseClock> latest = running.stream()
                .filter(promise -> promise.kind() == ClockKind.HOLDING)
                .reduce((earlier, later) -> later);
        return latest.map(Stream::of)
                .orElseGet(() -> running.stream().filter(promise -> !written.containsKey(promise.id())))
                .map(promise -> new Due(promise, inDanger(promise)))
                .min(Comparator.comparing(Due::at));
    }

    /** Of what the customer was told before a calendar moved the clock, the same share of the wall clock's time. */
    private static Instant inDanger(CaseClock promise) {
        Instant inDanger = promise.at(IN_DANGER);
        if (promise.toldUntil() == null) {
            return inDanger;
        }
        Duration told = Duration.between(promise.startedAt(), promise.toldUntil());
        Instant before = promise.startedAt().plus(told.multipliedBy(IN_DANGER).dividedBy(100));
        return before.isBefore(inDanger) ? before : inDanger;
    }

    /** Whether the customer still waits for what this round of the case comes to. */
    boolean isAnswerOwed(Complaint complaint, List<CaseClock> all) {
        return !complaint.hasEnded()
                && !complaint.isWithdrawalRequested()
                && resolution(complaint, all).isPresent();
    }

    /** The clock of this round's resolution, while it has not ended. */
    static Optional<CaseClock> resolution(Complaint complaint, List<CaseClock> all) {
        return all.stream()
                .filter(clock -> clock.kind() == ClockKind.RESOLUTION)
                .filter(clock -> clock.round() == complaint.round() && clock.isRunning())
                .findFirst();
    }

    /** What was due before the case was here, as of one that comes from another system, nobody was promised by us. */
    private static Stream<CaseClock> running(Complaint complaint, List<CaseClock> all) {
        return all.stream()
                .filter(clock -> clock.kind().isPromise() && clock.kind() != ClockKind.ACKNOWLEDGEMENT)
                .filter(clock -> clock.round() == complaint.round() && clock.isRunning() && !clock.isPaused())
                .filter(clock -> clock.at(100).isAfter(complaint.createdAt()));
    }
}
