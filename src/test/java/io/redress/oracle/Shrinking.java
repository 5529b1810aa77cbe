package io.redress.oracle;

import io.redress.oracle.Situation.Bought;
import io.redress.oracle.Situation.Event;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Makes a situation that shows a fault as small as it can be and still show it, so that a person can read it. */
public final class Shrinking {

    private Shrinking() {}

    public static Situation smallest(Situation failing, Predicate<Situation> fails) {
        Situation smallest = failing;
        boolean smaller = true;
        while (smaller) {
            Situation from = smallest;
            smaller = false;
            for (Situation candidate : (Iterable<Situation>) smaller(from)::iterator) {
                if (fails.test(candidate)) {
                    smallest = candidate;
                    smaller = true;
                    break;
                }
            }
        }
        return smallest;
    }

    private static Stream<Situation> smaller(Situation situation) {
        List<Situation> candidates = new ArrayList<>();
        for (int index = 0; index < situation.past().size(); index++) {
            List<Event> fewer = new ArrayList<>(situation.past());
            fewer.remove(index);
            candidates.add(situation.with(fewer));
        }
        for (Integer line : situation.affected().keySet()) {
            Map<Integer, Integer> fewer = new LinkedHashMap<>(situation.affected());
            fewer.computeIfPresent(line, (number, pieces) -> pieces == 1 ? null : pieces - 1);
            if (!fewer.isEmpty()) {
                candidates.add(situation.with(fewer));
            }
        }
        Bought order = situation.order();
        if (!order.parcels().isEmpty()) {
            candidates.add(situation.with(new Bought(
                    order.currency(),
                    order.lines(),
                    order.delivery(),
                    order.fees(),
                    order.total(),
                    List.of(),
                    order.payments())));
        }
        return candidates.stream();
    }
}
