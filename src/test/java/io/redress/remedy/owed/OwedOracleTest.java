package io.redress.remedy.owed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.redress.oracle.NaiveSum;
import io.redress.oracle.Right;
import io.redress.oracle.Shrinking;
import io.redress.oracle.Situation;
import io.redress.oracle.Situation.Question;
import io.redress.oracle.Situations;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.joda.money.Money;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What is owed, judged by a sum that shares nothing with it, over orders and histories at random: where the amount is
 * certain, asking a person is a failure; where it is not, paying is.
 */
class OwedOracleTest {

    @Test
    void thousandOrdersAreOwedWhatThePlainSumSays() {
        judge(20_261_129L, 1_000);
    }

    /** Others each time; the seed is printed, and a failure says which. */
    @Test
    @Tag("deep")
    void tensOfThousandsOfOrdersAreOwedWhatThePlainSumSays() {
        judge(Long.getLong("redress.oracle.seed", System.nanoTime()), 50_000);
    }

    @Test
    void tenThousandLinesOfABillionEachAreOwedAtOnce() {
        List<Situation.Line> lines = IntStream.rangeClosed(1, 10_000)
                .mapToObj(number -> new Situation.Line(number, "A" + number % 7, 9, new BigDecimal("1000000000.00")))
                .toList();
        Map<Integer, Integer> everything =
                lines.stream().collect(Collectors.toMap(Situation.Line::line, Situation.Line::pieces));
        BigDecimal cost = new BigDecimal("90000000000000.00");
        Situation situation = new Situation(
                new Situation.Bought(
                        "EUR",
                        lines,
                        new BigDecimal("0.00"),
                        Map.of(),
                        cost,
                        List.of(everything),
                        List.of(new Situation.Paid("pay_1", true, cost, false))),
                List.of(new Situation.ByHand("pay_1", new BigDecimal("0.01"), Situation.Outcome.SUCCEEDED)),
                everything);

        Owed owed = assertTimeout(Duration.ofSeconds(3), () -> Judged.owed(situation));

        assertThat(owed.isCertain()).isTrue();
        assertThat(owed.least().getAmount()).isEqualByComparingTo("89999999999999.99");
    }

    private static void judge(long seed, int count) {
        SplittableRandom seeds = new SplittableRandom(seed);
        Map<Right.Kind, Integer> kinds = new EnumMap<>(Right.Kind.class);
        for (int i = 0; i < count; i++) {
            long one = seeds.nextLong();
            Situation situation = Situations.of(one);
            kinds.merge(NaiveSum.of(situation).kind(), 1, Integer::sum);
            if (fault(situation).isPresent()) {
                Situation smallest =
                        Shrinking.smallest(situation, smaller -> fault(smaller).isPresent());
                throw new AssertionError("Seed %d, order %d of %d: %s%n%s"
                        .formatted(seed, one, i, fault(smallest).orElseThrow(), smallest));
            }
        }
        System.out.printf("Oracle, seed %d: %d orders, %s%n", seed, count, kinds);
        assertThat(kinds.keySet()).as("kinds of answers that were tried").contains(Right.Kind.values());
    }

    /** What is wrong with the answer, in words; empty where nothing is. */
    private static Optional<String> fault(Situation situation) {
        Right right = NaiveSum.of(situation);
        Owed owed;
        try {
            owed = Judged.owed(situation);
        } catch (RuntimeException thrown) {
            return Optional.of("right is %s, but it throws %s".formatted(right, thrown));
        }
        String answer = "%s %s to %s"
                .formatted(
                        owed.certainty(), owed.least().getAmount(), owed.most().getAmount());
        boolean agrees =
                switch (right.kind()) {
                    case PAY ->
                        (owed.isCertain() || nothingInstead(situation, owed))
                                && owed.least().isEqual(owed.most())
                                && is(owed.least(), right.least());
                    case NOTHING_LEFT -> !owed.isCertain();
                    case ASK ->
                        owed.certainty() == Certainty.UNCLEAR
                                && is(owed.least(), right.least())
                                && is(owed.most(), right.most());
                    case CONTRADICTION -> owed.certainty() == Certainty.FIGURES_DISAGREE;
                    case UP_TO -> is(owed.most(), right.most());
                    case OPEN -> true;
                };
        if (!agrees) {
            return Optional.of("right is %s, and the answer %s".formatted(right, answer));
        }
        return Judged.exceeds(situation, owed) ? Optional.of("more than is left: " + answer) : Optional.empty();
    }

    /** Where the case has paid back already what it cannot send again, nothing more is owed, and nobody is asked. */
    private static boolean nothingInstead(Situation situation, Owed owed) {
        return situation.question() == Question.NO_STOCK && owed.certainty() == Certainty.NOTHING_LEFT;
    }

    private static boolean is(Money amount, BigDecimal right) {
        return amount.getAmount().compareTo(right) == 0;
    }
}
