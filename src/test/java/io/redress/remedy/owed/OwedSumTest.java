package io.redress.remedy.owed;

import static io.redress.remedy.owed.Certainty.CERTAIN;
import static io.redress.remedy.owed.Certainty.FIGURES_DISAGREE;
import static io.redress.remedy.owed.Certainty.NOTHING_LEFT;
import static io.redress.remedy.owed.Certainty.UNCLEAR;
import static io.redress.remedy.owed.Purchase.headphonesAndCables;
import static io.redress.remedy.owed.Purchase.in;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.outside.payment.Refund;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What is owed, by tables of orders and histories. */
class OwedSumTest {

    @Nested
    class WithoutHistory {

        @Test
        void everythingWithItsDelivery() {
            certain(headphonesAndCables().owedForEverything(), "109.70");
        }

        @Test
        void onlyWhatIsAffected() {
            certain(headphonesAndCables().owedFor(1, 1), "79.90");
            certain(headphonesAndCables().owedFor(2, 1), "12.45");
        }

        @Test
        void neverMorePiecesThanWereBought() {
            certain(headphonesAndCables().owedFor(2, 7), "24.90");
        }

        @Test
        void nothingForWhatCostNothing() {
            certain(in("EUR").line("GIFT", 1, "0").owedForEverything(), "0.00");
            certain(in("EUR").line("LAMP", 1, "20").line("BULB", 2, "0").owedFor(2, 1), "0.00");
            certain(in("JPY").line("GIFT", 3, "0").owedFor(1, 2), "0");
            certain(in("KWD").line("GIFT", 1, "0").line("CUP", 1, "1").owedFor(1, 1), "0.000");
        }

        @Test
        void nothingIsCertainWhereNothingIsKnownToBeAffected() {
            unclear(headphonesAndCables().owedFor(), "0.00", "109.70");
        }
    }

    @Nested
    class GivenBackByHand {

        @Test
        void wholeOrInPartOnlyTheRestIsOwed() {
            certain(
                    headphonesAndCables()
                            .also(p -> p.refundedByHand("pi", "24.90"))
                            .owedForEverything(),
                    "84.80");
            certain(
                    headphonesAndCables()
                            .also(p -> p.refundedByHand("pi", "0.01"))
                            .owedForEverything(),
                    "109.69");
            nothingLeft(headphonesAndCables()
                    .also(p -> p.refundedByHand("pi", "109.70"))
                    .owedForEverything());
            certain(
                    in("JPY")
                            .line("A", 2, "4100")
                            .also(p -> p.refundedByHand("pi", "1"))
                            .owedForEverything(),
                    "8199");
        }

        @Test
        void nobodyKnowsForWhichArticleItWas() {
            unclear(
                    headphonesAndCables()
                            .also(p -> p.refundedByHand("pi", "24.90"))
                            .owedFor(2, 2),
                    "0.00",
                    "24.90");
            unclear(
                    headphonesAndCables()
                            .also(p -> p.refundedByHand("pi", "10"))
                            .owedFor(1, 1),
                    "69.90",
                    "79.90");
            unclear(
                    headphonesAndCables()
                            .also(p -> p.refundedByHand("pi", "100"))
                            .owedFor(1, 1),
                    "0.00",
                    "9.70");
        }

        @Test
        void onceWhereAPersonNamedItAsTheProofOfARemedy() {
            Purchase order = headphonesAndCables();
            order.paid("pi", "109.70").refundedByHand("pi", "79.90");
            order.givenOf("pi", "re_0pi", "C-1", "79.90", order.part(1, 1, "79.90"));

            certain(order.owedFor(2, 2), "29.80");
        }

        @Test
        void notWhereItFailed() {
            Purchase order = headphonesAndCables();
            order.paid("pi", "109.70").refundTold("pi", null, "109.70", Refund.Status.FAILED);

            certain(order.owedForEverything(), "109.70");
        }

        @Test
        void whileItIsPendingToo() {
            Purchase order = headphonesAndCables();
            order.paid("pi", "109.70").refundTold("pi", null, "109.70", Refund.Status.PENDING);

            nothingLeft(order.owedForEverything());
        }
    }

    @Nested
    class GivenBackByTheShop {

        @Test
        void forALineOnlyForThat() {
            Purchase order = headphonesAndCables();
            order.refundedByHand("pi", "24.90").givenByShop(2, 2, "24.90", true);

            nothingLeft(order.owedFor(2, 2));
            certain(order.owedFor(1, 1), "84.80");
        }

