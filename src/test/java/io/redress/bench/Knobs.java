package io.redress.bench;

import java.util.Arrays;
import java.util.List;

/**
 * The size of a run, chosen by system properties such as {@code -Dbench.slices=1}.
 *
 * @param slices how often each side has its turn
 * @param cases how many cases it then gets
 * @param clients how many clients file them at the same time
 * @param idle how many more are filed one at a time, to see how long one takes on an idle system
 * @param heap of each side's JVM
 * @param sides who takes part, in this order
 * @param before the folder with the files of an earlier run, to show what has changed; empty for none
 */
record Knobs(int slices, int cases, int clients, int idle, String heap, List<String> sides, String before) {

    private static final List<String> KNOWN = List.of("redress", "stock", "flowable");

    static Knobs chosen() {
        return new Knobs(
                number("bench.slices", 3),
                number("bench.cases", 300),
                number("bench.clients", 8),
                number("bench.idle", 10),
                System.getProperty("bench.heap", "1536m"),
                chosenSides(),
                System.getProperty("bench.before", ""));
    }

    private static int number(String name, int usual) {
        String chosen = System.getProperty(name, String.valueOf(usual)).trim();
        if (!chosen.matches("[1-9]\\d{0,5}")) {
            throw new BenchFailure("%s is %s, but has to be a number above 0".formatted(name, chosen));
        }
        return Integer.parseInt(chosen);
    }

    private static List<String> chosenSides() {
        List<String> sides = Arrays.stream(System.getProperty("bench.sides", String.join(",", KNOWN))
                        .split(","))
                .map(String::trim)
                .distinct()
                .toList();
        if (sides.isEmpty() || !KNOWN.containsAll(sides)) {
            throw new BenchFailure("bench.sides is %s, but may name only %s".formatted(sides, KNOWN));
        }
        return sides;
    }

    @Override
    public String toString() {
        return "%d slices of %d cases each, %d clients, heap %s".formatted(slices, cases, clients, heap);
    }
}
