package io.redress.redesign.table;

import io.redress.engine.table.FeelText;
import io.redress.engine.table.TableColumns;
import io.redress.engine.table.TableColumns.Rising;
import io.redress.redesign.lint.Finding;
import io.redress.redesign.lint.ModelRule;
import io.redress.redesign.model.Models;
import io.redress.redesign.table.CheckedTable.Line;
import io.redress.redesign.table.Regions.Fall;
import io.redress.redesign.table.Regions.TooMuch;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.springframework.stereotype.Component;

/** The rule for answers that never fall: goodwill as we let customers wait, approval as money grows. */
@Component
class RisingRule implements ModelRule {

    private final CheckedTables tables;

    RisingRule(CheckedTables tables) {
        this.tables = tables;
    }

    @Override
    public Stream<Finding> check(Models models) {
        Words words = new Words(tables, models);
        return tables.in(models)
                .filter(table ->
                        Set.of(HitPolicy.UNIQUE, HitPolicy.FIRST, HitPolicy.ANY).contains(table.policy()))
                .flatMap(table -> table.columns().map(TableColumns::rising).orElse(List.of()).stream()
                        .flatMap(rising -> falls(table, rising, words).stream()));
    }

    private static List<Finding> falls(CheckedTable table, Rising rising, Words words) {
        boolean whole = table.rows().stream()
                .allMatch(row -> row.conditions().size() == table.inputs().size());
        if (table.rows().isEmpty() || !whole) {
            return List.of();
        }
        List<BigDecimal> answers = table.rows().stream()
                .map(row -> worth(table, row, rising).orElse(null))
                .collect(Collectors.toCollection(ArrayList::new));
        List<BigDecimal> ranks = List.copyOf(
                new TreeSet<>(answers.stream().filter(answer -> answer != null).toList()));
        List<Integer> worth = answers.stream()
                .map(answer -> answer == null ? null : ranks.indexOf(answer))
                .collect(Collectors.toCollection(ArrayList::new));
        List<Finding> findings = new ArrayList<>();
        try {
            Regions regions = new Regions(table, words);
            for (String fact : rising.facts()) {
                regions.fall(fact, worth)
                        .map(fall -> finding(table, rising, fact, fall))
                        .ifPresent(findings::add);
            }
        } catch (TooMuch tooMuch) {
            // The hit policy's rule says so, of the same regions.
            return findings;
        }
        return findings;
    }

    private static Finding finding(CheckedTable table, Rising rising, String fact, Fall fall) {
        Line to = table.rows().get(fall.to());
        return table.error(
                to,
                rising.rule(),
                written(table, table.rows().get(fall.from()), rising),
                written(table, to, rising),
                fact,
                fall.low(),
                fall.high(),
                fall.input(),
                fall.from() + 1);
    }

    private static String written(CheckedTable table, Line row, Rising rising) {
        return table.answer(row, rising.result()).map(FeelText::written).orElse("");
    }

    private static Optional<BigDecimal> worth(CheckedTable table, Line row, Rising rising) {
        return table.answer(row, rising.result())
                .flatMap(FeelText::answers)
                .filter(answers -> answers.size() == 1)
                .flatMap(answers -> answers.get(0))
                .flatMap(answer -> {
                    if (answer instanceof BigDecimal number) {
                        return Optional.of(number.stripTrailingZeros());
                    }
                    int place = rising.order().indexOf(answer);
                    return place < 0 ? Optional.empty() : Optional.of(BigDecimal.valueOf(place));
                });
    }
}
