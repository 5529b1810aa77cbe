package io.redress.redesign.whatif;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.redesign.model.LiveFiles;
import io.redress.redesign.tape.Tape;
import io.redress.redesign.tape.Tape.CaseDecisions;
import io.redress.redesign.whatif.CaseVerdict.Undecided;
import io.redress.redesign.whatif.WhatIfRun.Amount;
import io.redress.redesign.whatif.WhatIfRun.CaseList;
import io.redress.redesign.whatif.WhatIfRun.ListedCase;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The work of a run. It reads the tape in one transaction that changes nothing, some hundred cases at a time, and keeps
 * sums and the first cases of each list.
 */
@Component
class WhatIfWork {

    /** How many cases of each list somebody may look through. */
    static final int MOST_LISTED = 10_000;

    private static final int AT_ONCE = 1_000;
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final Tape tape;
    private final CaseRecords records;
    private final LiveFiles live;
    private final WhatIfRows rows;
    private final ZoneId zone;
    private final TransactionTemplate reading;

    WhatIfWork(
            Tape tape,
            CaseRecords records,
            LiveFiles live,
            WhatIfRows rows,
            @Value("${redress.zone}") ZoneId zone,
            PlatformTransactionManager transactions) {
        this.tape = tape;
        this.records = records;
        this.live = live;
        this.rows = rows;
        this.zone = zone;
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** A run that is not to go on: somebody cancelled it, or thinks that this node is dead. */
    static final class Stopped extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    /** A run that takes too long. */
    static final class TooLong extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    /** @throws Stopped where it is not to go on */
    void run(WhatIfRun run) {
        reading.executeWithoutResult(status -> new Going(run).go());
    }

    private final class Going {

        private final WhatIfRun run;
        private final Candidates candidates;
        private final ReportBuilder report = new ReportBuilder();
        private final List<CaseDecisions> waiting = new ArrayList<>();
        private final Map<CaseList, Integer> listed = new EnumMap<>(CaseList.class);
        private final long until = System.nanoTime() + LONGEST.toNanos();
        private long done;
        private long total;

        Going(WhatIfRun run) {
            this.run = run;
            this.candidates = new Candidates(rows.files(run.id()), live.all());
        }

        void go() {
            total = tape.count(run.span(), candidates.asked());
            tell();
            tape.cases(run.span(), candidates.read(), this::take);
            judge();
            rows.done(run.id(), report.report());
        }

        private void take(CaseDecisions next) {
            boolean meant = next.decisions().stream()
                    .anyMatch(decision ->
                            candidates.asked().contains(decision.evaluation().table()));
            if (meant) {
                waiting.add(next);
            }
            if (waiting.size() == AT_ONCE) {
                judge();
            }
        }

        private void judge() {
            if (waiting.isEmpty()) {
                return;
            }
            Map<CaseNumber, Replay> replays = new LinkedHashMap<>();
            waiting.forEach(one -> replays.put(one.caseNumber(), Replay.of(one, candidates)));
            List<CaseNumber> priced = replays.entrySet().stream()
                    .filter(one -> one.getValue().needsPrice())
                    .map(Map.Entry::getKey)
                    .toList();
            boolean money = candidates.isTried(Candidates.REMEDY) || candidates.isTried(Candidates.COMPENSATION);
            Map<CaseNumber, CaseRecord> known = records.of(replays.keySet(), money, priced);
            Map<CaseList, List<ListedCase>> lists = new EnumMap<>(CaseList.class);
            replays.forEach((number, replay) -> {
                CaseRecord record = known.get(number);
                if (record != null) {
                    CaseVerdict verdict = CaseJudge.judge(candidates, record, replay, zone);
                    report.add(verdict, replay.answered().size());
                    list(verdict, lists);
                }
            });
            lists.forEach(this::write);
            done += waiting.size();
            waiting.clear();
            tell();
        }

        private void list(CaseVerdict verdict, Map<CaseList, List<ListedCase>> lists) {
            if (verdict.isUndecided()) {
                lists.computeIfAbsent(CaseList.UNDECIDED, first -> new ArrayList<>())
                        .add(told(verdict));
            } else if (verdict.isChanged()) {
                lists.computeIfAbsent(CaseList.CHANGED, first -> new ArrayList<>())
                        .add(told(verdict));
            }
        }

        private void write(CaseList list, List<ListedCase> cases) {
            int before = listed.getOrDefault(list, 0);
            List<ListedCase> kept = cases.subList(0, Math.min(cases.size(), MOST_LISTED - before));
            if (!kept.isEmpty()) {
                rows.list(run.id(), list, before, kept);
                listed.put(list, before + kept.size());
            }
        }

        private void tell() {
            if (!rows.progress(run.id(), Math.min(done, total), total)) {
                throw new Stopped();
            }
            if (System.nanoTime() > until) {
                throw new TooLong();
            }
        }
    }

    private static ListedCase told(CaseVerdict verdict) {
        Undecided first = verdict.isUndecided() ? verdict.undecided().get(0) : new Undecided(null, null);
        Map<String, BigDecimal[]> sums = new LinkedHashMap<>();
        verdict.costs().forEach(cost -> {
            BigDecimal[] sum =
                    sums.computeIfAbsent(cost.currency(), begun -> new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO});
            sum[0] = sum[0].add(cost.old());
            sum[1] = sum[1].add(cost.now());
        });
        List<Amount> money = sums.entrySet().stream()
                .map(one -> new Amount(
                        one.getKey(),
                        ReportBuilder.plain(one.getValue()[0], one.getKey()),
                        ReportBuilder.plain(one.getValue()[1], one.getKey())))
                .toList();
        return new ListedCase(
                verdict.caseNumber().value(),
                first.element(),
                first.why(),
                verdict.changes(),
                verdict.isUndecided() ? List.of() : money);
    }
}
