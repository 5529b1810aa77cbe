package io.redress.sandbox.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults still to strike, first ordered first served. */
public final class Faults {

    private final List<Fault> pending = new ArrayList<>();

    /** Adds a fault behind those already waiting. */
    public synchronized void order(Fault fault) {
        pending.add(fault);
    }

    /** What is still to strike, with what remains of each count. */
    public synchronized List<Fault> pending() {
        return List.copyOf(pending);
    }

    /** From now on everybody behaves. */
    public synchronized void clear() {
        pending.clear();
    }

    /**
     * Takes one strike for a request.
     *
     * @param effect whether the request would change something
     */
    public synchronized Optional<Fault> take(Provider provider, boolean effect, String path) {
        for (int i = 0; i < pending.size(); i++) {
            var fault = pending.get(i);
            if (fault.strikes(provider, effect, path)) {
                spend(i, fault);
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    private void spend(int index, Fault fault) {
        if (fault.count() == 1) {
            pending.remove(index);
        } else {
            pending.set(
                    index, new Fault(fault.provider(), fault.kind(), fault.count() - 1, fault.path(), fault.seconds()));
        }
    }
}
