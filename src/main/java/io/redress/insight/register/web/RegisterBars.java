package io.redress.insight.register.web;

import io.redress.insight.casefile.DurationFormat;
import io.redress.insight.register.web.RegisterView.LineView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The register as a picture: for each month a bar of the promises that were owed, and its lines beneath. */
final class RegisterBars {

    private static final double WIDTH = 100;

    private RegisterBars() {}

    /**
     * One month.
     *
     * @param words what the bar shows, for those who cannot see it
     * @param pieces from left to right, a hundred wide together; empty where nothing was owed
     */
    record Month(String month, String words, List<Piece> pieces, List<Row> rows) {}

    /** A piece of a bar. @param kind {@code kept}, {@code broken} or {@code open} */
    record Piece(String kind, double x, double width) {}

    record Row(LineView line, String kind, String late) {}

    static List<Month> of(RegisterView register) {
        Map<String, List<LineView>> months = new LinkedHashMap<>();
        register.items().forEach(line -> months.computeIfAbsent(line.month(), month -> new ArrayList<>())
                .add(line));
        return months.entrySet().stream()
                .map(month -> month(month.getKey(), month.getValue()))
                .toList();
    }

    private static Month month(String month, List<LineView> lines) {
        int kept = lines.stream().mapToInt(LineView::kept).sum();
        int broken = lines.stream().mapToInt(LineView::broken).sum();
        int open = lines.stream().mapToInt(LineView::open).sum();
        int paused = lines.stream().mapToInt(LineView::paused).sum();
        Map<String, Integer> sizes = new LinkedHashMap<>();
        sizes.put("kept", kept);
        sizes.put("broken", broken);
        sizes.put("open", open);
        return new Month(
                month,
                "%d kept, %d broken, %d open".formatted(kept, broken, open) + waiting(paused),
                pieces(sizes, kept + broken + open),
                lines.stream().map(RegisterBars::row).toList());
    }

    private static String waiting(int paused) {
        return paused == 0 ? "" : ", %d of them waiting for the customer’s answer".formatted(paused);
    }

    private static List<Piece> pieces(Map<String, Integer> sizes, int all) {
        List<Piece> pieces = new ArrayList<>();
        double x = 0;
        for (Map.Entry<String, Integer> size : sizes.entrySet()) {
            if (size.getValue() > 0) {
                double width = WIDTH * size.getValue() / all;
                pieces.add(new Piece(size.getKey(), x, width));
                x += width;
            }
        }
        return pieces;
    }

    private static Row row(LineView line) {
        String kind = line.kind().replace('_', ' ');
        return new Row(
                line,
                Character.toUpperCase(kind.charAt(0)) + kind.substring(1),
                line.medianLateMinutes() == null
                        ? ""
                        : DurationFormat.of(Duration.ofMinutes(line.medianLateMinutes())));
    }
}
