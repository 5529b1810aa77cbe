package io.redress.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.order.Order;
import io.redress.payment.SubscriptionCharge;
import io.redress.verification.Evidence.WrongCharge;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Which charges of a subscription are wrong, and which only look alike. */
class WrongChargesTest {

    private static final Money FEE = Money.parse("EUR 9.99");

    private final List<SubscriptionCharge> charges = new ArrayList<>();

    @Test
    void secondChargeOfAPeriodIsWrongAndItsSubscriptionSurplus() {
        charge("wanted", "1", "2026-01-01", "2026-02-01", "0.00");
        charge("twin", "1", "2026-01-01", "2026-02-01", "0.00");

        assertThat(wrong()).extracting(WrongCharge::surplusSubscription).containsExactly("twin");
    }

    @Test
    void chargeRefundedByHandIsNotRefundedAgainNorDoesItMakeAnotherOneWrong() {
        charge("wanted", "1", "2026-01-01", "2026-02-01", "9.99");
        charge("twin", "1", "2026-01-01", "2026-02-01", "0.00");

        assertThat(wrong()).isEmpty();
    }

    @Test
    void shortPeriodsWithinAMonthAreAllWanted() {
        charge("wanted", "1", "2026-01-01", "2026-01-29", "0.00");
        charge("wanted", "1", "2026-01-29", "2026-02-26", "0.00");

        assertThat(wrong()).isEmpty();
    }

    @Test
    void periodsThatOverlapAcrossTheTurnOfTheMonthAreChargedTwice() {
        charge("wanted", "1", "2026-01-20", "2026-02-20", "0.00");
        charge("twin", "1", "2026-02-01", "2026-03-01", "0.00");

        assertThat(wrong()).hasSize(1);
    }

    @Test
    void twoLinesOfAnOrderAreTwoWantedSubscriptions() {
        charge("one", "1", "2026-01-01", "2026-02-01", "0.00");
        charge("other", "2", "2026-01-01", "2026-02-01", "0.00");

        assertThat(wrong()).isEmpty();
    }

    @Test
    void lineThatTheShopDoesNotKnowIsNotJudged() {
        charge("one", "9", "2026-01-01", "2026-02-01", "0.00");
        charge("other", "9", "2026-01-01", "2026-02-01", "0.00");

        assertThat(wrong()).isEmpty();
    }

    private List<WrongCharge> wrong() {
        Order order = Orders.with(
                List.of(
                        new Order.Line(1, "SUB-1", "Subscription", 1, FEE, null, true),
                        new Order.Line(2, "SUB-2", "Subscription", 1, FEE, null, true)),
                List.of());
        return WrongCharges.among(charges, order);
    }

    private void charge(String subscription, String line, String from, String to, String refunded) {
        Instant start = LocalDate.parse(from).atStartOfDay().toInstant(ZoneOffset.UTC);
        charges.add(new SubscriptionCharge(
                "ch_" + charges.size(),
                "pi_" + charges.size(),
                subscription,
                Orders.NUMBER,
                line,
                FEE,
                Money.parse(CurrencyUnit.EUR + " " + refunded),
                false,
                start.plusSeconds(charges.size()),
                start,
                LocalDate.parse(to).atStartOfDay().toInstant(ZoneOffset.UTC),
                true));
    }
}
