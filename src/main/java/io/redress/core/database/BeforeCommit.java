package io.redress.core.database;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What the present transaction has collected, to be written together before it commits. What is rolled back is
 * forgotten.
 */
public final class BeforeCommit<T> {

    private final PerTransaction<Collected> pending = new PerTransaction<>(this::begin);
    private final Consumer<List<T>> writer;

    /** @param writer takes what was collected, in the order in which it came; never nothing */
    public BeforeCommit(Consumer<List<T>> writer) {
        this.writer = writer;
    }

    /**
     * Adds to what the present transaction has collected.
     *
     * @throws IllegalStateException where there is none
     */
    public void add(T one) {
        Collected collected = pending.get();
        collected.all.add(one);
        if (collected.committing) {
            collected.write();
        }
    }

    /** Writes what the present transaction has collected, so that it can be read. */
    public void write() {
        pending.present().ifPresent(Collected::write);
    }

    private Collected begin() {
        Collected collected = new Collected();
        TransactionSynchronizationManager.registerSynchronization(collected);
        return collected;
    }

    private final class Collected implements TransactionSynchronization {

        private final List<T> all = new ArrayList<>();
        private boolean committing;

        void write() {
            if (!all.isEmpty()) {
                writer.accept(List.copyOf(all));
                all.clear();
            }
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            write();
            // What others add before the commit, after this, nobody would write any more.
            committing = true;
        }
    }
}
