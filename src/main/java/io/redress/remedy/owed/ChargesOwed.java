package io.redress.remedy.owed;

import io.redress.verification.evidence.Evidence.Standing;
import io.redress.verification.evidence.Evidence.WrongCharge;
import java.util.List;
import org.joda.money.Money;

/**
 * The sum owed where charges were wrong: what is left of each, whatever was bought. Their payments alone are the limit.
 */
final class ChargesOwed {

    private ChargesOwed() {}

    static Owed of(Owed goods, List<WrongCharge> wrong, boolean byPerson) {
        Money none = Money.zero(goods.least().getCurrencyUnit());
        Money charges = wrong.stream()
                .filter(charge -> charge.standing() == Standing.DUE)
                .map(WrongCharge::left)
                // A charge in another currency is given back in it; it is in no sum of the order's.
                .filter(none::isSameCurrency)
                .reduce(none, Money::plus);
        Money payments = goods.sources().stream().map(RefundSource::left).reduce(none, Money::plus);
        Money most = byPerson && payments.isGreaterThan(charges) ? payments : charges;
        return new Owed(
                certainty(wrong, charges),
                charges,
                most,
                goods.lines(),
                goods.fees(),
                goods.givenBack(),
                goods.captured(),
                goods.figures(),
                goods.sources());
    }

    private static Certainty certainty(List<WrongCharge> wrong, Money charges) {
        if (wrong.stream().anyMatch(charge -> charge.standing() == Standing.UNCLEAR)) {
            return Certainty.UNCLEAR;
        }
        return charges.isZero() ? Certainty.NOTHING_LEFT : Certainty.CERTAIN;
    }
}
