package io.redress.time.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Working time as a child would count it: look at the wall clock, look at the notice on the door, wait a second. Shares
 * nothing with what it checks but the notice.
 */
public final class SecondBySecond {

    private final CalendarDefinition notice;
    private final ZoneId zone;
    private LocalDate today;
    private List<int[]> spans;

    public SecondBySecond(CalendarDefinition notice) {
        this.notice = notice;
        this.zone = ZoneId.of(notice.zone());
    }

    public boolean isOpen(Instant second) {
        LocalDateTime wall = LocalDateTime.ofInstant(second, zone);
        if (!wall.toLocalDate().equals(today)) {
            today = wall.toLocalDate();
            spans = read(noticeOf(today));
        }
        int time = wall.toLocalTime().toSecondOfDay();
        for (int[] span : spans) {
            if (span[0] <= time && time < span[1]) {
                return true;
            }
        }
        return false;
    }

    private String noticeOf(LocalDate date) {
        if (notice.special().containsKey(date.toString())) {
            return notice.special().get(date.toString());
        }
        if (notice.closed().contains(date.toString())) {
            return "closed";
        }
        String weekday = date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        return notice.hours().getOrDefault(weekday.toLowerCase(Locale.ROOT), "closed");
    }

    private static List<int[]> read(String hours) {
        return hours.equals("closed")
                ? List.of()
                : Arrays.stream(hours.split(", "))
                        .map(span -> new int[] {second(span.substring(0, 5)), second(span.substring(6))})
                        .toList();
    }

    private static int second(String time) {
        return Integer.parseInt(time.substring(0, 2)) * 3600 + Integer.parseInt(time.substring(3)) * 60;
    }

    /** @param start a whole second, as is the end */
    public long secondsBetween(Instant start, Instant end) {
        long seconds = 0;
        for (Instant second = start; second.isBefore(end); second = second.plusSeconds(1)) {
            if (isOpen(second)) {
                seconds++;
            }
        }
        return seconds;
    }

    /** @param latest when to give up; {@code null} is the answer then */
    public Instant add(Instant start, long seconds, Instant latest) {
        Instant second = start;
        for (long left = seconds; left > 0; second = second.plusSeconds(1)) {
            if (second.isAfter(latest)) {
                return null;
            }
            if (isOpen(second)) {
                left--;
            }
        }
        return second;
    }
}
