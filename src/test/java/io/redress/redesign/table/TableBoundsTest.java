package io.redress.redesign.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.redress.redesign.lint.Finding;
import io.redress.redesign.lint.ModelRule;
import io.redress.redesign.model.ModelFile;
import io.redress.redesign.model.ModelReader;
import io.redress.redesign.model.Models;
import io.redress.redesign.model.UnreadableModel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No table keeps the check busy for long: what is too large is said at once, what is too involved is let in, and said. */
class TableBoundsTest {

    /** Ten times what it takes here, since others build on the same machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final CheckedTables tables = new CheckedTables(List.of());
    private final ModelReader reader = new ModelReader();

    @Test
    void tableWithMoreRowsThanAnybodyReadsIsRefused() {
        // More do not fit into a file of the size that is taken.
        String table = table(8_000, 1, row -> "<text>\"%d\"</text>".formatted(row));

        assertThat(check(table)).extracting(Finding::rule).containsExactly("table-large");
    }

    @Test
    void tableWithMoreTextThanAnybodyReadsIsRefused() {
        String table = table(1_000, 1, row -> "<text>\"%s\"</text>".formatted("x".repeat(1_000)));

        assertThat(check(table)).extracting(Finding::rule).containsExactly("table-large");
    }

    @Test
    void largestTableIsCheckedToTheLastRow() {
        IntFunction<String> interval = row -> "<text>[%d..%d[</text>".formatted(row, row + 1);

        assertThat(check(table(CheckedTable.MOST_ROWS, 1, interval)))
                .extracting(Finding::rule)
                .containsExactly("table-gap-possible");
        assertThat(check(table(CheckedTable.MOST_ROWS, 1, interval).replace("[1998..1999[", "[1998..1999]")))
                .filteredOn(Finding::isError)
                .singleElement()
                .satisfies(finding -> assertThat(finding.details()).containsExactly(1999, "f0 = 1999"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void involvedTableComesToAnEnd(int seed) {
        Random random = new Random(seed);
        String table = table(
                300,
                14,
                row -> random.nextInt(3) == 0
                        ? "<text>not(\"a%d\")</text>".formatted(random.nextInt(6))
                        : "<text>-</text>");

        assertTimeout(PATIENCE, () -> check(table));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for i in 1..1000000000 return i",
                "some x in 1..30000, y in 1..30000 satisfies x = y",
                "for a in 1..99 return for b in 1..99 return for c in 1..99 return a",
                "count(for i in 1..f0 return i) > 3",
                "{f: function(x) f(x), y: f(1)}.y = 1",
                "matches(?, \"(a+)+b\")",
                "matches(?, f0)",
                "10 ** 999999999 > 1",
                "NESTED",
                "LONG",
                "CHAIN"
            })
    void feelThatTakesMinutesIsNotRun(String text) {
        String written =
                switch (text) {
                    case "NESTED" -> "(".repeat(3_000) + "1" + ")".repeat(3_000);
                    case "LONG" -> "\"" + "x".repeat(20_000) + "\"";
                    case "CHAIN" -> "-".repeat(9_000) + "1 = 1";
                    default -> text;
                };

        List<Finding> findings = check(table(1, 1, row -> "<text><![CDATA[" + written + "]]></text>"));

        assertThat(findings)
                .filteredOn(Finding::isError)
                .extracting(Finding::rule)
                .isNotEmpty()
                .allMatch(rule -> rule.equals("table-feel-costly") || rule.equals("table-feel"));
        assertThat(findings)
                .allSatisfy(finding -> assertThat(finding.details().toString()).hasSizeLessThan(1_000));
    }

    private List<Finding> check(String table) {
        ModelFile file = new ModelFile("made.dmn", table.getBytes(StandardCharsets.UTF_8));
        return assertTimeout(PATIENCE, () -> {
            var models = read(file);
            return List.<ModelRule>of(new CellRule(tables), new ColumnRule(tables), new HitPolicyRule(tables)).stream()
                    .flatMap(rule -> rule.check(models))
                    .toList();
        });
    }

    private Models read(ModelFile file) throws UnreadableModel {
        return reader.read(List.of(file), List.of());
    }

    private static String table(int rows, int columns, IntFunction<String> cell) {
        String inputs = IntStream.range(0, columns)
                .mapToObj(column ->
                        "<input id=\"i%d\"><inputExpression id=\"e%d\"><text>f%d</text></inputExpression></input>"
                                .formatted(column, column, column))
                .collect(Collectors.joining());
        StringBuilder xml = new StringBuilder("""
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="d" name="d" namespace="x">
                <decision id="made" name="made" camunda:historyTimeToLive="P1D"><decisionTable id="t" hitPolicy="UNIQUE">
                """).append(inputs).append("<output id=\"o\" name=\"row\"/>");
        for (int row = 0; row < rows; row++) {
            xml.append("<rule id=\"r%d\">".formatted(row));
            for (int column = 0; column < columns; column++) {
                xml.append("<inputEntry id=\"c%d_%d\">%s</inputEntry>".formatted(row, column, cell.apply(row)));
            }
            xml.append("<outputEntry id=\"a%d\"><text>%d</text></outputEntry></rule>".formatted(row, row));
        }
        return xml.append("</decisionTable></decision></definitions>").toString();
    }
}
