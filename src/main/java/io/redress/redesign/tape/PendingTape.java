package io.redress.redesign.tape;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.core.database.BeforeCommit;
import io.redress.core.database.PerTransaction;
import io.redress.engine.record.CaseAtHand;
import io.redress.engine.record.Evaluation;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What the present transaction has decided and asked. One statement writes it before the commit, a row for each case;
 * what is rolled back was not decided. Whoever changes nothing, without a transaction or in one that only reads, decides
 * nothing.
 */
@Component
class PendingTape {

    private final BeforeCommit<Heard> pending = new BeforeCommit<>(this::write);
    private final NamedParameterJdbcTemplate jdbc;
    private final Clock clock;

    PendingTape(NamedParameterJdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Something that goes onto the row of a case. */
    private record Heard(CaseNumber caseNumber, Consumer<Collected> onto) {}

    void add(CaseAtHand at, Evaluation decision) {
        add(at, row -> row.decisions.add(new TapedDecision(at.step(), decision)));
    }

    void add(CaseAtHand at, OutsideAnswer answer) {
        add(at, row -> row.answers.add(answer));
    }

    private void add(CaseAtHand at, Consumer<Collected> onto) {
        if (PerTransaction.isActive() && !TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            pending.add(new Heard(at.caseNumber(), onto));
        }
    }

    private static final class Collected {

        private final Set<TapedDecision> decisions = new LinkedHashSet<>();
        private final List<OutsideAnswer> answers = new ArrayList<>();

        String[] each(Function<TapedDecision, String> text) {
            return decisions.stream().map(text).toArray(String[]::new);
        }
    }

    private void write(List<Heard> all) {
        Map<CaseNumber, Collected> cases = new LinkedHashMap<>();
        all.forEach(heard -> heard.onto().accept(cases.computeIfAbsent(heard.caseNumber(), begun -> new Collected())));
        Timestamp now = Timestamp.from(clock.instant());
        SqlParameterSource[] rows = cases.entrySet().stream()
                .map(one -> row(one.getKey(), now, one.getValue()))
                .toArray(SqlParameterSource[]::new);
        jdbc.batchUpdate("""
                insert into redress.tape (case_number, at, tables, steps, decisions, answers)
                values (:case, :at, cast(:tables as text[]), cast(:steps as text[]), cast(:decisions as text[]),
                        cast(:answers as json))""", rows);
    }

    private static MapSqlParameterSource row(CaseNumber caseNumber, Timestamp now, Collected collected) {
        return new MapSqlParameterSource("case", caseNumber.value())
                .addValue("at", now)
                .addValue("tables", collected.each(one -> TapeText.table(one.evaluation())))
                .addValue(
                        "steps",
                        collected.each(
                                one -> one.step() == null ? "" : one.step().toString()))
                .addValue("decisions", collected.each(one -> TapeText.decision(one.evaluation())))
                .addValue("answers", TapeText.answers(collected.answers));
    }
}
