package io.redress.remedy.plan.process;

import io.redress.complaint.file.Outcome;
import io.redress.core.text.EnumWords;
import io.redress.engine.table.VersionedTable;
import io.redress.engine.table.VersionedTables;
import io.redress.remedy.decision.Decisions.TableAnswer;
import io.redress.remedy.decision.RemedyTable;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The remedy table that is deployed now, asked each question once per version: a form asks for every answer it may get.
 */
@Component
class DecisionRemedyTable implements RemedyTable {

    private final VersionedTable<TableAnswer> table;

    DecisionRemedyTable(VersionedTables tables) {
        this.table = tables.of("remedy", rows -> {
            if (rows.size() != 1) {
                throw new IllegalStateException(rows.size() + " rows of the remedy table fit this case");
            }
            return answer(rows.get(0).getEntryMap());
        });
    }

    @Override
    public TableAnswer ask(Map<String, Object> facts) {
        return table.ask(facts);
    }

    /** The table's outputs by name. */
    static TableAnswer answer(Map<String, Object> answered) {
        return new TableAnswer(
                EnumWords.constant(Outcome.class, (String) answered.get("outcome"))
                        .orElseThrow(),
                (String) answered.get("refund"),
                Boolean.TRUE.equals(answered.get("replacement")),
                (String) answered.get("byHand"),
                Boolean.TRUE.equals(answered.get("apology")),
                (String) answered.get("reason"));
    }
}
