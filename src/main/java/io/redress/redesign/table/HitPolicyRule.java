package io.redress.redesign.table;

import io.redress.engine.table.FeelText;
import io.redress.engine.table.TableColumns.Answers;
import io.redress.redesign.lint.Finding;
import io.redress.redesign.lint.ModelRule;
import io.redress.redesign.model.Models;
import io.redress.redesign.table.CheckedTable.Line;
import io.redress.redesign.table.Regions.TooMuch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.springframework.stereotype.Component;

/**
 * The rule for which rows answer: never two where one is to answer, and never none where one is needed. What the
 * analysis cannot decide is never a reason to refuse a table.
 */
@Component
class HitPolicyRule implements ModelRule {

    /** As many as a reader takes in. */
    private static final int MOST = 25;

    private static final Set<HitPolicy> ONE = Set.of(HitPolicy.UNIQUE, HitPolicy.FIRST, HitPolicy.ANY);
    private static final Set<HitPolicy> ALL = Set.of(HitPolicy.RULE_ORDER, HitPolicy.COLLECT);
    private static final Map<Answers, Set<HitPolicy>> FITTING = Map.of(Answers.ONE, ONE, Answers.ALL, ALL);

    private final CheckedTables tables;

    HitPolicyRule(CheckedTables tables) {
        this.tables = tables;
    }

    @Override
    public Stream<Finding> check(Models models) {
        Words words = new Words(tables, models);
        return tables.in(models).flatMap(table -> Stream.concat(policy(table).stream(), rows(table, words).stream()));
    }

    private static Optional<Finding> policy(CheckedTable table) {
        if (!ONE.contains(table.policy()) && !ALL.contains(table.policy())) {
            return Optional.of(table.error("table-policy-unknown", table.policy()));
        }
        return table.columns()
                .filter(columns -> !FITTING.get(columns.answers()).contains(table.policy())
                        || columns.answers() == Answers.ALL && table.summed())
                .map(columns -> columns.answers() == Answers.ONE
                        ? table.error("table-policy-one", table.policy())
                        : table.error("table-policy-all", table.policy()));
    }

    private static List<Finding> rows(CheckedTable table, Words words) {
        boolean whole = table.rows().stream()
                .allMatch(row -> row.conditions().size() == table.inputs().size()
                        && row.conditions().stream()
                                .allMatch(cell -> cell.problem().isEmpty()
                                        && cell.costly().isEmpty()));
        if (table.rows().isEmpty() || !whole) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        try {
            new Check(table, new Regions(table, words), findings).run();
        } catch (TooMuch tooMuch) {
            findings.add(table.warning("table-undecided"));
        }
        return findings;
    }

    /** The check of one table. */
    private record Check(CheckedTable table, Regions regions, List<Finding> findings) {

        void run() throws TooMuch {
            for (int i = 0; i < table.rows().size(); i++) {
                if (regions.isEmpty(i)) {
                    findings.add(table.warning(row(i), "table-row-never"));
                }
            }
            if (table.policy() == HitPolicy.UNIQUE || table.policy() == HitPolicy.ANY) {
                overlaps();
            }
            if (table.policy() == HitPolicy.FIRST) {
                covered();
            }
            if (ONE.contains(table.policy())) {
                gap();
            }
        }

        private Line row(int place) {
            return table.rows().get(place);
        }

        private void overlaps() throws TooMuch {
            int found = 0;
            for (int i = 1; i < table.rows().size() && found < MOST; i++) {
                for (int k = 0; k < i && found < MOST; k++) {
                    Optional<String> both = regions.both(k, i);
                    if (both.isPresent() && !(table.policy() == HitPolicy.ANY && sayTheSame(row(k), row(i)))) {
                        Object[] details = {k + 1, both.get()};
                        findings.add(
                                regions.areIndependent()
                                        ? table.error(row(i), "table-overlap", details)
                                        : table.warning(row(i), "table-overlap-possible", details));
                        found++;
                    }
                }
            }
        }

        private static boolean sayTheSame(Line one, Line other) {
            return one.answers().stream()
                    .map(FeelText::written)
                    .toList()
                    .equals(other.answers().stream().map(FeelText::written).toList());
        }

        private void covered() throws TooMuch {
            for (int i = 1; i < table.rows().size(); i++) {
                if (!regions.isEmpty(i) && regions.isCovered(i)) {
                    findings.add(table.warning(row(i), "table-row-covered"));
                }
            }
        }

        private void gap() throws TooMuch {
            boolean needed = regions.areIndependent()
                    && table.columns()
                            .filter(columns -> columns.answers() == Answers.ONE)
                            .isPresent();
            regions.gap()
                    .map(input -> needed ? table.error("table-gap", input) : table.warning("table-gap-possible", input))
                    .ifPresent(findings::add);
        }
    }
}
