package io.redress.core.database;

import java.util.function.Supplier;
import org.springframework.dao.ConcurrencyFailureException;

/**
 * Repeated attempts at what came into conflict with somebody who changed the same case at the same moment, such as the
 * engine going on with it. Nothing of the attempt before was stored.
 */
public final class Attempts {

    private static final int MOST = 5;

    private Attempts() {}

    /** @throws ConcurrencyFailureException where even the last attempt came into conflict */
    public static <T> T of(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (ConcurrencyFailureException conflict) {
                if (attempt == MOST) {
                    throw conflict;
                }
            }
        }
    }

    public static void of(Runnable work) {
        of(() -> {
            work.run();
            return null;
        });
    }
}
