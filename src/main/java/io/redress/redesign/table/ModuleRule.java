package io.redress.redesign.table;

import io.redress.engine.table.TableRules.Problem;
import io.redress.redesign.lint.Finding;
import io.redress.redesign.lint.ModelRule;
import io.redress.redesign.model.Models;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The rules that modules set for the tables that they ask. */
@Component
class ModuleRule implements ModelRule {

    private final CheckedTables tables;

    ModuleRule(CheckedTables tables) {
        this.tables = tables;
    }

    @Override
    public Stream<Finding> check(Models models) {
        return tables.in(models).filter(table -> !table.isTooLarge()).flatMap(table -> table.own().stream()
                .flatMap(rules -> rules.problems(table.written()).stream())
                .map(problem -> finding(table, problem)));
    }

    private static Finding finding(CheckedTable table, Problem problem) {
        Object[] details = problem.details().toArray();
        return problem.row()
                .map(row -> table.error(table.rows().get(row.number() - 1), problem.rule(), details))
                .orElseGet(() -> table.error(problem.rule(), details));
    }
}
