package io.redress.intake.takeover;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.RuntimeJsonMappingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.redress.core.text.VisibleText;
import io.redress.intake.takeover.ImportText.Unreadable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The reader of rows in CSV as spreadsheets write it, whatever they separate cells by. */
final class ImportCsv {

    private static final char[] SEPARATORS = {',', ';', '\t'};
    private static final ObjectReader READER =
            CsvMapper.builder().enable(CsvParser.Feature.WRAP_AS_ARRAY).build().readerFor(String[].class);

    private ImportCsv() {}

    /** @throws Unreadable where the names of the columns are wrong, or a row is no CSV */
    static List<ImportLine> read(String text) {
        CsvSchema schema = CsvSchema.emptySchema().withColumnSeparator(separator(text));
        List<ImportLine> lines = new ArrayList<>();
        int row = 0;
        try (MappingIterator<String[]> records = READER.with(schema).readValues(text)) {
            List<String> columns = null;
            while (records.hasNextValue()) {
                String[] cells = records.nextValue();
                row++;
                if (columns == null) {
                    columns = columns(cells);
                } else if (!Arrays.stream(cells).allMatch(VisibleText::isMissing)) {
                    lines.add(line(row, columns, cells));
                }
            }
        } catch (JsonProcessingException | RuntimeJsonMappingException malformed) {
            throw new Unreadable(row + 1, "This is no CSV: are all quotes closed, and doubled within quotes?");
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return lines;
    }

    private static List<String> columns(String[] cells) {
        List<String> columns =
                Arrays.stream(withoutEmptyEnd(cells, 0)).map(String::strip).toList();
        for (String column : columns) {
            if (!ImportCheck.COLUMNS.contains(column)) {
                throw new Unreadable(1, "The column %s is not known.".formatted(quoted(column)));
            }
            if (columns.indexOf(column) != columns.lastIndexOf(column)) {
                throw new Unreadable(1, "The column %s is there twice.".formatted(quoted(column)));
            }
        }
        return columns;
    }

    private static String quoted(String column) {
        return '"' + (column.length() > 40 ? column.substring(0, 40) + "…" : column) + '"';
    }

    /** Spreadsheets write a column that was used once and is empty now, with or without its name. */
    private static String[] withoutEmptyEnd(String[] cells, int least) {
        int end = cells.length;
        while (end > least && VisibleText.isMissing(cells[end - 1])) {
            end--;
        }
        return Arrays.copyOf(cells, end);
    }

    private static ImportLine line(int row, List<String> columns, String[] written) {
        String[] cells = withoutEmptyEnd(written, columns.size());
        if (cells.length != columns.size()) {
            throw new Unreadable(row, "Has %d cells for %d columns.".formatted(cells.length, columns.size()));
        }
        Map<String, String> named = new LinkedHashMap<>();
        for (int at = 0; at < cells.length; at++) {
            if (!VisibleText.isMissing(cells[at])) {
                named.put(columns.get(at), cells[at]);
            }
        }
        return new ImportLine(row, named);
    }

    /** The separator that occurs most often in the first row, where no cell needs quotes. */
    private static char separator(String text) {
        String first = text.lines().findFirst().orElse("");
        char best = SEPARATORS[0];
        for (char candidate : SEPARATORS) {
            if (count(first, candidate) > count(first, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(one -> one == wanted).count();
    }
}
