package io.redress.remedy.owed;

import io.redress.verification.Evidence.WrongCharge;
import java.util.List;
import org.joda.money.Money;

/** What is owed where charges were wrong: each of them, whatever was bought. Their payments alone are the limit. */
final class ChargesOwed {

    private ChargesOwed() {}

    static Owed of(Owed goods, List<WrongCharge> wrong, boolean byPerson) {
        Money charges =
                wrong.stream().map(WrongCharge::amount).reduce(Money::plus).orElseThrow();
        Money payments =
                goods.sources().stream().map(Source::left).reduce(Money.zero(charges.getCurrencyUnit()), Money::plus);
        Money most = byPerson && payments.isGreaterThan(charges) ? payments : charges;
        return new Owed(
                Certainty.CERTAIN,
                charges,
                most,
                goods.lines(),
                goods.fees(),
                goods.givenBack(),
                goods.captured(),
                goods.figures(),
                goods.sources());
    }
}
