package io.redress.core.database;

import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Something that belongs to the present transaction: made when it is first asked for, set aside while an inner
 * transaction runs, and gone when its own ends.
 */
public final class PerTransaction<T> {

    private final Supplier<T> first;

    /** @param first makes what a transaction begins with */
    public PerTransaction(Supplier<T> first) {
        this.first = first;
    }

    /** Whether there is a transaction that something could belong to. */
    public static boolean isActive() {
        return TransactionSynchronizationManager.isSynchronizationActive()
                && TransactionSynchronizationManager.isActualTransactionActive();
    }

    /** What belongs to the present transaction, if it was asked for before. */
    public Optional<T> present() {
        return Optional.ofNullable(bound()).map(bound -> bound.value);
    }

    /**
     * What belongs to the present transaction.
     *
     * @throws IllegalStateException where there is none
     */
    public T get() {
        Bound bound = bound();
        return (bound == null ? begin() : bound).value;
    }

    @SuppressWarnings("unchecked")
    private Bound bound() {
        return (Bound) TransactionSynchronizationManager.getResource(this);
    }

    private Bound begin() {
        Bound bound = new Bound(first.get());
        TransactionSynchronizationManager.registerSynchronization(bound);
        TransactionSynchronizationManager.bindResource(this, bound);
        return bound;
    }

    private final class Bound implements TransactionSynchronization {

        private final T value;

        Bound(T value) {
            this.value = value;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(PerTransaction.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(PerTransaction.this, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(PerTransaction.this);
        }
    }
}
