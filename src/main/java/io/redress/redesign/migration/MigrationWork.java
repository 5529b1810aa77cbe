package io.redress.redesign.migration;

import io.redress.engine.command.Diagnosis;
import io.redress.engine.migration.CannotMigrate;
import io.redress.redesign.migration.CaseMigration.AtWork;
import io.redress.redesign.migration.CaseMigration.PromiseWouldChange;
import io.redress.redesign.migration.MigrationRows.Due;
import io.redress.redesign.migration.MigrationRun.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The work of all moves, one case after the other, each in a transaction of its own that also notes what became of it:
 * whoever is killed at it leaves the case as it was, and the next one, on whatever node, goes on with it.
 */
@Component
class MigrationWork {

    private static final Logger LOG = LoggerFactory.getLogger(MigrationWork.class);

    /** How often a case is come back to that something else is at. */
    private static final int MOST_TRIES = 8;

    private static final Duration FIRST_WAIT = Duration.ofMillis(250);

    private final MigrationRows rows;
    private final CaseMigration migration;
    private final TransactionTemplate transaction;

    MigrationWork(MigrationRows rows, CaseMigration migration, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.migration = migration;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What became of a case. */
    private record Outcome(Verdict verdict, List<String> why, List<TimerChange> timers) {

        static Outcome cannot(List<String> why, List<TimerChange> timers) {
            return new Outcome(Verdict.CANNOT, why, timers);
        }

        static Outcome of(Optional<List<TimerChange>> moved) {
            return moved.map(changes -> new Outcome(Verdict.MOVES, List.of(), changes))
                    .orElseGet(() -> new Outcome(
                            Verdict.STAYS, List.of("It has ended, or been moved, in the meantime."), List.of()));
        }
    }

    /** Does the next case, of whichever run. @return whether there was one */
    boolean next() {
        AtomicReference<Due> taken = new AtomicReference<>();
        AtomicReference<Outcome> tried = new AtomicReference<>();
        try {
            transaction.executeWithoutResult(status -> rows.next().ifPresent(due -> {
                taken.set(due);
                Outcome outcome = Outcome.of(migration.move(due));
                if (due.dryRun()) {
                    status.setRollbackOnly();
                    tried.set(outcome);
                } else {
                    note(due, outcome);
                }
            }));
        } catch (RuntimeException kept) {
            if (taken.get() == null) {
                throw kept;
            }
            keptBack(taken.get(), kept);
        }
        if (tried.get() != null) {
            note(taken.get(), tried.get());
        }
        return taken.get() != null;
    }

    private void keptBack(Due due, RuntimeException kept) {
        if (kept instanceof CannotMigrate impossible) {
            note(due, Outcome.cannot(impossible.why(), List.of()));
        } else if (kept instanceof PromiseWouldChange promise) {
            note(due, Outcome.cannot(promise.why(), promise.changes()));
        } else if (kept instanceof AtWork || Diagnosis.of(kept).kind() == Diagnosis.Kind.CONFLICT) {
            if (due.tries() < MOST_TRIES) {
                rows.later(due, FIRST_WAIT.multipliedBy(1L << due.tries()));
            } else {
                note(due, Outcome.cannot(List.of("It is being worked on at this moment. Move it later."), List.of()));
            }
        } else {
            LOG.warn("The case {} cannot be moved", due.caseNumber(), kept);
            note(due, Outcome.cannot(List.of(Diagnosis.of(kept).words() + "."), List.of()));
        }
    }

    private void note(Due due, Outcome outcome) {
        rows.judged(due, outcome.verdict(), outcome.why(), outcome.timers());
    }
}