        @Test
        void forTheDeliveryOnlyForThat() {
            Purchase order = headphonesAndCables();
            order.refundedByHand("pi", "4.90").givenByShop(0, 0, "4.90", true);

            certain(order.owedForEverything(), "104.80");
        }

        @Test
        void forNothingThatItNames() {
            Purchase order = headphonesAndCables();
            order.refundedByHand("pi", "10").givenByShop(null, 0, "10", true);

            unclear(order.owedFor(1, 1), "69.90", "79.90");
        }

        @Test
        void inCashCountsBesideWhatTheProviderTells() {
            Purchase order = headphonesAndCables();
            order.refundedByHand("pi", "24.90").givenByShop(1, 1, "79.90", false);

            certain(order.owedForEverything(), "4.90");
        }

        @Test
        void throughAProviderWhomWeCannotAsk() {
            Purchase order = in("EUR").line("TV", 1, "100").line("STAND", 1, "20");
            order.paid("pi", "90").paidElsewhere("pp", "30").givenByShop(2, 1, "20", true);

            nothingLeft(order.owedFor(2, 1));
            certain(order.owedFor(1, 1), "100.00");
        }
    }

    @Nested
    class GivenBackByTheLedger {

        @Test
        void withoutAnArticle() {
            certain(headphonesAndCables().also(p -> p.given("C-1", "10")).owedForEverything(), "99.70");
            nothingLeft(
                    headphonesAndCables().also(p -> p.given("C-1", "109.70")).owedForEverything());
            unclear(headphonesAndCables().also(p -> p.given("C-1", "10")).owedFor(2, 1), "2.45", "12.45");
        }

        @Test
        void withAnArticleOnlyForThat() {
            Purchase order = headphonesAndCables();
            order.given("C-1", "10", order.part(1, 1, "10"));

            certain(order.owedForEverything(), "99.70");
            certain(order.owedFor(2, 2), "24.90");
            certain(order.owedFor(1, 1), "69.90");
        }

        @Test
        void ofTwoPiecesTheOther() {
            Purchase order = headphonesAndCables();
            order.given("C-1", "12.45", order.part(2, 1, "12.45"));

            certain(order.owedFor(2, 1), "12.45");
            certain(order.owedFor(2, 2), "12.45");
        }

        @Test
        void nothingIsLeftOfWhatWasGivenBack() {
            Purchase order = headphonesAndCables();
            order.given("C-1", "79.90", order.part(1, 1, "79.90"));

            nothingLeft(order.owedFor(1, 1));
        }

        @Test
        void aRowWithoutALineCountsForItsArticle() {
            Purchase order = headphonesAndCables();
            order.given("C-1", "79.90", order.part("HEADPHONES", 1, "79.90"));
            nothingLeft(order.owedFor(1, 1));

            Purchase old = headphonesAndCables();
            old.given("C-1", "12.45", old.part("CABLE", 1, null));
            certain(old.owedFor(2, 2), "12.45");
        }

        @Test
        void aRowWithoutALineCountsForNoneWhereTheArticleHasSeveral() {
            Purchase order = in("EUR").line("CUP", 1, "10").line("CUP", 1, "4").line("POT", 1, "30");
            order.given("C-1", "4", order.part("CUP", 1, "4"));

            unclear(order.owedFor(1, 1), "6.00", "10.00");
            certain(order.owedForEverything(), "40.00");
        }

        @Test
        void whatAPersonStillResolvesIsNeitherGivenNorOwedForCertain() {
            Purchase order = headphonesAndCables();
            order.failed("C-1", "79.90", order.part(1, 1, "79.90"));

            unclear(order.owedFor(1, 1), "0.00", "79.90");
            certain(order.owedFor(2, 2), "24.90");
        }

        @Test
        void whatAPersonSaidIsNotOwedIsNotPaidByMachine() {
            Purchase order = headphonesAndCables();
            order.notOwed("C-1", "79.90", order.part(1, 1, "79.90"));

            unclear(order.owedFor(1, 1), "0.00", "79.90");
        }

        @Test
        void theProviderKnowsBetterWhetherARefundCameBack() {
            Purchase order = headphonesAndCables();
            order.paid("pi", "109.70").refundTold("pi", "row-0", "79.90", Refund.Status.FAILED);
            order.given("C-1", "79.90", order.part(1, 1, "79.90"));

            unclear(order.owedFor(1, 1), "0.00", "79.90");
        }

