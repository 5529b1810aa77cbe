package io.redress.redesign.tape;

import io.redress.complaint.timeline.CaseNumber;
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
import java.util.function.Function;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What the present transaction has decided and asked. One statement writes it before the commit, a row for each case;
 * what is rolled back was not decided. Whoever changes nothing, without a transaction or in one that only reads, decides
 * nothing.
 */
@Component
class PendingTape {

    private final NamedParameterJdbcTemplate jdbc;
    private final Clock clock;

    PendingTape(NamedParameterJdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(CaseAtHand at, Evaluation decision) {
        if (isChanging()) {
            Recording recording = present();
            recording.of(at.caseNumber()).decisions.add(new TapedDecision(at.step(), decision));
            recording.added();
        }
    }

    void add(CaseAtHand at, OutsideAnswer answer) {
        if (isChanging()) {
            Recording recording = present();
            recording.of(at.caseNumber()).answers.add(answer);
            recording.added();
        }
    }

    private static boolean isChanging() {
        return TransactionSynchronizationManager.isSynchronizationActive()
                && TransactionSynchronizationManager.isActualTransactionActive()
                && !TransactionSynchronizationManager.isCurrentTransactionReadOnly();
    }

    private Recording present() {
        if (TransactionSynchronizationManager.getResource(this) instanceof Recording present) {
            return present;
        }
        Recording recording = new Recording();
        TransactionSynchronizationManager.bindResource(this, recording);
        TransactionSynchronizationManager.registerSynchronization(recording);
        return recording;
    }

    private final class Recording implements TransactionSynchronization {

        private final Map<CaseNumber, Collected> cases = new LinkedHashMap<>();
        private boolean committing;

        Collected of(CaseNumber caseNumber) {
            return cases.computeIfAbsent(caseNumber, begun -> new Collected());
        }

        void added() {
            if (committing) {
                write();
            }
        }

        void write() {
            PendingTape.this.write(cases);
            cases.clear();
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            write();
            // What others decide before the commit, after this, nobody would write any more.
            committing = true;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(PendingTape.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(PendingTape.this, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(PendingTape.this);
        }
    }

    private static final class Collected {

        private final Set<TapedDecision> decisions = new LinkedHashSet<>();
        private final List<OutsideAnswer> answers = new ArrayList<>();

        String[] each(Function<TapedDecision, String> text) {
            return decisions.stream().map(text).toArray(String[]::new);
        }
    }

    private void write(Map<CaseNumber, Collected> cases) {
        if (cases.isEmpty()) {
            return;
        }
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
