package io.redress.remedy.replacement;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.remedy.ledger.Remedy;
import io.redress.remedy.ledger.RemedyKind;
import io.redress.remedy.ledger.RemedyLedger;
import io.redress.remedy.returns.GoodsReturn;
import io.redress.remedy.returns.GoodsReturns;
import io.redress.remedy.returns.WayBack;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The goods and the money on their way in a case, of any round: replacements, goods that come back, and money that is
 * not settled yet.
 */
@Component
public class GoodsOnTheWay {

    private final RemedyLedger ledger;
    private final GoodsReturns returns;

    GoodsOnTheWay(RemedyLedger ledger, GoodsReturns returns) {
        this.ledger = ledger;
        this.returns = returns;
    }

    /** How far something is. */
    public enum State {
        /** Approved, and about to be sent. */
        DUE,
        /** Asked for at warehouse or provider, with no answer to rely on yet. */
        UNDER_WAY,
        /** A replacement that left, or goods that are expected back. */
        ON_ITS_WAY,
        /** Money that goes once goods are with us. */
        WAITS_FOR_GOODS,
        /** Goods that are back with us. */
        HERE
    }

    /**
     * One thing.
     *
     * @param what {@code replacement}, {@code return} or {@code refund}
     * @param articles the skus and quantities that are known of it, such as {@code 1 × TV-55}; empty where none are
     * @param reference a tracking code, {@code null} where there is none
     * @param at since when, or with a return that is expected by when; {@code null} where nobody knows
     */
    public record Thing(
            String what,
            State state,
            int round,
            Optional<Remedy> remedy,
            String articles,
            String reference,
            Instant at) {}

    /** Everything on its way, oldest first. */
    public List<Thing> of(CaseNumber caseNumber) {
        List<Thing> things = new ArrayList<>();
        for (Remedy remedy : ledger.of(caseNumber)) {
            state(remedy)
                    .ifPresent(state -> things.add(new Thing(
                            remedy.kind() == RemedyKind.REFUND ? "refund" : "replacement",
                            state,
                            remedy.round(),
                            Optional.of(remedy),
                            articles(remedy),
                            remedy.trackingCode(),
                            remedy.changedAt())));
        }
        returns.of(caseNumber).stream()
                .filter(goods -> goods.isExpected() || goods.status() == GoodsReturn.Status.RECEIVED)
                .forEach(goods -> things.add(new Thing(
                        "return",
                        goods.isExpected() ? State.ON_ITS_WAY : State.HERE,
                        goods.round(),
                        Optional.empty(),
                        returns.pieces(goods).stream().map(WayBack::article).collect(Collectors.joining(", ")),
                        goods.trackingCode(),
                        goods.isExpected() ? goods.expectedBy() : goods.changedAt())));
        return things;
    }

    /** Empty for what is only proposed, dropped, failed, or money that is settled. */
    private Optional<State> state(Remedy remedy) {
        if (remedy.kind() == RemedyKind.REPLACEMENT) {
            return switch (remedy.status()) {
                case APPROVED -> Optional.of(State.DUE);
                case SENT, UNKNOWN -> Optional.of(State.UNDER_WAY);
                case SETTLED -> Optional.of(State.ON_ITS_WAY);
                case PROPOSED, FAILED, SUPERSEDED -> Optional.empty();
            };
        }
        if (remedy.kind() != RemedyKind.REFUND) {
            return Optional.empty();
        }
        return switch (remedy.status()) {
            case APPROVED -> Optional.of(ledger.awaitsGoods(remedy) ? State.WAITS_FOR_GOODS : State.DUE);
            case SENT, UNKNOWN -> Optional.of(State.UNDER_WAY);
            case PROPOSED, SETTLED, FAILED, SUPERSEDED -> Optional.empty();
        };
    }

    private static String articles(Remedy remedy) {
        return remedy.items().stream()
                .filter(item -> item.quantity() > 0)
                .map(item -> item.quantity() + " × " + item.sku())
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
