package io.redress.remedy;

import io.redress.complaint.CaseNumber;
import io.redress.engine.RefusedInput;
import io.redress.remedy.owed.LineOwed;
import io.redress.remedy.owed.Owed;
import io.redress.verification.Verdict;
import io.redress.verification.Verdict.RemedyChoice;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The goods that are to be sent again. What was sent before, in an earlier round or another case, is not sent once more
 * because a table proposes it: a person who wants that has to say so.
 */
@Component
class ReplacementProposals {

    private final JdbcClient jdbc;

    ReplacementProposals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The pieces that are to be made good. Where a person goes with the table, without those that were sent again before;
     * where a person chose that they be sent, all of them.
     *
     * @param owed where evidence alone decides, without what anybody made good before
     * @param ruling empty where evidence alone decides
     * @throws RefusedInput where a person goes with the table and nothing is left to be sent
     */
    Proposal of(CaseNumber caseNumber, String orderNumber, Owed owed, Optional<Verdict> ruling) {
        boolean asProposed = ruling.map(Verdict::remedyChoice)
                .filter(RemedyChoice.AS_PROPOSED::equals)
                .isPresent();
        if (!asProposed) {
            return Proposal.replacement(owed.priceOfPieces(), orderNumber, RefundProposals.pieces(owed));
        }
        Set<Remedy.Item> items = new HashSet<>();
        Money value = Money.zero(owed.least().getCurrencyUnit());
        for (LineOwed line : owed.lines()) {
            int pieces = line.affected() == 0 ? 0 : left(caseNumber, orderNumber, line);
            if (pieces > 0) {
                items.add(Remedy.Item.pieces(line.line(), line.sku(), pieces));
                value = value.plus(line.unitPrice().multipliedBy(pieces));
            }
        }
        if (items.isEmpty()) {
            throw new RefusedInput(
                    "remedyChoice",
                    "All of this was sent again before, so as proposed nothing more would be sent. Look at what is on its "
                            + "way, and choose what is to be done.");
        }
        return Proposal.replacement(value, orderNumber, items);
    }

    /** The same pieces are meant in every round of a case; another case may be about others of the same line. */
    private int left(CaseNumber caseNumber, String orderNumber, LineOwed line) {
        int own = sent(caseNumber, orderNumber, line, true);
        int others = sent(caseNumber, orderNumber, line, false);
        return Math.max(0, Math.min(line.affected() - own, line.ordered() - own - others));
    }

    /** The pieces that left, or may have; of the case itself not those that a new decision replaces. */
    private int sent(CaseNumber caseNumber, String orderNumber, LineOwed line, boolean own) {
        return jdbc.sql("""
                        select coalesce(sum(i.quantity), 0)
                          from redress.remedy r join redress.remedy_item i on i.remedy_id = r.id
                         where r.order_number = :order and r.kind = 'REPLACEMENT'
                           and (i.line = :line or i.line is null and i.sku = :sku)
                           and (r.case_number = :case) = :own
                           and (r.status in ('SENT', 'UNKNOWN', 'SETTLED')
                             or not :own and r.status in ('PROPOSED', 'APPROVED'))""")
                .param("order", orderNumber)
                .param("line", line.line())
                .param("sku", line.sku())
                .param("case", caseNumber.value())
                .param("own", own)
                .query(Integer.class)
                .single();
    }
}
