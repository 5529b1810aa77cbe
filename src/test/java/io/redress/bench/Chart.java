package io.redress.bench;

import java.util.List;
import java.util.Locale;

/** The medians as bars in an SVG: one group for each figure, in which the longest bar is the largest value. */
final class Chart {

    private static final int LABEL = 270;
    private static final int BARS = 380;
    private static final int BAR = 13;
    private static final int GAP = 12;
    private static final int TOP = 64;
    private static final List<String> COLOURS = List.of("#1f6f8b", "#e09f3e", "#8a8d91");

    private final Results results;

    Chart(Results results) {
        this.results = results;
    }

    String svg() {
        List<String> sides = results.sides();
        int group = sides.size() * BAR + GAP;
        int height = TOP + Figure.values().length * group + GAP;
        var svg = new StringBuilder();
        svg.append("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="12">
                <rect width="100%%" height="100%%" fill="#ffffff"/>
                <text x="16" y="24" font-size="16" font-weight="bold">What a case costs</text>
                """.formatted(LABEL + BARS + 90, height));
        for (int i = 0; i < sides.size(); i++) {
            svg.append(rectangle(16 + i * 110, 36, 12, 12, i));
            svg.append(text(34 + i * 110, 46, "start", sides.get(i)));
        }
        int y = TOP;
        for (Figure figure : Figure.values()) {
            svg.append(text(LABEL - 10, y + sides.size() * BAR / 2 + 4, "end", figure.label()));
            double most = sides.stream()
                    .mapToDouble(side -> results.median(side, figure).orElse(0))
                    .max()
                    .orElse(0);
            for (int i = 0; i < sides.size(); i++) {
                double value = results.median(sides.get(i), figure).orElse(0);
                double width = most > 0 ? value / most * BARS : 0;
                svg.append(rectangle(LABEL, y + i * BAR, width, BAR - 2, i));
                svg.append(text(LABEL + width + 6, y + i * BAR + BAR - 3, "start", Results.inWords(value)));
            }
            y += group;
        }
        return svg.append("</svg>\n").toString();
    }

    private static String rectangle(double x, double y, double width, double height, int side) {
        return String.format(
                Locale.ROOT,
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>%n",
                x,
                y,
                width,
                height,
                COLOURS.get(side % COLOURS.size()));
    }

    private static String text(double x, double y, String anchor, String words) {
        return String.format(
                Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n", x, y, anchor, words);
    }
}