        @Test
        void ourOwnRefundIsNotCountedTwice() {
            Purchase order = headphonesAndCables();
            order.paid("pi", "109.70").refundTold("pi", "row-0", "79.90", Refund.Status.SUCCEEDED);
            order.given("C-1", "79.90", order.part(1, 1, "79.90"));

            certain(order.owedFor(2, 2), "29.80");
        }
    }

    @Nested
    class MadeGoodInGoods {

        @Test
        void isNotOwedInMoneyByMachine() {
            Purchase order = headphonesAndCables();
            order.replaced("C-1", 1, "HEADPHONES", 1);

            nothingLeft(order.owedFor(1, 1));
            certain(order.byPerson(1, 1), "79.90");
        }

        @Test
        void onlyTheRestOfThePiecesIs() {
            Purchase order = headphonesAndCables();
            order.replaced("C-1", 2, "CABLE", 1);

            certain(order.owedFor(2, 2), "12.45");
            assertThat(order.owedFor(2, 2).lines().get(1).affected()).isEqualTo(1);
        }

        @Test
        void togetherWithMoneyItIsOnePiece() {
            Purchase order = headphonesAndCables();
            order.given("C-1", "12.45", order.part(2, 1, "12.45")).replaced("C-1", 2, "CABLE", 1);

            certain(order.owedFor(2, 1), "12.45");
        }

        @Test
        void withoutALineItMayHaveBeenAnyOfTheArticle() {
            Purchase order = in("EUR").line("CUP", 1, "10").line("CUP", 1, "10");
            order.replaced("C-1", null, "CUP", 1);

            assertThat(order.owedForEverything().lines())
                    .extracting(LineOwed::affected)
                    .containsExactly(0, 1);
        }

        @Test
        void whatCostNothingIsNotSentTwice() {
            Purchase order = in("EUR").line("GIFT", 1, "0").line("LAMP", 1, "20");
            order.replaced("C-1", 1, "GIFT", 1);

            nothingLeft(order.owedFor(1, 1));
        }
    }

    @Nested
    class Fees {

        @Test
        void areOwedWithTheLastOfTheGoods() {
            Purchase one = headphonesAndCables();
            one.given("C-1", "79.90", one.part(1, 1, "79.90"));
            certain(one.owedFor(2, 2), "29.80");

            Purchase other = headphonesAndCables();
            other.given("C-1", "24.90", other.part(2, 2, "24.90"));
            certain(other.owedFor(1, 1), "84.80");

            Purchase pieces = headphonesAndCables();
            pieces.given("C-1", "79.90", pieces.part(1, 1, "79.90"));
            pieces.given("C-2", "12.45", pieces.part(2, 1, "12.45"));
            certain(pieces.owedFor(2, 1), "17.35");
        }

        @Test
        void areNotHeldByWhatHadNoParcel() {
            Purchase order = in("EUR")
                    .line("BOOK", 1, "20")
                    .line("EBOOK", 1, "9")
                    .delivery("4.90")
                    .parcel(1, 1);

            certain(order.owedFor(1, 1), "24.90");
            certain(order.owedFor(2, 1), "9.00");
        }

        @Test
        void areNotHeldByAPieceThatHadNoParcel() {
            Purchase order = in("EUR").line("BOOK", 3, "20").delivery("4.90").parcel(1, 2);

            certain(order.owedFor(1, 2), "44.90");
        }

        @Test
        void areNotHeldByWhatCostNothing() {
            Purchase order = in("EUR")
                    .line("BOOK", 1, "20")
                    .line("GIFT", 1, "0")
                    .delivery("4.90")
                    .parcel(1, 1, 2, 1);

            certain(order.owedFor(1, 1), "24.90");
        }

        @Test
        void areHeldByWhatWasOnlyReplaced() {
            Purchase order = headphonesAndCables();
            order.replaced("C-1", 1, "HEADPHONES", 1);

            certain(order.owedFor(2, 2), "24.90");
        }

        @Test
        void arriveWithTheLastOfThreeParcels() {
            Purchase order = in("EUR")
                    .line("A", 1, "10")
                    .line("B", 1, "20")
                    .line("C", 1, "30")
                    .delivery("6");
            order.parcel(1, 1).parcel(2, 1).parcel(3, 1);
            order.given("C-1", "10", order.part(1, 1, "10"));
            certain(order.owedFor(2, 1), "20.00");
            order.given("C-2", "20", order.part(2, 1, "20"));
            certain(order.owedFor(3, 1), "36.00");
        }

