package io.redress.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The results as files, written anew after every slice so that those of a run that was stopped are kept. */
final class ReportFiles {

    private final Path folder;
    private final String about;
    private final EarlierRun earlier;

    /**
     * @param about how and on what was measured
     * @param earlier what Redress is compared with
     */
    ReportFiles(Path folder, String about, EarlierRun earlier) {
        this.earlier = earlier;
        this.folder = folder;
        this.about = about;
    }

    /** Takes away those of an earlier run, so that nobody reads them as this one's. */
    void clear() {
        try (var files = Files.newDirectoryStream(folder, "{figures,statements}*")) {
            for (Path file : files) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(Results results, List<String> remarks) {
        write("figures.md", markdown(results, remarks));
        write("figures.csv", csv(results));
        write("figures.svg", new Chart(results).svg());
        for (String side : results.sides()) {
            boolean ours = side.equals("redress");
            var report = new StatementReport(side, results.of(side), ours ? earlier : EarlierRun.in(""));
            String name = ours ? "statements" : "statements-" + side;
            write(name + ".md", report.markdown());
            write(name + ".csv", report.csv());
        }
    }

    /** The medians of all sides, and how many times the first is of each other. */
    String markdown(Results results, List<String> remarks) {
        List<String> sides = results.sides();
        var lines = new ArrayList<String>();
        lines.add("# What a case costs");
        lines.add("");
        lines.add(about);
        remarks.forEach(remark -> lines.addAll(List.of("", "**" + remark + "**")));
        lines.add("");
        var heads = new ArrayList<>(List.of("per case, median of the slices"));
        heads.addAll(sides);
        sides.stream().skip(1).forEach(other -> heads.add(sides.get(0) + " / " + other));
        lines.add("| " + String.join(" | ", heads) + " |");
        lines.add("|---|" + "--:|".repeat(heads.size() - 1));
        for (Figure figure : Figure.values()) {
            lines.add(row(figure.label(), sides, side -> results.median(side, figure)));
        }
        for (String label : results.labels()) {
            lines.add(row(label, sides, side -> results.once(side, label)));
        }
        lines.add("");
        lines.add("Slices: "
                + sides.stream()
                        .map(side -> results.of(side).size() + " of " + side)
                        .collect(Collectors.joining(", ")));
        return String.join("\n", lines) + "\n";
    }

    private static String csv(Results results) {
        var lines = new ArrayList<String>();
        lines.add("side,slice,"
                + Arrays.stream(Figure.values())
                        .map(figure -> figure.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(",")));
        for (String side : results.sides()) {
            List<Slice> slices = results.of(side);
            for (int i = 0; i < slices.size(); i++) {
                Slice slice = slices.get(i);
                lines.add(side + "," + (i + 1) + ","
                        + Arrays.stream(Figure.values())
                                .map(figure -> String.format(Locale.ROOT, "%.3f", figure.of(slice)))
                                .collect(Collectors.joining(",")));
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private static String row(String label, List<String> sides, Function<String, OptionalDouble> figure) {
        var cells = new ArrayList<>(List.of(label));
        sides.forEach(side -> cells.add(words(figure.apply(side))));
        sides.stream().skip(1).forEach(other -> cells.add(ratio(figure.apply(sides.get(0)), figure.apply(other))));
        return "| " + String.join(" | ", cells) + " |";
    }

    private static String words(OptionalDouble figure) {
        return figure.isPresent() ? Results.inWords(figure.getAsDouble()) : "–";
    }

    private static String ratio(OptionalDouble one, OptionalDouble other) {
        return one.isPresent() && other.orElse(0) > 0
                ? Results.inWords(one.getAsDouble() / other.getAsDouble()) + " ×"
                : "–";
    }

    private void write(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
