package io.redress.remedy.returns.process;

import io.redress.core.text.EnumWords;
import io.redress.engine.table.Deployments;
import io.redress.engine.table.VersionedTable;
import io.redress.remedy.returns.WayBackTable;
import io.redress.verification.finding.WayBackChoice.GoodsBack;
import io.redress.verification.finding.WayBackChoice.PayWhen;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;

/** The table of ways back that is deployed now, asked in the words it knows. */
@Component
class DecisionWayBackTable implements WayBackTable {

    private final VersionedTable<Answer> table;

    DecisionWayBackTable(DecisionService decisions, RepositoryService repository, Deployments deployments) {
        this.table = new VersionedTable<>(decisions, repository, deployments, "wayBack", rows -> rows.stream()
                .findFirst()
                .map(row -> answer(row.getEntryMap()))
                .orElseThrow(() -> new IllegalStateException("No row of the table of ways back fits")));
    }

    @Override
    public Answer ask(Goods goods) {
        return table.ask(Map.of(
                "remedy", goods.remedy(),
                "claim", goods.claim(),
                "parcel", goods.parcel(),
                "value", goods.value().doubleValue(),
                "weightGrams", goods.weightGrams(),
                "neverReturned", goods.neverReturned()));
    }

    /** A table from before money could wait says nothing of it, and "none" where we want nothing back. */
    private static Answer answer(Map<String, Object> row) {
        return new Answer(
                EnumWords.constant(GoodsBack.class, (String) row.get("way")),
                EnumWords.constant(PayWhen.class, (String) row.get("payWhen")).orElse(PayWhen.NOW),
                (String) row.get("reason"));
    }
}