        @Test
        void areGivenBackOnce() {
            Purchase order = headphonesAndCables();
            order.given("C-1", "84.80", order.part(1, 1, "79.90"), order.deliveryPart("4.90"));

            certain(order.owedFor(2, 2), "24.90");
        }

        @Test
        void ofOtherKindsGoTheSameWay() {
            Purchase order = headphonesAndCables().fee("Gift wrap", "3.00").fee("Gift wrap", "1.00");

            certain(order.owedForEverything(), "113.70");
            certain(order.owedFor(1, 1), "79.90");
        }

        @Test
        void canBeChosenByAPerson() {
            Purchase order = headphonesAndCables().fee("Gift wrap", "3.00");

            certain(order.chosen(true, Set.of(), 1, 1), "84.80");
            certain(order.chosen(false, Set.of("Gift wrap"), 1, 1), "82.90");
            certain(order.chosen(true, Set.of()), "4.90");
            certain(order.chosen(false, Set.of(), 1, 1, 2, 2), "107.80");
        }

        @Test
        void belowZeroAreAReductionThatNobodyCanAttribute() {
            Purchase order = in("EUR").line("A", 1, "50").line("B", 1, "50").fee("Coupon", "-5");

            certain(order.owedForEverything(), "95.00");
            unclear(order.owedFor(1, 1), "45.00", "50.00");
        }
    }

    @Nested
    class FiguresThatDisagree {

        @Test
        void linesAndTotal() {
            disagree(in("EUR")
                    .line("TV", 1, "129.90")
                    .line("CABLE", 1, "24.90")
                    .total("109.70")
                    .owedForEverything());
            disagree(in("EUR").line("TV", 1, "100").delivery("5").total("100").owedForEverything());
            disagree(
                    in("EUR").line("TV", 1, "100").fee("Wrap", "5").total("100").owedFor(1, 1));
            disagree(in("JPY").line("TV", 3, "33").total("100").owedForEverything());
        }

        @Test
        void totalAndPayments() {
            disagree(in("EUR")
                    .line("TV", 1, "100")
                    .also(p -> p.paid("pi", "99.99"))
                    .owedForEverything());
            disagree(in("EUR")
                    .line("TV", 1, "100")
                    .also(p -> p.paid("pi", "100").paid("pi2", "100"))
                    .owedFor(1, 1));
            disagree(in("EUR")
                    .line("TV", 1, "100")
                    .also(p -> p.paid("pi", "60").paidElsewhere("pp", "30"))
                    .owedFor(1, 1));
        }

        @Test
        void butNotWhereTheWrongChargeIsKnownOrWasPaidBack() {
            certain(
                    in("EUR")
                            .line("TV", 1, "100")
                            .also(p -> p.paid("pi", "100").paid("pi2", "100").wronglyCharged("pi2"))
                            .owedFor(1, 1),
                    "100.00");
            certain(
                    in("EUR")
                            .line("TV", 1, "100")
                            .also(p -> p.paid("pi", "100").paid("pi2", "100").refundedByHand("pi2", "100"))
                            .owedFor(1, 1),
                    "100.00");
            certain(
                    in("EUR")
                            .line("TV", 1, "100")
                            .also(p -> p.paid("pi", "100").paid("pi2", "100").givenOf("pi2", null, "C-1", "100"))
                            .owedFor(1, 1),
                    "100.00");
            certain(
                    in("EUR")
                            .line("TV", 1, "100")
                            .also(p -> p.paid("pi", "100").givenOf("pi_unlisted", null, "C-1", "100"))
                            .owedFor(1, 1),
                    "100.00");
        }

        @Test
        void whatIsChargedEachMonthHasNoTotalToCompareWith() {
            certain(
                    in("GBP")
                            .monthly("BACKUP", "14.99")
                            .total("14.99")
                            .also(p -> p.paid("pi", "14.99").paid("pi2", "14.99"))
                            .owedFor(1, 1),
                    "14.99");
        }
    }

    @Nested
    class SeveralPayments {

        @Test
        void areTheSourcesInTheirOrder() {
            Owed owed = in("EUR")
                    .line("TV", 1, "100")
                    .also(p -> p.paid("pi", "60").paidElsewhere("pp", "30").paid("pi2", "10"))
                    .owedForEverything();

            certain(owed, "100.00");
            assertThat(owed.sources())
                    .extracting(source -> source.payment() + " " + source.left().getAmount())
                    .containsExactly("pi 60.00", "pi2 10.00", "null 30.00");
        }

