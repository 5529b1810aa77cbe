package io.redress.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/** The slices of a run so far, and their medians. */
final class Results {

    private final Map<String, List<Slice>> slices = new LinkedHashMap<>();
    private final Map<String, Map<String, Double>> once = new LinkedHashMap<>();

    void add(Slice slice) {
        slices.computeIfAbsent(slice.side(), side -> new ArrayList<>()).add(slice);
    }

    /** What is measured once for each side, beside the slices. */
    void add(String side, String label, double value) {
        once.computeIfAbsent(label, any -> new LinkedHashMap<>()).put(side, value);
    }

    Set<String> labels() {
        return once.keySet();
    }

    OptionalDouble once(String side, String label) {
        Double value = once.get(label).get(side);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    List<String> sides() {
        return List.copyOf(slices.keySet());
    }

    List<Slice> of(String side) {
        return slices.getOrDefault(side, List.of());
    }

    OptionalDouble median(String side, Figure figure) {
        double[] sorted = of(side).stream().mapToDouble(figure::of).sorted().toArray();
        if (sorted.length == 0) {
            return OptionalDouble.empty();
        }
        int middle = sorted.length / 2;
        return OptionalDouble.of(sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2);
    }

    /** Three digits that matter, and no more than one after the point. */
    static String inWords(double figure) {
        if (Double.isNaN(figure)) {
            return "–";
        }
        return String.format(Locale.ROOT, figure < 10 ? "%.2f" : figure < 100 ? "%.1f" : "%,.0f", figure);
    }
}
