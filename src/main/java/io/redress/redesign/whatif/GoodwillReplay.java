package io.redress.redesign.whatif;

import io.redress.core.text.EnumWords;
import io.redress.redesign.whatif.CaseVerdict.Cost;
import io.redress.redesign.whatif.Replay.Answered;
import io.redress.remedy.goodwill.GoodwillAmount;
import io.redress.remedy.goodwill.GoodwillType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.joda.money.Money;

/**
 * The goodwill of a case, old and new: a share of the price of what is affected, reckoned as it is when it is given, and
 * given once. A voucher from the shop's pool may be worth more than the amount; that is left out on both sides.
 */
final class GoodwillReplay {

    private final CaseRecord record;
    private final Optional<Worth> old;
    private final Optional<Worth> now;
    private final boolean unreadable;

    private record Worth(Instant at, Money amount, boolean inKind) {}

    private GoodwillReplay(CaseRecord record, Optional<Worth> old, Optional<Worth> now, boolean unreadable) {
        this.record = record;
        this.old = old;
        this.now = now;
        this.unreadable = unreadable;
    }

    static GoodwillReplay of(CaseRecord record, List<Answered> offers) {
        boolean unreadable =
                offers.stream().anyMatch(offer -> percent(offer.now()).isEmpty());
        return new GoodwillReplay(
                record, first(record, offers, Answered::old), first(record, offers, Answered::now), unreadable);
    }

    private static Optional<Worth> first(
            CaseRecord record, List<Answered> offers, Function<Answered, TableAnswer> side) {
        // Whoever was hurt is offered none by a table.
        return record.danger()
                ? Optional.empty()
                : offers.stream()
                        .flatMap(offer -> worth(record, offer.at(), side.apply(offer)).stream())
                        .findFirst();
    }

    private static Optional<Worth> worth(CaseRecord record, Instant at, TableAnswer answer) {
        boolean inKind = EnumWords.constant(GoodwillType.class, answer.get("goodwill"))
                .filter(GoodwillType::isInKind)
                .isPresent();
        return percent(answer)
                .flatMap(percent -> record.priceAt(at).flatMap(price -> GoodwillAmount.of(price, percent)))
                .map(amount -> new Worth(at, amount, inKind));
    }

    private static Optional<BigDecimal> percent(TableAnswer answer) {
        try {
            return Optional.of(new BigDecimal(answer.get("percent")));
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    /** Why it cannot be told what would be given; empty where it can. @param moves whether the answer would be another */
    Optional<String> undecided(boolean moves) {
        if (unreadable) {
            return Optional.of("The table names no share of the price.");
        }
        if (!moves || old.isEmpty() || stood()) {
            return Optional.empty();
        }
        return Optional.of(
                wasProposed()
                        ? "What the table gave did not go out, by a person’s decision or because the complaint was withdrawn."
                        : "What the table gave could not be given or was above the month’s budget.");
    }

    private boolean wasProposed() {
        return record.given().stream().anyMatch(row -> row.kind().equals("GOODWILL"));
    }

    private boolean stood() {
        return record.given().stream().anyMatch(row -> row.kind().equals("GOODWILL") && row.stands());
    }

    /** Adds what it came to and would come to. */
    void costs(boolean moves, ZoneId zone, List<Cost> money, List<Cost> goods) {
        if (!moves) {
            if (stood()) {
                old.ifPresent(worth ->
                        add(worth, worth.amount().getAmount(), worth.amount().getAmount(), zone, money, goods));
            }
            return;
        }
        old.ifPresent(worth -> add(worth, worth.amount().getAmount(), BigDecimal.ZERO, zone, money, goods));
        now.ifPresent(worth -> add(worth, BigDecimal.ZERO, worth.amount().getAmount(), zone, money, goods));
    }

    private static void add(
            Worth worth, BigDecimal before, BigDecimal after, ZoneId zone, List<Cost> money, List<Cost> goods) {
        Cost cost = new Cost(
                YearMonth.from(worth.at().atZone(zone)),
                worth.amount().getCurrencyUnit().getCode(),
                before,
                after);
        (worth.inKind() ? goods : money).add(cost);
    }
}
