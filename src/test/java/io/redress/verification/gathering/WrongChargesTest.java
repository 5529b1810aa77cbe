package io.redress.verification.gathering;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.outside.order.Order;
import io.redress.outside.payment.Dispute;
import io.redress.outside.payment.SubscriptionCharge;
import io.redress.verification.evidence.Charge;
import io.redress.verification.evidence.Charge.Ours;
import io.redress.verification.evidence.Evidence.Standing;
import io.redress.verification.evidence.Evidence.WrongCharge;
import io.redress.verification.evidence.Orders;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which charges are wrong, which only look alike, and what of a wrong one is left to give back. */
class WrongChargesTest {

    private static final Instant JANUARY =
            LocalDate.parse("2026-01-01").atStartOfDay().toInstant(ZoneOffset.UTC);
    private static final Order ORDER = Orders.with(
            List.of(
                    new Order.Line(1, "SUB-1", "Subscription", 1, Money.parse("EUR 9.99"), null, true),
                    new Order.Line(2, "SUB-2", "Subscription", 1, Money.parse("EUR 9.99"), null, true),
                    new Order.Line(3, "SUB-3", "Subscription", 2, Money.parse("EUR 9.99"), null, true)),
            List.of());

    private final Map<String, List<Charge>> charges = new TreeMap<>();
    private int count;

    /** What was given back of the second charge, how its dispute stands, and what is left of it then. */
    @ParameterizedTest
    @CsvSource({
        "EUR 14.99, 0.00,  ,        DUE,        14.99",
        "EUR 14.99, 5.00,  ,        DUE,         9.99",
        "EUR 14.99, 14.98, ,        DUE,         0.01",
        "EUR 14.99, 14.99, ,        GIVEN_BACK,  0.00",
        "JPY 4100,  1000,  ,        DUE,         3100",
        "KWD 4.100, 0.005, ,        DUE,        4.095",
        "EUR 14.99, 0.00,  INQUIRY, DUE,        14.99",
        "EUR 14.99, 5.00,  INQUIRY, DUE,         9.99",
        "EUR 14.99, 0.00,  WON,     DUE,        14.99",
        "EUR 14.99, 5.00,  REFUNDED, DUE,        9.99",
        "EUR 14.99, 0.00,  OPEN,    AT_BANK,    14.99",
        "EUR 14.99, 5.00,  OPEN,    AT_BANK,     9.99",
        "EUR 14.99, 14.99, OPEN,    GIVEN_BACK,  0.00",
        "EUR 14.99, 0.00,  LOST,    TAKEN_BACK,  0.00",
        "EUR 14.99, 0.00,  PREVENTED, TAKEN_BACK, 0.00",
    })
    void restOfAWrongChargeIsLeft(
            String amount, String refunded, Dispute.State dispute, Standing standing, String left) {
        Money price = Money.parse(amount);
        charge("wanted", "1", january(price));
        charge("twin", "1", january(price).refunded(refunded).disputed(dispute));

        assertThat(wrong()).singleElement().satisfies(wrong -> {
            assertThat(wrong.standing()).isEqualTo(standing);
            assertThat(wrong.left()).isEqualTo(Money.parse(price.getCurrencyUnit() + " " + left));
            assertThat(wrong.surplusSubscription())
                    .isEqualTo(standing == Standing.GIVEN_BACK || standing == Standing.TAKEN_BACK ? null : "twin");
        });
    }

    /** What happened to the charge that stays decides whether the other one is surely to be given back. */
    @ParameterizedTest
    @CsvSource({
        "0.00, ,        twin,   DUE,      9.99",
        "2.00, ,        twin,   UNCLEAR,  7.99",
        "0.00, INQUIRY, twin,   DUE,      9.99",
        "0.00, OPEN,    twin,   AT_BANK,  9.99",
        "9.99, ,        wanted, GIVEN_BACK, 0.00",
        "0.00, LOST,    wanted, TAKEN_BACK, 0.00",
    })
    void chargeThatStaysMustStand(
            String refunded, Dispute.State dispute, String which, Standing standing, String left) {
        Money price = Money.parse("EUR 9.99");
        Charge wanted = charge("wanted", "1", january(price).refunded(refunded).disputed(dispute));
        Charge twin = charge("twin", "1", january(price));

        assertThat(wrong()).singleElement().satisfies(wrong -> {
            assertThat(wrong.charge()).isEqualTo((which.equals("twin") ? twin : wanted).charge());
            assertThat(wrong.standing()).isEqualTo(standing);
            assertThat(wrong.left()).isEqualTo(Money.parse("EUR " + left));
        });
    }

