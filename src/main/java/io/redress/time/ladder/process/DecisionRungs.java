package io.redress.time.ladder.process;

import io.redress.core.text.EnumWords;
import io.redress.engine.table.VersionedTable;
import io.redress.engine.table.VersionedTables;
import io.redress.time.clock.ClockKind;
import io.redress.time.ladder.Rung;
import io.redress.time.ladder.Rungs;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.springframework.stereotype.Component;

/** The rungs of the ladder from {@code processes/escalation.dmn}. */
@Component
class DecisionRungs implements Rungs {

    private final VersionedTable<List<Rung>> table;

    DecisionRungs(VersionedTables tables) {
        table = tables.of("escalation", DecisionRungs::ladder);
    }

    @Override
    public List<Rung> of(ClockKind kind, String ladder) {
        return table.ask(Map.of("clock", EnumWords.word(kind), "ladder", ladder));
    }

    @Override
    public String version() {
        return table.version();
    }

    private static List<Rung> ladder(List<DmnDecisionRuleResult> rows) {
        int top = rows.stream().mapToInt(row -> number(row, "percent")).max().orElse(0);
        return rows.stream()
                .map(row -> rung(row, top))
                .sorted(Comparator.comparingInt(Rung::percent))
                .toList();
    }

    private static Rung rung(DmnDecisionRuleResult row, int top) {
        String action = row.getEntry("action");
        int percent = number(row, "percent");
        return new Rung(
                row.getEntry("rung"),
                percent,
                number(row, "repeatEvery"),
                EnumWords.constant(Rung.Action.class, action)
                        .orElseThrow(() -> new IllegalStateException("escalation.dmn: unknown action " + action)),
                row.getEntry("audience"),
                percent == top,
                Boolean.TRUE.equals(row.get("anyHour")));
    }

    private static int number(DmnDecisionRuleResult row, String column) {
        Number number = row.getEntry(column);
        return number == null ? 0 : number.intValue();
    }
}
