package io.redress.redesign.difference;

import io.redress.redesign.difference.DecisionTable.Row;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which row of an earlier table is which one of a later: by its id, and where that is new by what it says. */
final class RowPairs {

    private RowPairs() {}

    /** The earlier rows by the later ones, in the order of these. */
    static Map<Row, Row> between(List<Row> before, List<Row> after) {
        Map<String, Row> byId = new HashMap<>();
        before.forEach(row -> byId.put(row.id(), row));
        Map<Row, Row> pairs = new IdentityHashMap<>();
        Set<Row> taken = new HashSet<>();
        for (Row row : after) {
            Row then = row.id().isEmpty() ? null : byId.get(row.id());
            if (then != null && taken.add(then)) {
                pairs.put(row, then);
            }
        }
        Map<Map<String, String>, Deque<Row>> byCells = new HashMap<>();
        before.stream().filter(row -> !taken.contains(row)).forEach(row -> byCells.computeIfAbsent(
                        row.cells(), cells -> new ArrayDeque<>())
                .add(row));
        for (Row row : after) {
            Deque<Row> same = byCells.get(row.cells());
            if (!pairs.containsKey(row) && same != null && !same.isEmpty()) {
                pairs.put(row, same.poll());
            }
        }
        return pairs;
    }

    /** The later rows that stand elsewhere among the others: as few as it takes to explain the new order. */
    static Set<Row> moved(Map<Row, Row> pairs) {
        List<Row> later = pairs.keySet().stream()
                .sorted((one, other) -> Integer.compare(one.number(), other.number()))
                .toList();
        Set<Row> moved = new HashSet<>(later);
        longestInOrder(later.stream().map(row -> pairs.get(row).number()).toList())
                .forEach(at -> moved.remove(later.get(at)));
        return moved;
    }

    /** The places of a longest rising sequence. */
    private static List<Integer> longestInOrder(List<Integer> numbers) {
        List<Integer> ends = new ArrayList<>();
        int[] previous = new int[numbers.size()];
        for (int at = 0; at < numbers.size(); at++) {
            int low = 0;
            int high = ends.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (numbers.get(ends.get(middle)) < numbers.get(at)) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            previous[at] = low == 0 ? -1 : ends.get(low - 1);
            if (low == ends.size()) {
                ends.add(at);
            } else {
                ends.set(low, at);
            }
        }
        List<Integer> places = new ArrayList<>();
        for (int at = ends.isEmpty() ? -1 : ends.get(ends.size() - 1); at >= 0; at = previous[at]) {
            places.add(at);
        }
        return places;
    }
}
