package io.redress.time.calendar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A span of working time within a day, as the clock on the wall shows it.
 *
 * @param from the second of the day at which it begins, which belongs to it
 * @param to the second of the day at which it ends, which does not belong to it; 86,400 is 24:00
 * @param text as it was written
 */
record Opening(int from, int to, String text) {

    static final int DAY = 86_400;

    /** From midnight to midnight. */
    static final List<Opening> WHOLE_DAY = List.of(new Opening(0, DAY, "00:00-24:00"));

    private static final String TIME = "([01]\\d|2[0-4]):([0-5]\\d)(?::([0-5]\\d))?";
    private static final Pattern SPAN = Pattern.compile(TIME + "\\s*[-–]\\s*" + TIME);
    private static final String CLOSED = "closed";

    /**
     * Reads spans such as {@code 09:00-12:00, 13:00-17:00}; the word {@code closed} means none.
     *
     * @param faults is told of each fault, in a sentence without its full stop
     * @return in the order of the day; incomplete where there were faults
     */
    static List<Opening> read(String text, Consumer<String> faults) {
        if (text == null || text.isBlank()) {
            faults.accept("names no hours; write \"closed\" where there are none");
            return List.of();
        }
        List<Opening> openings = new ArrayList<>();
        if (!text.strip().equals(CLOSED)) {
            for (String span : text.split(",", -1)) {
                readOne(span.strip(), faults, openings);
            }
        }
        openings.sort(Comparator.comparingInt(Opening::from));
        for (int i = 1; i < openings.size(); i++) {
            if (openings.get(i).from() < openings.get(i - 1).to()) {
                faults.accept("\"%s\" overlaps \"%s\"".formatted(openings.get(i - 1).text, openings.get(i).text));
            }
        }
        return List.copyOf(openings);
    }

    private static void readOne(String span, Consumer<String> faults, List<Opening> openings) {
        Matcher parts = SPAN.matcher(span);
        if (!parts.matches()) {
            faults.accept("\"%s\" is no span of time such as 09:00-12:00".formatted(span));
            return;
        }
        int from = second(parts, 1);
        int to = second(parts, 4);
        if (from > DAY || to > DAY) {
            faults.accept("\"%s\" goes beyond 24:00".formatted(span));
        } else if (from == to) {
            faults.accept("\"%s\" is empty".formatted(span));
        } else if (from > to) {
            faults.accept("\"%s\" ends before it begins; what crosses midnight is two spans, the second on the next day"
                    .formatted(span));
        } else {
            openings.add(new Opening(from, to, span));
        }
    }

    private static int second(Matcher parts, int group) {
        String seconds = parts.group(group + 2);
        return Integer.parseInt(parts.group(group)) * 3600
                + Integer.parseInt(parts.group(group + 1)) * 60
                + (seconds == null ? 0 : Integer.parseInt(seconds));
    }
}
