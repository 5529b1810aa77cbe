package io.redress.redesign.whatif;

import io.redress.redesign.whatif.CaseVerdict.Cost;
import io.redress.redesign.whatif.CaseVerdict.Mood;
import io.redress.redesign.whatif.CaseVerdict.Shift;
import io.redress.redesign.whatif.CaseVerdict.Undecided;
import io.redress.redesign.whatif.Replay.Answered;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The judge of one case: what its new answers mean for money, for persons and for the time promised. What would need
 * facts that nobody has is undecided.
 */
final class CaseJudge {

    private final Candidates candidates;
    private final CaseRecord record;
    private final Replay replay;
    private final ZoneId zone;
    private final List<Undecided> undecided;
    private final List<Cost> costs = new ArrayList<>();
    private final List<Cost> goods = new ArrayList<>();
    private final List<Shift> shifts = new ArrayList<>();
    private int persons;
    private int favour;

    private CaseJudge(Candidates candidates, CaseRecord record, Replay replay, ZoneId zone) {
        this.candidates = candidates;
        this.record = record;
        this.replay = replay;
        this.zone = zone;
        this.undecided = new ArrayList<>(replay.undecided());
    }

    /** @param zone in which a month begins */
    static CaseVerdict judge(Candidates candidates, CaseRecord record, Replay replay, ZoneId zone) {
        return new CaseJudge(candidates, record, replay, zone).verdict();
    }

    private CaseVerdict verdict() {
        remedies();
        goodwill();
        replay.answered(Candidates.TRIAGE).forEach(this::triage);
        replay.answered(Candidates.WAY_BACK).forEach(this::wayBack);
        replay.answered(Candidates.SERVICE_LEVEL).stream()
                .reduce((earlier, later) -> later)
                .ifPresent(this::promises);
        replay.answered(Candidates.LEGAL_DEADLINE).forEach(this::deadlines);
        boolean moneyMoved = moves(costs) || moves(goods);
        if (!moneyMoved) {
            replay.answered(Candidates.AUTHORITY).forEach(this::approval);
        }
        return new CaseVerdict(
                record.caseNumber(),
                record.cause(),
                record.team(),
                changes(moneyMoved),
                undecided.stream().distinct().toList(),
                costs,
                goods,
                persons,
                shifts,
                mood(),
                moneyMoved);
    }

    /** Limits look at sums; where these would be others, what was asked then says nothing. */
    private List<AnswerChange> changes(boolean moneyMoved) {
        return replay.answered().stream()
                .filter(one -> !moneyMoved || !one.table().equals(Candidates.AUTHORITY))
                .flatMap(one -> one.changes().stream())
                .distinct()
                .toList();
    }

    private void remedies() {
        List<Answered> remedies = replay.answered(Candidates.REMEDY);
        for (int i = 0; i < remedies.size(); i++) {
            Answered remedy = remedies.get(i);
            Integer round = record.roundAt(remedy.at()).orElse(null);
            boolean decidedAnew = i + 1 < remedies.size()
                    && Objects.equals(
                            round, record.roundAt(remedies.get(i + 1).at()).orElse(null));
            // What is decided anew in the same round drops what was proposed before.
            if (!decidedAnew) {
                remedy(remedy, round);
            }
        }
    }

    private void remedy(Answered remedy, Integer round) {
        boolean refundMoves = remedy.changes("refund");
        boolean goodsMove = remedy.changes("replacement");
        if (round == null) {
            if (refundMoves || goodsMove) {
                undecided(Candidates.REMEDY, "It is not on record what this decision came to.");
            }
            return;
        }
        List<CaseRecord.Given> refunds = standing(round, "REFUND");
        boolean paidInPlaceOfGoods = refunds.stream().anyMatch(row -> row.at().isAfter(remedy.at()));
        if ((refundMoves || goodsMove) && paidInPlaceOfGoods) {
            undecided(
                    Candidates.REMEDY,
                    "Money was paid back after the decision, such as for goods that were out of stock.");
            return;
        }
        boolean noRefund = refundMoves && remedy.now().get("refund").equals("none");
        if (refundMoves && !noRefund) {
            undecided(
                    "refund",
                    "It would be paid back otherwise than it was (%s instead of %s); how much is not on the tape."
                            .formatted(remedy.now().get("refund"), remedy.old().get("refund")));
        }
        if (noRefund && record.named().contains(round)) {
            undecided(
                    "refund",
                    "A person named an amount, which would be refused; what they would decide instead is not known.");
        }
        boolean noGoods = goodsMove && !remedy.now().get("replacement").equals("true");
        if (goodsMove && !noGoods) {
            undecided("replacement", "Goods would be sent; what they are worth is not on the tape.");
        }
        YearMonth month = month(remedy);
        refunds.forEach(row -> costs.add(cost(month, row.currency(), row.amount(), noRefund)));
        standing(round, "REPLACEMENT").stream()
                .filter(row -> row.currency() != null)
                .forEach(row -> goods.add(cost(month, row.currency(), row.goodsValue(), noGoods)));
        byHand(remedy);
        favour += rank(remedy.now().get("outcome")) - rank(remedy.old().get("outcome"));
    }

