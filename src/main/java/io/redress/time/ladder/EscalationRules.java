package io.redress.time.ladder;

import io.redress.core.text.EnumWords;
import io.redress.engine.table.TableColumns;
import io.redress.engine.table.TableColumns.Fact;
import io.redress.engine.table.TableColumns.Result;
import io.redress.engine.table.TableRules;
import io.redress.time.clock.ClockKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The rules for {@code escalation.dmn}, so that no rung is climbed twice, never, or reported to nobody. */
@Component
class EscalationRules implements TableRules {

    private static final Set<String> AUDIENCES = Set.of("owner", "asked", "team", "leads", "managers");

    @Override
    public String decision() {
        return "escalation";
    }

    @Override
    public TableColumns columns() {
        return TableColumns.answeredByAll(
                List.of(
                        Fact.word("clock", EnumWords.words(ClockKind.class)),
                        Fact.text("ladder", List.of("standard")).orOf("serviceLevel", "ladder")),
                List.of(
                        Result.text("rung"),
                        Result.count("percent", 0, 999_999),
                        Result.count("repeatEvery", 0, 999_999).orMissing(),
                        Result.word("action", Rung.Action.class),
                        Result.word("audience", AUDIENCES),
                        Result.truth("anyHour").orMissing()));
    }

    @Override
    public List<Problem> problems(List<Row> rows) {
        List<Problem> problems = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Row row : rows) {
            Stream.of(clock(row), name(row, names), percent(row), repeat(row), action(row), audience(row), anyHour(row))
                    .flatMap(Optional::stream)
                    .forEach(problems::add);
        }
        return problems;
    }

    private static Optional<Problem> clock(Row row) {
        return row.unless(
                EnumWords.constant(ClockKind.class, row.condition("clock"))
                        .filter(ClockKind::isOwed)
                        .isPresent(),
                "escalation-clock",
                row.inputs().getOrDefault("clock", "nothing"));
    }

    private static Optional<Problem> name(Row row, Set<String> names) {
        String name = row.text("rung");
        return name == null || name.isBlank()
                ? Optional.of(row.says("escalation-name"))
                : row.unless(names.add(row.inputs() + name), "escalation-name-twice", name);
    }

    private static Optional<Problem> percent(Row row) {
        return row.unless(
                number(row, "percent") >= 0, "escalation-percent", row.outputs().get("percent"));
    }

    private static Optional<Problem> repeat(Row row) {
        String written = row.outputs().getOrDefault("repeatEvery", "");
        return row.unless(written.isEmpty() || number(row, "repeatEvery") >= 0, "escalation-repeat", written);
    }

    private static Optional<Problem> action(Row row) {
        return row.unless(
                EnumWords.constant(Rung.Action.class, row.text("action")).isPresent(),
                "escalation-action",
                row.outputs().get("action"));
    }

    private static Optional<Problem> audience(Row row) {
        return row.unless(
                AUDIENCES.contains(String.valueOf(row.text("audience"))),
                "escalation-audience",
                row.outputs().get("audience"));
    }

    private static Optional<Problem> anyHour(Row row) {
        String written = row.outputs().getOrDefault("anyHour", "");
        return row.unless(Set.of("", "true", "false").contains(written), "escalation-any-hour", written);
    }

    /** @return -1 where it is no whole number */
    private static int number(Row row, String column) {
        String written = row.outputs().getOrDefault(column, "");
        return written.matches("\\d{1,6}") ? Integer.parseInt(written) : -1;
    }
}
