package io.redress.outside.wire;

import java.util.function.Function;
import java.util.function.Predicate;

/** The calls to one provider, within its {@link CallLimit}. */
public final class ProviderCalls {

    private final CallLimit limit;
    private final Function<CallNotPermitted, ? extends RuntimeException> refusal;

    ProviderCalls(CallLimit limit, Function<CallNotPermitted, ? extends RuntimeException> refusal) {
        this.limit = limit;
        this.refusal = refusal;
    }

    /** One request and its answer. */
    @FunctionalInterface
    public interface Exchange<T, E extends Exception> {
        T run() throws E;
    }

    /** The same calls for an adapter that refuses them in other words; both share the one limit. */
    public ProviderCalls refusing(Function<CallNotPermitted, ? extends RuntimeException> other) {
        return new ProviderCalls(limit, other);
    }

    /**
     * A permit for several calls that belong together; the one that this thread has, where it has one.
     *
     * @throws RuntimeException the adapter's own where the provider gets no call now
     */
    public Permit permit() {
        try {
            return new Translated(limit.permit());
        } catch (CallNotPermitted refused) {
            throw refusal.apply(refused);
        }
    }

    /**
     * Makes a call and notes how it ended.
     *
     * @param failing whether an answer says that the provider does not work
     * @param silent whether an exception says so; whatever else is thrown counts as an answer
     * @throws RuntimeException the adapter's own where the provider gets no call now
     */
    public <T, E extends Exception> T make(
            Exchange<T, E> exchange, Predicate<? super T> failing, Predicate<? super Exception> silent) throws E {
        Permit permit = permit();
        long start = System.nanoTime();
        try {
            T answer = exchange.run();
            limit.note(System.nanoTime() - start, failing.test(answer));
            return answer;
        } catch (Exception failure) {
            limit.note(System.nanoTime() - start, silent.test(failure));
            throw failure;
        } finally {
            permit.close();
        }
    }

    private final class Translated implements Permit {

        private final Permit permit;

        private Translated(Permit permit) {
            this.permit = permit;
        }

        @Override
        public void renew() {
            try {
                permit.renew();
            } catch (CallNotPermitted refused) {
                throw refusal.apply(refused);
            }
        }

        @Override
        public void close() {
            permit.close();
        }
    }
}