        @Test
        void ofWhichOneIsDisputedLeaveLess() {
            unclear(
                    in("EUR")
                            .line("TV", 1, "100")
                            .also(p -> p.paid("pi", "60").disputed("pi2", "40"))
                            .owedForEverything(),
                    "60.00",
                    "60.00");
        }

        @Test
        void outsideIsAskedOnlyForWhatWasPaidThere() {
            Purchase order = in("EUR").line("TV", 1, "100").line("STAND", 1, "20");
            order.paid("pi", "90").paidElsewhere("pp", "30");
            order.givenOf(null, "TRANSFER-1", "C-1", "20", order.part(2, 1, "20"));

            Owed owed = order.owedFor(1, 1);

            certain(owed, "100.00");
            assertThat(owed.sources())
                    .extracting(source -> source.payment() + " " + source.left().getAmount())
                    .containsExactly("pi 90.00", "null 10.00");
        }

        @Test
        void cashAtTheDoorIsOutside() {
            Owed owed = in("EUR").line("RUG", 1, "69").onDelivery().owedForEverything();

            certain(owed, "69.00");
            assertThat(owed.sources())
                    .singleElement()
                    .extracting(RefundSource::payment)
                    .isNull();
        }
    }

    @Nested
    class SmallestCoins {

        @Test
        void ofThreeDecimalsTheLastIsRoundedUpAsFarAsItIsLeft() {
            certain(in("KWD").line("CUP", 1, "1.005").line("POT", 1, "1.005").owedFor(1, 1), "1.010");
            certain(in("BHD").line("CUP", 1, "0.125").delivery("0.005").owedForEverything(), "0.130");
            certain(in("TND").line("CUP", 3, "0.335").delivery("0.005").owedFor(1, 2), "0.670");
        }

        @Test
        void theSecondHalfIsWhatIsLeft() {
            Purchase order = in("KWD").line("CUP", 1, "1.005").line("POT", 1, "1.005");
            order.given("C-1", "1.010", order.part(1, 1, "1.005"));

            certain(order.owedFor(2, 1), "1.000");
        }

        @Test
        void whatWasRoundedUpBeforeLeavesNoDoubt() {
            Purchase order = in("KWD").line("CUP", 4, "1.005");
            order.given("C-1", "1.010", order.part(1, 1, "1.005"));
            certain(order.owedFor(1, 1), "1.010");
            order.given("C-2", "1.010", order.part(1, 1, "1.005")).given("C-3", "1.010", order.part(1, 1, "1.005"));
            certain(order.owedFor(1, 1), "0.990");
        }
    }

    @Test
    void anOrderOfTenThousandLinesAndPricesOfABillionIsSummedInNoTime() {
        Purchase order = in("EUR").delivery("4.90");
        int[] parcel = new int[20_000];
        for (int line = 1; line <= 10_000; line++) {
            order.line("SKU-" + line % 5_000, 1, "1000000000.00");
            parcel[2 * line - 2] = line;
            parcel[2 * line - 1] = 1;
        }
        order.parcel(parcel);
        order.given("C-1", "1000000000", order.part(1, 1, "1000000000"));
        long before = System.nanoTime();

        Owed owed = order.owedForEverything();

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
        certain(owed, "9999000000004.90");
    }

    private static void certain(Owed owed, String amount) {
        assertThat(words(owed)).isEqualTo(CERTAIN + " " + amount + " " + amount);
        assertThat(owed.least().isGreaterThan(owed.captured())).isFalse();
    }

    private static void unclear(Owed owed, String least, String most) {
        assertThat(words(owed)).isEqualTo(UNCLEAR + " " + least + " " + most);
    }

    private static void nothingLeft(Owed owed) {
        assertThat(owed.certainty()).isEqualTo(NOTHING_LEFT);
        assertThat(owed.most().isZero()).isTrue();
    }

    private static void disagree(Owed owed) {
        assertThat(owed.certainty()).isEqualTo(FIGURES_DISAGREE);
        assertThat(owed.most().isGreaterThan(owed.captured())).isFalse();
    }

    private static String words(Owed owed) {
        return String.join(
                " ",
                Arrays.asList(
                        owed.certainty().name(),
                        owed.least().getAmount().toPlainString(),
                        owed.most().getAmount().toPlainString()));
    }
}
