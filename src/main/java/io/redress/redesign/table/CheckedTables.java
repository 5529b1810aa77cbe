package io.redress.redesign.table;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.redress.engine.table.TableRules;
import io.redress.redesign.model.Models;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.springframework.stereotype.Component;

/** The decision tables among models, each with what the module that asks it knows of it. */
@Component
class CheckedTables {

    private final Map<String, TableRules> rules;

    /** Each rule asks for the tables of the same models, one after the other. */
    private final Cache<Models, List<CheckedTable>> read =
            Caffeine.newBuilder().weakKeys().maximumSize(8).build();

    CheckedTables(List<TableRules> rules) {
        this.rules = rules.stream().collect(Collectors.toMap(TableRules::decision, Function.identity()));
    }

    /** Every table that can be asked; one that is too large has no rows. */
    Stream<CheckedTable> in(Models models) {
        return read.get(models, this::all).stream();
    }

    /** A table by the id of its decision. */
    Optional<CheckedTable> in(Models models, String decision) {
        return in(models).filter(table -> table.id().equals(decision)).findFirst();
    }

    private List<CheckedTable> all(Models models) {
        return models.decisions()
                .filter(decision -> decision.decision().getExpression() instanceof DecisionTable)
                .map(decision -> CheckedTable.of(
                        decision,
                        (DecisionTable) decision.decision().getExpression(),
                        Optional.ofNullable(rules.get(decision.id()))))
                .toList();
    }

    /** What modules know of their tables. */
    Stream<TableRules> rules() {
        return rules.values().stream();
    }

    /** Whether some module asks this decision. */
    boolean areAsked(String decision) {
        return rules.containsKey(decision);
    }
}