    @Test
    void onlyChargeOfAPeriodIsNotWrongBecauseItWasGivenBack() {
        charge("wanted", "1", january(Money.parse("EUR 9.99")).refunded("9.99"));

        assertThat(wrong()).isEmpty();
    }

    /** Periods of two charges of one line, and whether the later one is wrong. */
    @ParameterizedTest
    @CsvSource({
        "2026-01-01, 2026-02-01, 2026-01-01, 2026-02-01, 1",
        "2026-01-01, 2026-01-29, 2026-01-29, 2026-02-26, 0",
        "2026-01-20, 2026-02-20, 2026-02-01, 2026-03-01, 1",
        "2026-01-01, 2027-01-01, 2026-06-01, 2026-07-01, 1",
        "2026-01-01, 2026-02-01, 2026-02-01, 2026-03-01, 0",
    })
    void periodsThatOverlapAreChargedTwiceAndThoseThatTouchAreNot(
            LocalDate from, LocalDate to, LocalDate otherFrom, LocalDate otherTo, int wrong) {
        Money price = Money.parse("EUR 9.99");
        charge("one", "1", new Draft(price, from, to, "0", null));
        charge("other", "1", new Draft(price, otherFrom, otherTo, "0", null));

        assertThat(wrong()).hasSize(wrong);
    }

    /** Lines and amounts of charges of one period, and which of them are wrong, counted from 0. */
    @ParameterizedTest
    @CsvSource({
        "1:9.99 2:9.99,               ''",
        "9:9.99 9:9.99,               ''",
        "1:9.99 1:8.99,               ''",
        "1:9.99 1:9.99 1:9.99,        '1 2'",
        "3:9.99 3:9.99,               ''",
        "3:9.99 3:9.99 3:9.99,        '2'",
        "3:9.99 3:9.99 3:9.99 3:9.99, '2 3'",
        "1:9.99 2:9.99 2:9.99 1:9.99, '2 3'",
    })
    void asManyAreWantedAsTheLineHasPieces(String charged, String expected) {
        List<String> made = new ArrayList<>();
        for (String charge : charged.trim().split(" +")) {
            String[] parts = charge.split(":");
            made.add(charge("s" + made.size(), parts[0], january(Money.parse("EUR " + parts[1])))
                    .charge());
        }

        assertThat(wrong())
                .extracting(WrongCharge::charge)
                .containsExactlyInAnyOrderElementsOf(Stream.of(expected.split(" "))
                        .filter(index -> !index.isEmpty())
                        .map(index -> made.get(Integer.parseInt(index)))
                        .toList());
    }

    @Test
    void twoThatAreWantedOneAfterTheOtherLeaveRoomForAThirdBesideBoth() {
        Money price = Money.parse("EUR 9.99");
        charge("a", "3", new Draft(price, LocalDate.parse("2026-01-01"), LocalDate.parse("2026-02-01"), "0", null));
        charge("a", "3", new Draft(price, LocalDate.parse("2026-02-01"), LocalDate.parse("2026-03-01"), "0", null));
        charge("b", "3", new Draft(price, LocalDate.parse("2026-01-15"), LocalDate.parse("2026-02-15"), "0", null));

        assertThat(wrong()).isEmpty();
    }

    @Test
    void subscriptionThatMakesOneWantedChargeIsNotSurplus() {
        Money price = Money.parse("EUR 9.99");
        charge("wanted", "1", january(price));
        charge("twin", "1", january(price));
        charge("twin", "1", new Draft(price, LocalDate.parse("2026-02-01"), LocalDate.parse("2026-03-01"), "0", null));

        assertThat(wrong())
                .singleElement()
                .extracting(WrongCharge::surplusSubscription)
                .isNull();
    }

    @Test
    void whatWeGiveBackOurselvesCountsAlsoBeforeTheProviderKnowsOfIt() {
        Money price = Money.parse("EUR 14.99");
        charge("wanted", "1", january(price));
        SubscriptionCharge twin = told("twin", january(price).refunded("5.00"));
        charges.get("1").add(Charge.of(twin, List.of(), new Ours(Money.parse("EUR 6.00"), Money.parse("EUR 4.00"))));

        assertThat(wrong()).singleElement().satisfies(wrong -> {
            assertThat(wrong.left()).isEqualTo(Money.parse("EUR 5.99"));
            assertThat(wrong.byUs()).isEqualTo(Money.parse("EUR 6.00"));
        });
    }

