package io.redress.redesign.whatif;

import io.redress.complaint.timeline.CaseNumber;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;

/**
 * What is on record of a case beside the tape.
 *
 * @param cause as found out, empty where it was not
 * @param danger whether people are certainly in danger, so that no table offers them goodwill
 * @param prices of what is affected, by round; none where no order is known
 * @param named the rounds in which a person named an amount
 */
record CaseRecord(
        CaseNumber caseNumber,
        String cause,
        String team,
        boolean danger,
        List<Given> given,
        List<Decided> decided,
        Map<Integer, Money> prices,
        List<Integer> named) {

    /**
     * A row of the ledger.
     *
     * @param stands whether it was not dropped, did not fail, and is not owed to nobody
     */
    record Given(
            int round,
            String kind,
            boolean stands,
            String currency,
            BigDecimal amount,
            BigDecimal goodsValue,
            Instant at) {}

    /** When a round was decided. */
    record Decided(int round, Instant at) {}

    /** The round that was decided last at this moment; empty where none was. */
    Optional<Integer> roundAt(Instant at) {
        return decided.stream()
                .filter(decision -> !decision.at().isAfter(at))
                .reduce((earlier, later) -> later)
                .map(Decided::round);
    }

    /** The price of what was affected then. */
    Optional<Money> priceAt(Instant at) {
        int round = roundAt(at).orElse(1);
        return prices.entrySet().stream()
                .filter(price -> price.getKey() <= round)
                .reduce((earlier, later) -> later)
                .map(Map.Entry::getValue);
    }

    List<Given> given(int round, String kind) {
        return given.stream()
                .filter(row -> row.round() == round && row.kind().equals(kind))
                .toList();
    }
}