    private void byHand(Answered remedy) {
        boolean before = !remedy.old().get("byHand").equals("none");
        boolean after = !remedy.now().get("byHand").equals("none");
        persons += (after ? 1 : 0) - (before ? 1 : 0);
    }

    private List<CaseRecord.Given> standing(int round, String kind) {
        return record.given(round, kind).stream()
                .filter(CaseRecord.Given::stands)
                .toList();
    }

    private static Cost cost(YearMonth month, String currency, BigDecimal amount, boolean dropped) {
        return new Cost(month, currency, amount, dropped ? BigDecimal.ZERO : amount);
    }

    private static int rank(String outcome) {
        return switch (outcome) {
            case "upheld" -> 2;
            case "partly_upheld" -> 1;
            default -> 0;
        };
    }

    private void goodwill() {
        List<Answered> offers = replay.answered(Candidates.COMPENSATION);
        boolean moves = offers.stream().anyMatch(one -> one.changes("percent") || one.changes("goodwill"));
        if (offers.isEmpty() || !moves && !candidates.isTried(Candidates.COMPENSATION)) {
            return;
        }
        GoodwillReplay given = GoodwillReplay.of(record, offers);
        given.undecided(moves).ifPresent(why -> undecided(Candidates.COMPENSATION, why));
        given.costs(moves, zone, costs, goods);
    }

    private void triage(Answered triage) {
        boolean before = triage.old().get("conclusive").equals("true");
        boolean after = triage.now().get("conclusive").equals("true");
        if (before && !after) {
            persons++;
            undecided(
                    Candidates.TRIAGE,
                    "A person would decide what was decided by evidence; what they would decide is not known.");
        } else if (after && !before) {
            persons--;
            undecided(
                    Candidates.REMEDY,
                    "Evidence would decide what a person decided; what it would come to is not on the tape.");
        } else if (after && triage.changes("basis")) {
            undecided(
                    Candidates.REMEDY,
                    "It would be decided on another basis; what that would come to is not on the tape.");
        }
    }

    private void approval(Answered authority) {
        boolean before = !authority.old().get("approver").equals("none");
        boolean after = !authority.now().get("approver").equals("none");
        persons += (after ? 1 : 0) - (before ? 1 : 0);
    }

    private void wayBack(Answered way) {
        favour += ease(way.now()) - ease(way.old());
    }

    /** The less a customer has to do, and the sooner the money comes, the better. */
    private static int ease(TableAnswer way) {
        int effort =
                switch (way.get("way")) {
                    case "label" -> -2;
                    case "pick_up" -> -1;
                    default -> 0;
                };
        return effort + (way.get("payWhen").equals("on_receipt") ? -1 : 0);
    }

    private void promises(Answered levels) {
        Map<String, Map<String, String>> before = levels.old().byKey();
        levels.now().byKey().forEach((clock, level) -> {
            Map<String, String> old = before.get(clock);
            if (old != null && Objects.equals(old.get("calendar"), level.get("calendar"))) {
                shift(clock, compare(old.get("budget"), level.get("budget")));
            }
        });
    }

    private static int compare(String old, String now) {
        try {
            return Duration.parse(now).compareTo(Duration.parse(old));
        } catch (DateTimeParseException | NullPointerException unreadable) {
            return 0;
        }
    }

    private void deadlines(Answered legal) {
        Map<String, Map<String, String>> before = legal.old().byKey();
        legal.now().byKey().forEach((clock, row) -> {
            Map<String, String> old = before.get(clock);
            if (old != null && Objects.equals(old.get("unit"), row.get("unit"))) {
                shift(clock, Integer.compare(whole(row.get("amount")), whole(old.get("amount"))));
            }
        });
    }

    private static int whole(String amount) {
        return amount != null && amount.matches("\\d{1,6}") ? Integer.parseInt(amount) : 0;
    }

    private void shift(String clock, int longer) {
        if (longer != 0) {
            shifts.add(new Shift(clock, longer > 0));
            favour -= longer;
        }
    }

    private Mood mood() {
        int money = sign(costs);
        int sign = money != 0 ? money : sign(goods) != 0 ? sign(goods) : Integer.signum(favour);
        return sign > 0 ? Mood.BETTER : sign < 0 ? Mood.WORSE : Mood.NEITHER;
    }

    /** Of several currencies only where none goes the other way. */
    private static int sign(List<Cost> costs) {
        boolean more = net(costs).anyMatch(delta -> delta.signum() > 0);
        boolean less = net(costs).anyMatch(delta -> delta.signum() < 0);
        return more == less ? 0 : more ? 1 : -1;
    }

    private static boolean moves(List<Cost> costs) {
        return net(costs).anyMatch(delta -> delta.signum() != 0);
    }

    /** What is given more, in each currency. */
    private static Stream<BigDecimal> net(List<Cost> costs) {
        return costs.stream()
                .collect(Collectors.groupingBy(
                        Cost::currency, Collectors.reducing(BigDecimal.ZERO, Cost::delta, BigDecimal::add)))
                .values()
                .stream();
    }

    private YearMonth month(Answered one) {
        return YearMonth.from(one.at().atZone(zone));
    }

    private void undecided(String element, String why) {
        undecided.add(new Undecided(element, why));
    }
}
