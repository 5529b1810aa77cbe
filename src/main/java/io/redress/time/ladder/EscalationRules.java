package io.redress.time.ladder;

import io.redress.core.text.EnumWords;
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
    public List<String> problems(List<Row> rows) {
        List<String> problems = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Row row : rows) {
            Stream.of(clock(row), name(row, names), percent(row), repeat(row), action(row), audience(row), anyHour(row))
                    .flatMap(Optional::stream)
                    .forEach(problems::add);
        }
        return problems;
    }

    private static Optional<String> clock(Row row) {
        return row.unless(
                EnumWords.constant(ClockKind.class, row.condition("clock"))
                        .filter(ClockKind::isOwed)
                        .isPresent(),
                "%s is no clock that can be late",
                row.inputs().getOrDefault("clock", "nothing"));
    }

    private static Optional<String> name(Row row, Set<String> names) {
        String name = row.text("rung");
        return name == null || name.isBlank()
                ? Optional.of(row.says("a rung must have a name, which it is remembered by"))
                : row.unless(names.add(row.inputs() + name), "the name \"%s\" is there already for this clock", name);
    }

    private static Optional<String> percent(Row row) {
        return row.unless(
                number(row, "percent") >= 0,
                "the percentage must be a whole number of 0 or more, not %s",
                row.outputs().get("percent"));
    }

    private static Optional<String> repeat(Row row) {
        String written = row.outputs().getOrDefault("repeatEvery", "");
        return row.unless(
                written.isEmpty() || number(row, "repeatEvery") >= 0,
                "the repeat must be a whole number of percent, or 0 for once, not %s",
                written);
    }

    private static Optional<String> action(Row row) {
        return row.unless(
                EnumWords.constant(Rung.Action.class, row.text("action")).isPresent(),
                "%s is nothing that can happen at a rung",
                row.outputs().get("action"));
    }

    private static Optional<String> audience(Row row) {
        return row.unless(
                AUDIENCES.contains(String.valueOf(row.text("audience"))),
                "there is nobody called %s",
                row.outputs().get("audience"));
    }

    private static Optional<String> anyHour(Row row) {
        String written = row.outputs().getOrDefault("anyHour", "");
        return row.unless(
                Set.of("", "true", "false").contains(written),
                "at any hour must be true, false or empty, not %s",
                written);
    }

    /** @return -1 where it is no whole number */
    private static int number(Row row, String column) {
        String written = row.outputs().getOrDefault(column, "");
        return written.matches("\\d{1,6}") ? Integer.parseInt(written) : -1;
    }
}
