package io.redress.remedy.returns.process;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.core.text.EnumWords;
import io.redress.engine.table.VersionedTable;
import io.redress.engine.table.VersionedTables;
import io.redress.remedy.returns.WayBackTable;
import io.redress.verification.finding.WayBackChoice.GoodsBack;
import io.redress.verification.finding.WayBackChoice.PayWhen;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The table of ways back that is deployed now, asked in the words it knows. */
@Component
class DecisionWayBackTable implements WayBackTable {

    private final VersionedTable<Answer> table;

    DecisionWayBackTable(VersionedTables tables) {
        this.table = tables.of("wayBack", rows -> rows.stream()
                .findFirst()
                .map(row -> answer(row.getEntryMap()))
                .orElseThrow(() -> new IllegalStateException("No row of the table of ways back fits")));
    }

    @Override
    public Answer ask(Goods goods) {
        return table.ask(facts(goods));
    }

    @Override
    public Answer decide(CaseNumber caseNumber, Goods goods) {
        return table.decide(caseNumber, facts(goods));
    }

    private static Map<String, Object> facts(Goods goods) {
        return Map.of(
                "remedy", goods.remedy(),
                "claim", goods.claim(),
                "parcel", goods.parcel(),
                "value", goods.value().doubleValue(),
                "weightGrams", goods.weightGrams(),
                "neverReturned", goods.neverReturned());
    }

    /** A table from before money could wait says nothing of it, and "none" where we want nothing back. */
    private static Answer answer(Map<String, Object> row) {
        return new Answer(
                EnumWords.constant(GoodsBack.class, (String) row.get("way")),
                EnumWords.constant(PayWhen.class, (String) row.get("payWhen")).orElse(PayWhen.NOW),
                (String) row.get("reason"));
    }
}
