package io.redress.redesign.whatif;

import io.redress.redesign.whatif.CaseVerdict.Cost;
import io.redress.redesign.whatif.CaseVerdict.Mood;
import io.redress.redesign.whatif.CaseVerdict.Undecided;
import io.redress.redesign.whatif.WhatIfReport.Answers;
import io.redress.redesign.whatif.WhatIfReport.Group;
import io.redress.redesign.whatif.WhatIfReport.Persons;
import io.redress.redesign.whatif.WhatIfReport.Reason;
import io.redress.redesign.whatif.WhatIfReport.Sum;
import io.redress.redesign.whatif.WhatIfReport.Times;
import io.redress.redesign.whatif.WhatIfReport.Totals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;

/** The adding up of verdicts. It keeps sums, never cases, so that a million of them need no more room than ten. */
final class ReportBuilder {

    /** Tables may reckon, and then each case has an answer of its own. */
    private static final int MOST_DIFFERENT = 300;

    private long decisions;
    private long cases;
    private long changed;
    private long undecided;
    private long wording;
    private long better;
    private long worse;
    private long morePersons;
    private long fewerPersons;
    private long limitsOpen;
    private final Map<Key, Amounts> money = new TreeMap<>();
    private final Map<Key, Amounts> goods = new TreeMap<>();
    private final Map<Key, Amounts> months = new TreeMap<>();
    private final Map<Key, Amounts> causes = new TreeMap<>();
    private final Map<Key, Amounts> teams = new TreeMap<>();
    private final Map<AnswerChange, Long> answers = new HashMap<>();
    private final Map<Undecided, Long> reasons = new HashMap<>();
    private final Map<String, long[]> times = new TreeMap<>();

    private record Key(String key, String currency) implements Comparable<Key> {

        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::key).thenComparing(Key::currency);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private static final class Amounts {

        private BigDecimal old = BigDecimal.ZERO;
        private BigDecimal now = BigDecimal.ZERO;
        private long changed;

        void add(BigDecimal before, BigDecimal after) {
            old = old.add(before);
            now = now.add(after);
            changed += before.compareTo(after) == 0 ? 0 : 1;
        }
    }

    /** @param replayed how many decisions of it were asked once more */
    void add(CaseVerdict verdict, int replayed) {
        cases++;
        decisions += replayed;
        morePersons += verdict.persons() > 0 ? 1 : 0;
        fewerPersons += verdict.persons() < 0 ? 1 : 0;
        if (verdict.isUndecided()) {
            undecided++;
            verdict.undecided().forEach(why -> count(reasons, why));
            return;
        }
        if (verdict.isChanged()) {
            changed++;
            wording += verdict.isWordingOnly() ? 1 : 0;
            better += verdict.mood() == Mood.BETTER ? 1 : 0;
            worse += verdict.mood() == Mood.WORSE ? 1 : 0;
            verdict.changes().forEach(change -> count(answers, change));
        }
        limitsOpen += verdict.limitsOpen() ? 1 : 0;
        addMoney(verdict);
        verdict.shifts().stream().distinct().forEach(shift -> times.computeIfAbsent(
                        shift.clock(), first -> new long[2])[shift.longer() ? 1 : 0]++);
    }

    private void addMoney(CaseVerdict verdict) {
        add(money, verdict.costs(), cost -> "");
        add(goods, verdict.goods(), cost -> "");
        add(months, verdict.costs(), cost -> cost.month().toString());
        add(causes, verdict.costs(), cost -> verdict.cause());
        add(teams, verdict.costs(), cost -> verdict.team());
    }

    /** A case counts once in each sum, also where it has several amounts in it. */
    private static void add(Map<Key, Amounts> sums, List<Cost> costs, Function<Cost, String> key) {
        Map<Key, Amounts> ofCase = new HashMap<>();
        costs.forEach(cost -> {
            Amounts one = ofCase.computeIfAbsent(new Key(key.apply(cost), cost.currency()), first -> new Amounts());
            one.old = one.old.add(cost.old());
            one.now = one.now.add(cost.now());
        });
        ofCase.forEach(
                (at, one) -> sums.computeIfAbsent(at, first -> new Amounts()).add(one.old, one.now));
    }

    private static <T> void count(Map<T, Long> counts, T one) {
        if (counts.size() < MOST_DIFFERENT || counts.containsKey(one)) {
            counts.merge(one, 1L, Long::sum);
        }
    }

    WhatIfReport report() {
        return new WhatIfReport(
                decisions,
                new Totals(cases, changed, undecided, wording, better, worse, byCurrency(money), byCurrency(goods)),
                groups(months),
                groups(causes),
                groups(teams),
                frequent(answers).stream()
                        .map(one -> new Answers(
                                one.getKey().table(),
                                one.getKey().what(),
                                one.getKey().old(),
                                one.getKey().now(),
                                one.getValue()))
                        .toList(),
                frequent(reasons).stream()
                        .map(one ->
                                new Reason(one.getKey().element(), one.getKey().why(), one.getValue()))
                        .toList(),
                new Persons(morePersons, fewerPersons, limitsOpen),
                times.entrySet().stream()
                        .map(one -> new Times(one.getKey(), one.getValue()[0], one.getValue()[1]))
                        .toList());
    }

    private static <T> List<Map.Entry<T, Long>> frequent(Map<T, Long> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<T, Long>comparingByValue().reversed().thenComparing(one -> one.getKey()
                        .toString()))
                .toList();
    }

    private static Map<String, Sum> byCurrency(Map<Key, Amounts> sums) {
        Map<String, Sum> byCurrency = new LinkedHashMap<>();
        sums.forEach((key, amounts) -> byCurrency.put(
                key.currency(),
                new Sum(
                        plain(amounts.old, key.currency()),
                        plain(amounts.now, key.currency()),
                        plain(amounts.now.subtract(amounts.old), key.currency()))));
        return byCurrency;
    }

    private static List<Group> groups(Map<Key, Amounts> sums) {
        return sums.entrySet().stream()
                .map(one -> new Group(
                        one.getKey().key(),
                        one.getKey().currency(),
                        one.getValue().changed,
                        plain(one.getValue().old, one.getKey().currency()),
                        plain(one.getValue().now, one.getKey().currency()),
                        plain(
                                one.getValue().now.subtract(one.getValue().old),
                                one.getKey().currency())))
                .toList();
    }

    /** As many decimals as the currency has, and more where a ledger has more. */
    static String plain(BigDecimal amount, String currency) {
        int decimals = CurrencyUnit.of(currency).getDecimalPlaces();
        BigDecimal exact = amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
        return exact.setScale(Math.max(decimals, exact.scale()), RoundingMode.UNNECESSARY)
                .toPlainString();
    }
}
