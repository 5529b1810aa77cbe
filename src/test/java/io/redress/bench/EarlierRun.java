package io.redress.bench;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The statements of an earlier run, whose folder was copied aside, to show what has changed since. */
final class EarlierRun {

    private final Map<String, Double> calls = new HashMap<>();

    private EarlierRun() {}

    /** Reads {@code statements.csv} in the folder; nothing is known of an earlier run where no folder is named. */
    static EarlierRun in(String folder) {
        var earlier = new EarlierRun();
        if (!folder.isEmpty()) {
            earlier.read(Path.of(folder, "statements.csv"));
        }
        return earlier;
    }

    boolean isKnown() {
        return !calls.isEmpty();
    }

    /** How often a case called that statement. */
    double calls(String shape) {
        return calls.getOrDefault(shape, 0.0);
    }

    Iterable<String> shapes() {
        return calls.keySet();
    }

    private void read(Path file) {
        if (!Files.exists(file)) {
            throw new BenchFailure("There is no earlier run to compare with: %s is missing".formatted(file));
        }
        var rows = new CsvMapper()
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader());
        try (MappingIterator<Map<String, String>> all = rows.readValues(file.toFile())) {
            while (all.hasNext()) {
                Map<String, String> row = all.next();
                calls.put(row.get("statement"), Double.parseDouble(row.get("calls")));
            }
        } catch (IOException | NumberFormatException e) {
            throw new BenchFailure("%s is not a file of statements: %s".formatted(file, e.getMessage()), e);
        }
    }
}
