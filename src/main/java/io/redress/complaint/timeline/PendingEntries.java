package io.redress.complaint.timeline;

import io.redress.core.database.PerTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The entries of the present transaction that are not written yet. A step of a case adds several, and one statement
 * writes them all: before the transaction commits, and before anybody reads a timeline in it.
 */
@Component
class PendingEntries {

    private final PerTransaction<Entries> pending = new PerTransaction<>(this::begin);
    private final JdbcClient jdbc;

    PendingEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private final class Entries implements TransactionSynchronization {

        private final List<TimelineRow> rows = new ArrayList<>();
        private boolean committing;

        void write() {
            PendingEntries.this.write(rows);
            rows.clear();
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            write();
            // What others add before the commit, after this, nobody would write any more.
            committing = true;
        }
    }

    /** Adds an entry; outside of a transaction it is written at once. */
    void add(TimelineRow row) {
        if (!PerTransaction.isActive()) {
            write(List.of(row));
            return;
        }
        Entries entries = pending.get();
        entries.rows.add(row);
        if (entries.committing) {
            entries.write();
        }
    }

    /** Writes what the present transaction has added, so that it can be read. */
    void write() {
        pending.present().ifPresent(Entries::write);
    }

    private Entries begin() {
        Entries entries = new Entries();
        TransactionSynchronizationManager.registerSynchronization(entries);
        return entries;
    }

    private void write(List<TimelineRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into redress.timeline_entry (case_number, at, actor, on_behalf_of, kind, text)
                        select case_number, cast(at as timestamptz), actor, on_behalf_of, kind, text
                          from unnest(cast(:cases as text[]), cast(:ats as text[]), cast(:actors as text[]),
                                      cast(:others as text[]), cast(:kinds as text[]), cast(:texts as text[]))
                               with ordinality as added(case_number, at, actor, on_behalf_of, kind, text, position)
                         order by position""")
                .param("cases", column(rows, TimelineRow::caseNumber))
                .param("ats", column(rows, row -> row.at().toString()))
                .param("actors", column(rows, TimelineRow::actor))
                .param("others", column(rows, TimelineRow::onBehalfOf))
                .param("kinds", column(rows, TimelineRow::kind))
                .param("texts", column(rows, TimelineRow::text))
                .update();
    }

    private static String[] column(List<TimelineRow> rows, Function<TimelineRow, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }
}
