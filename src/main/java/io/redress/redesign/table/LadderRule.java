package io.redress.redesign.table;

import io.redress.core.text.EnumWords;
import io.redress.engine.table.Condition.Fit;
import io.redress.redesign.lint.Finding;
import io.redress.redesign.lint.ModelRule;
import io.redress.redesign.model.Models;
import io.redress.redesign.table.CheckedTable.Line;
import io.redress.time.clock.ClockKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The rule that what {@code service-level.dmn} promises {@code escalation.dmn} looks after: every clock that can be late,
 * on every ladder that it is given, has somebody above who is told.
 */
@Component
class LadderRule implements ModelRule {

    private static final String CLOCK = "clock";
    private static final String LADDER = "ladder";
    private static final String AUDIENCE = "audience";

    /** What only a rung of every ladder belongs to. */
    private static final String NO_LADDER = "\u0000";

    /** Whoever has the case hears of it, too, but may be why it is late. */
    private static final Set<String> SUPERIORS = Set.of("leads", "managers");

    private final CheckedTables tables;

    LadderRule(CheckedTables tables) {
        this.tables = tables;
    }

    @Override
    public Stream<Finding> check(Models models) {
        Optional<CheckedTable> escalation = tables.in(models, "escalation").filter(LadderRule::isReadable);
        Optional<CheckedTable> levels = tables.in(models, "serviceLevel").filter(LadderRule::isReadable);
        return escalation.stream().flatMap(ladders -> {
            Stream<Finding> clocks = Arrays.stream(ClockKind.values())
                    .filter(ClockKind::isOwed)
                    .map(EnumWords::word)
                    .filter(clock -> ladders.rows().stream().noneMatch(row -> fits(ladders, row, CLOCK, clock)))
                    .map(clock -> ladders.error("ladder-unwatched", clock));
            return Stream.concat(clocks, levels.stream().flatMap(table -> ladders(table, ladders)));
        });
    }

    private static boolean isReadable(CheckedTable table) {
        return !table.isTooLarge()
                && table.rows().stream()
                        .allMatch(
                                row -> row.conditions().size() == table.inputs().size());
    }

    private static Stream<Finding> ladders(CheckedTable levels, CheckedTable escalation) {
        return levels.rows().stream().flatMap(row -> {
            Optional<String> clock = word(levels, row, CLOCK);
            Optional<String> ladder = word(levels, row, LADDER);
            if (clock.isEmpty() || ladder.isEmpty()) {
                return Stream.empty();
            }
            boolean ofLevels = levels.model().file().drafted()
                    || !escalation.model().file().drafted();
            boolean watched = escalation.rows().stream()
                    .anyMatch(rung -> fits(escalation, rung, CLOCK, clock.get())
                            && fits(escalation, rung, LADDER, ladder.get())
                            && word(escalation, rung, AUDIENCE)
                                    .filter(told -> !SUPERIORS.contains(told))
                                    .isEmpty());
            // The clock of which there is no rung at all is named once.
            boolean known = escalation.rows().stream().anyMatch(rung -> fits(escalation, rung, CLOCK, clock.get()));
            if (!known) {
                return Stream.empty();
            }
            if (watched) {
                // Rungs of every ladder may be enough to be watched by; a name that none has is a slip all the same.
                return isNamed(escalation, ladder.get())
                        ? Stream.empty()
                        : Stream.of(
                                ofLevels
                                        ? levels.error(row, "ladder-unknown", ladder.get())
                                        : escalation.error("ladder-unknown", ladder.get()));
            }
            return Stream.of(
                    ofLevels
                            ? levels.error(row, "ladder-empty", ladder.get(), clock.get())
                            : escalation.error("ladder-empty", ladder.get(), clock.get()));
        });
    }

    /** Whether some rung says that it belongs to this ladder; where none belongs to any, all belong to each. */
    private static boolean isNamed(CheckedTable escalation, String ladder) {
        List<Line> some = escalation.rows().stream()
                .filter(row -> !fits(escalation, row, LADDER, NO_LADDER))
                .toList();
        return some.isEmpty() || some.stream().anyMatch(row -> fits(escalation, row, LADDER, ladder));
    }

    private static Optional<String> word(CheckedTable table, Line row, String column) {
        return table.answer(row, column)
                .flatMap(cell -> cell.answers())
                .filter(answers -> answers.size() == 1)
                .flatMap(answers -> answers.get(0))
                .filter(String.class::isInstance)
                .map(String.class::cast);
    }

    /** Whether a row may fit where a fact is this word; a column that is not there asks nothing. */
    private static boolean fits(CheckedTable table, Line row, String fact, String word) {
        for (int i = 0; i < table.inputs().size(); i++) {
            boolean asks =
                    table.inputs().get(i).asks().fact().filter(fact::equals).isPresent();
            if (asks && row.conditions().get(i).condition().fit(word) == Fit.NO) {
                return false;
            }
        }
        return true;
    }
}
