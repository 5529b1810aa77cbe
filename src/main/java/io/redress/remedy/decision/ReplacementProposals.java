package io.redress.remedy.decision;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.core.input.RefusedInput;
import io.redress.remedy.ledger.Proposal;
import io.redress.remedy.ledger.Remedy;
import io.redress.remedy.owed.Owed;
import io.redress.verification.evidence.Evidence;
import io.redress.verification.evidence.Evidence.Affected;
import io.redress.verification.finding.Verdict;
import io.redress.verification.finding.Verdict.RemedyChoice;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The goods that are to be sent again. What was sent before, in an earlier round or another case, is not sent once more
 * only because a table proposes it: a person who wants that has to say so.
 */
@Component
class ReplacementProposals {

    private static final Set<RemedyChoice> SAID =
            EnumSet.of(RemedyChoice.REPLACEMENT, RemedyChoice.REFUND_AND_REPLACEMENT);

    private final JdbcClient jdbc;

    ReplacementProposals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What evidence alone says: the pieces that nobody made good yet. */
    Proposal certain(Evidence evidence, Owed owed) {
        requireSendable(evidence);
        return Proposal.replacement(owed.priceOfPieces(), evidence.order().number(), RefundProposals.pieces(owed));
    }

    /**
     * What is affected and was not sent again before, or all of it where the person chose that it be sent.
     *
     * @throws RefusedInput where nothing can be sent, or nothing is left to be
     */
    Proposal chosen(CaseNumber caseNumber, Evidence evidence, Verdict ruling) {
        requireSendable(evidence);
        boolean said = SAID.contains(ruling.remedyChoice());
        List<Affected> left = said ? evidence.affected() : left(caseNumber, evidence);
        if (left.isEmpty()) {
            throw new RefusedInput(
                    "remedyChoice",
                    "All of this was sent again before, so as proposed nothing more would be sent. Look at what is on its "
                            + "way, and choose what is to be done.");
        }
        Money value = left.stream().map(Affected::price).reduce(Money::plus).orElseThrow();
        return Proposal.replacement(
                value,
                evidence.order().number(),
                left.stream()
                        .map(part -> Remedy.Item.pieces(part.line(), part.sku(), part.quantity()))
                        .collect(Collectors.toSet()));
    }

    private static void requireSendable(Evidence evidence) {
        if (evidence.affected().isEmpty() || evidence.order().deliveryAddress() == null) {
            throw new RefusedInput(
                    "remedyChoice",
                    "Nothing can be sent again: it is not known which articles, or where to. Choose another remedy.");
        }
    }

    private List<Affected> left(CaseNumber caseNumber, Evidence evidence) {
        Map<String, Integer> room = new HashMap<>();
        for (Affected part : evidence.affected()) {
            room.merge(part.sku(), part.quantity(), Integer::sum);
        }
        room.replaceAll((sku, affected) -> room(caseNumber, evidence, sku, affected));
        List<Affected> left = new ArrayList<>();
        for (Affected part : evidence.affected()) {
            int pieces = Math.min(part.quantity(), room.get(part.sku()));
            if (pieces > 0) {
                room.merge(part.sku(), -pieces, Integer::sum);
                left.add(new Affected(part.line(), part.sku(), part.description(), pieces, part.unitPrice()));
            }
        }
        return left;
    }

    /** The same pieces are meant in every round of a case; another case may be about others of the same article. */
    private int room(CaseNumber caseNumber, Evidence evidence, String sku, int affected) {
        int ordered = evidence.order().lines().stream()
                .filter(line -> line.sku().equals(sku))
                .mapToInt(line -> line.quantity())
                .sum();
        int own = sent(caseNumber, evidence.order().number(), sku, true);
        int others = sent(caseNumber, evidence.order().number(), sku, false);
        return Math.max(0, Math.min(affected - own, ordered - own - others));
    }

    /** The pieces that left, or may have; of the case itself not those that a new decision replaces. */
    private int sent(CaseNumber caseNumber, String order, String sku, boolean own) {
        return jdbc.sql("""
                        select coalesce(sum(i.quantity), 0)
                          from redress.remedy r join redress.remedy_item i on i.remedy_id = r.id
                         where r.order_number = :order and i.sku = :sku and r.kind = 'REPLACEMENT'
                           and (r.case_number = :case) = :own
                           and (r.status in ('SENT', 'UNKNOWN', 'SETTLED')
                             or not :own and r.status in ('PROPOSED', 'APPROVED'))""")
                .param("order", order)
                .param("sku", sku)
                .param("case", caseNumber.value())
                .param("own", own)
                .query(Integer.class)
                .single();
    }
}
