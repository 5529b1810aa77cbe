package io.redress.time.retiming;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.time.calendar.Calendars;
import io.redress.time.ladder.Rungs;
import io.redress.time.retiming.RetimingRows.Walk;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The walk through open cases after a manager changed a calendar or the ladder: one case after the other, each in a
 * transaction of its own that also notes how far the walk has come, so that it goes on after a crash and only one node
 * walks.
 */
@Component
class RetimingWalk {

    private static final Logger LOG = LoggerFactory.getLogger(RetimingWalk.class);

    /**
     * Within this time every node knows what is in force, so that no case behind the walk is counted by an older
     * version.
     */
    private static final Duration UNTIL_ALL_KNOW = Duration.ofSeconds(4);

    /** Limits a batch, so that other work can run in between. */
    private static final int CASES_AT_A_TIME = 200;

    private final RetimingRows rows;
    private final Retiming retiming;
    private final Calendars calendars;
    private final Rungs rungs;
    private final Clock clock;
    private final TransactionTemplate transaction;

    RetimingWalk(
            RetimingRows rows,
            Retiming retiming,
            Calendars calendars,
            Rungs rungs,
            Clock clock,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.retiming = retiming;
        this.calendars = calendars;
        this.rungs = rungs;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Begins a walk where something has changed, and goes on with one that is not over. */
    @Scheduled(fixedDelayString = "PT1S", initialDelayString = "PT2S")
    void follow() {
        String rules = rules();
        Optional<Walk> newest = rows.newest();
        if (newest.filter(walk -> walk.rules().equals(rules)).isEmpty()) {
            LOG.info("Open cases follow what is in force now: {}", rules);
            rows.begin(rules, clock.instant());
        } else if (!newest.get().done()
                && newest.get().startedAt().plus(UNTIL_ALL_KNOW).isBefore(clock.instant())) {
            goOn(newest.get());
        }
    }

    private String rules() {
        String versions = calendars.all().entrySet().stream()
                .filter(calendar -> calendar.getValue().id() != null)
                .map(calendar -> calendar.getKey() + " " + calendar.getValue().id())
                .collect(Collectors.joining(", "));
        return "calendars %s; ladder %s".formatted(versions, rungs.version());
    }

    private void goOn(Walk walk) {
        try {
            for (int i = 0; i < CASES_AT_A_TIME; i++) {
                if (!Boolean.TRUE.equals(transaction.execute(status -> next(walk.id())))) {
                    return;
                }
            }
        } catch (ConcurrencyFailureException moving) {
            LOG.debug("A case moves on at this moment and follows a little later", moving);
        } catch (RuntimeException unforeseen) {
            // One case that cannot follow must not hold up all others.
            LOG.error("A case does not follow what is in force now; it does when it moves on", unforeseen);
            transaction.executeWithoutResult(status -> rows.take(walk.id()).ifPresent(this::passOver));
        }
    }

    private void passOver(Walk walk) {
        rows.nextCase(walk).ifPresent(caseNumber -> rows.pass(walk, caseNumber));
    }

    /** @return whether there may be more to do for this node */
    private boolean next(long id) {
        Optional<Walk> taken = rows.take(id);
        if (taken.isEmpty()) {
            return false;
        }
        Walk walk = taken.get();
        Optional<CaseNumber> next = rows.nextCase(walk);
        next.ifPresentOrElse(
                caseNumber -> {
                    retiming.retime(caseNumber);
                    rows.pass(walk, caseNumber);
                },
                () -> {
                    LOG.info("{} open cases have followed", walk.cases());
                    rows.end(walk, clock.instant());
                });
        return next.isPresent();
    }
}