    /** Payments of an order of EUR 100.00: amount, what was given back, whether the shop lists it; and which are wrong. */
    @ParameterizedTest
    @CsvSource({
        "100/0/listed 100/0/listed,               1:DUE:100.00",
        "100/0/listed 100/30/listed,              1:DUE:70.00",
        "100/0/listed 100/100/listed,             1:GIVEN_BACK:0.00",
        "100/100/listed 100/0/listed,             0:GIVEN_BACK:0.00",
        "100/30/listed 100/0/listed,              1:UNCLEAR:70.00",
        "100/0/listed 100/0/unlisted,             1:UNCLEAR:100.00",
        "100/0/unlisted 100/0/listed,             0:UNCLEAR:100.00",
        "100/0/unlisted,                          ''",
        "50/0/listed 50/0/listed,                 ''",
        "50/0/listed 50/0/listed 50/0/listed,     2:DUE:50.00",
        "60/0/listed 40/0/listed 40/0/unlisted,   2:UNCLEAR:40.00",
        "100/0/listed 5/0/unlisted,               ''",
        "100/100/listed,                          ''",
        "100/0/listed 100/0/listed 100/0/listed,  1:DUE:100.00 2:DUE:100.00",
    })
    void paymentOnTopOfTheTotalIsWrongWhereItRepeatsAnother(String paid, String expected) {
        List<Charge> payments = new ArrayList<>();
        for (String payment : paid.trim().split(" +")) {
            payments.add(paid("EUR", payment.split("/"), payments.size()));
        }

        assertThat(inWords(WrongCharges.ofOrder(payments, Money.parse("EUR 100.00"))))
                .isEqualTo(expected.trim());
    }

    @Test
    void secondPaymentInAForeignCurrencyIsAPersonsQuestion() {
        List<Charge> payments = List.of(
                paid("USD", new String[] {"120", "0", "listed"}, 0),
                paid("USD", new String[] {"120", "0", "listed"}, 1));

        assertThat(inWords(WrongCharges.ofOrder(payments, Money.parse("EUR 100.00"))))
                .isEqualTo("1:UNCLEAR:120.00");
    }

    private static String inWords(List<WrongCharge> wrong) {
        return wrong.stream()
                .map(charge -> "%s:%s:%s"
                        .formatted(
                                charge.charge().substring("ch_".length()),
                                charge.standing(),
                                charge.left().getAmount()))
                .collect(Collectors.joining(" "));
    }

    private List<WrongCharge> wrong() {
        return WrongCharges.ofSubscriptions(charges, ORDER);
    }

    private record Draft(Money price, LocalDate from, LocalDate to, String refunded, Dispute.State dispute) {

        Draft refunded(String amount) {
            return new Draft(price, from, to, amount, dispute);
        }

        Draft disputed(Dispute.State state) {
            return new Draft(price, from, to, refunded, state);
        }
    }

    private static Draft january(Money price) {
        return new Draft(price, LocalDate.parse("2026-01-01"), LocalDate.parse("2026-02-01"), "0", null);
    }

    private Charge charge(String subscription, String line, Draft draft) {
        SubscriptionCharge told = told(subscription, draft);
        List<Dispute> disputes = draft.dispute() == null
                ? List.of()
                : List.of(new Dispute("dp_" + count, "pi", "ch", draft.price(), null, draft.dispute(), null, JANUARY));
        Money nothing = Money.zero(draft.price().getCurrencyUnit());
        Charge charge = Charge.of(told, disputes, new Ours(nothing, nothing));
        charges.computeIfAbsent(line, any -> new ArrayList<>()).add(charge);
        return charge;
    }

    private SubscriptionCharge told(String subscription, Draft draft) {
        count++;
        return new SubscriptionCharge(
                "ch_" + count,
                "pi_" + count,
                subscription,
                Orders.NUMBER,
                "1",
                draft.price(),
                Money.parse(draft.price().getCurrencyUnit() + " " + draft.refunded()),
                draft.dispute() != null,
                JANUARY.plusSeconds(count),
                draft.from().atStartOfDay().toInstant(ZoneOffset.UTC),
                draft.to().atStartOfDay().toInstant(ZoneOffset.UTC),
                true);
    }

    /** @param payment amount, what was given back, and {@code listed} or {@code unlisted} */
    private static Charge paid(String currency, String[] payment, int index) {
        Money amount = Money.parse(currency + " " + payment[0]);
        Money nothing = Money.zero(amount.getCurrencyUnit());
        return new Charge(
                "ch_" + index,
                "pi_" + index,
                null,
                amount,
                Money.parse(currency + " " + payment[1]),
                nothing,
                nothing,
                false,
                payment[2].equals("listed"),
                JANUARY.plus(Duration.ofMinutes(index)),
                Instant.MIN,
                Instant.MAX,
                false);
    }
}
