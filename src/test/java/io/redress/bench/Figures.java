package io.redress.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** What was measured, as a table for people. */
final class Figures {

    private final Map<String, String> rows = new LinkedHashMap<>();

    void add(String what, String figure) {
        rows.put(what, figure);
    }

    void print() {
        int width = rows.keySet().stream().mapToInt(String::length).max().orElse(0);
        System.out.println();
        rows.forEach((what, figure) -> System.out.printf("  %-" + width + "s  %s%n", what, figure));
        System.out.println();
    }

    /** Median, a high percentile and the most of what was measured. */
    static String inWords(long[] measured, double high) {
        return "%d / %d / %d".formatted(percentile(measured, 0.5), percentile(measured, high), percentile(measured, 1));
    }

    /** The smallest measured value that is not exceeded by this share of them; -1 where nothing was measured. */
    static long percentile(long[] measured, double share) {
        if (measured.length == 0) {
            return -1;
        }
        long[] sorted = measured.clone();
        Arrays.sort(sorted);
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }
}
