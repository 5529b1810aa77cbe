package io.redress.remedy.owed;

import io.redress.verification.evidence.Evidence.Affected;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The request to the sum: which pieces and fees are to be made good.
 *
 * @param pieces the affected pieces by line
 * @param byPerson whether a person decides, who may also pay back what was only replaced
 * @param deliveryFee whether the delivery fee is to be given back; {@code null} where the rule decides
 * @param fees the further fees to be given back besides those that the rule gives back
 */
record RemedyRequest(Map<Integer, Integer> pieces, boolean byPerson, Boolean deliveryFee, Set<String> fees) {

    /** What evidence says is affected; fees by the rule. */
    static RemedyRequest of(List<Affected> affected, boolean byPerson) {
        Map<Integer, Integer> pieces = new HashMap<>();
        affected.forEach(part -> pieces.merge(part.line(), part.quantity(), Integer::sum));
        return new RemedyRequest(pieces, byPerson, null, Set.of());
    }

    static RemedyRequest of(OwedChoice choice) {
        Map<Integer, Integer> pieces = new HashMap<>();
        choice.lines().forEach(line -> pieces.merge(line.line(), line.quantity(), Integer::sum));
        return new RemedyRequest(pieces, true, choice.deliveryFee(), choice.fees());
    }

    int of(int line) {
        return pieces.getOrDefault(line, 0);
    }

    /** Whether it is known what is to be made good. */
    boolean isKnown() {
        return !pieces.isEmpty() || Boolean.TRUE.equals(deliveryFee) || !fees.isEmpty();
    }

    boolean wants(FeeKind kind, String name, boolean byRule) {
        if (kind == FeeKind.DELIVERY) {
            return deliveryFee == null ? byRule : deliveryFee;
        }
        return byRule || fees.contains(name);
    }
}
