package io.redress.sandbox.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

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
    public Optional<Fault> take(Provider provider, boolean effect, String path) {
        return take(fault -> fault.strikes(provider, effect, path));
    }

    /** Takes one strike of one of the given kinds, for a peer that is not asked by HTTP. */
    public Optional<Fault> take(Provider provider, Set<FaultKind> kinds) {
        return take(fault -> fault.provider() == provider && kinds.contains(fault.kind()));
    }

    /** Takes one strike of a fault that is ordered for a step of the engine. */
    public Optional<Fault> takeAt(String step) {
        return take(fault -> fault.provider() == Provider.ENGINE && fault.path().equals(step));
    }

    private synchronized Optional<Fault> take(Predicate<Fault> strikes) {
        for (int i = 0; i < pending.size(); i++) {
            var fault = pending.get(i);
            if (strikes.test(fault)) {
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
