package io.redress.time.law.process;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.core.text.EnumWords;
import io.redress.engine.table.VersionedTable;
import io.redress.engine.table.VersionedTables;
import io.redress.time.law.Buyer;
import io.redress.time.law.LegalEvent;
import io.redress.time.law.LegalRule;
import io.redress.time.law.LegalRule.Nature;
import io.redress.time.law.LegalTable;
import io.redress.time.law.LegalTerm;
import io.redress.time.law.LegalTerm.Counting;
import io.redress.time.law.LegalTerm.Unit;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.springframework.stereotype.Component;

/** The legal table from {@code processes/legal-deadline.dmn}: what laws and agreements allow. */
@Component
class DecisionLegalTable implements LegalTable {

    private final VersionedTable<List<LegalRule>> table;

    DecisionLegalTable(VersionedTables tables) {
        table = tables.of(
                "legalDeadline",
                rows -> rows.stream().map(DecisionLegalTable::rule).toList());
    }

    @Override
    public List<LegalRule> of(CaseNumber caseNumber, String country, Buyer buyer, String claim, LegalEvent event) {
        return table.decide(
                caseNumber,
                Map.of(
                        "country",
                        country,
                        "customer",
                        EnumWords.word(buyer),
                        "claim",
                        claim,
                        "event",
                        EnumWords.word(event)));
    }

    private static LegalRule rule(DmnDecisionRuleResult row) {
        Number amount = row.getEntry("amount");
        LegalTerm term = new LegalTerm(
                amount.intValue(),
                constant(Unit.class, row, "unit"),
                constant(Counting.class, row, "counting"),
                Boolean.TRUE.equals(row.<Boolean>getEntry("rollsOver")));
        return new LegalRule(
                row.getEntry("clock"),
                constant(Nature.class, row, "nature"),
                term,
                row.getEntry("calendar"),
                list(row.getEntry("letterParts")),
                period(row.getEntry("retention")),
                row.getEntry("source"));
    }

    private static <E extends Enum<E>> E constant(Class<E> type, DmnDecisionRuleResult row, String column) {
        String word = row.getEntry(column);
        return EnumWords.constant(type, word)
                .orElseThrow(
                        () -> new IllegalStateException("legal-deadline.dmn: unknown %s %s".formatted(column, word)));
    }

    private static List<String> list(String written) {
        return written == null
                ? List.of()
                : Arrays.stream(written.split(","))
                        .map(String::strip)
                        .filter(key -> !key.isEmpty())
                        .toList();
    }

    private static Period period(String written) {
        return written == null || written.isEmpty() ? Period.ZERO : Period.parse(written);
    }
}
