package io.redress.complaint.timeline;

import io.redress.core.database.BeforeCommit;
import io.redress.core.database.PerTransaction;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The entries of the present transaction that are not written yet. A step of a case adds several, and one statement
 * writes them all: before the transaction commits, and before anybody reads a timeline in it.
 */
@Component
class PendingEntries {

    private final BeforeCommit<TimelineRow> pending = new BeforeCommit<>(this::write);
    private final JdbcClient jdbc;

    PendingEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds an entry; outside of a transaction it is written at once. */
    void add(TimelineRow row) {
        if (PerTransaction.isActive()) {
            pending.add(row);
        } else {
            write(List.of(row));
        }
    }

    /** Writes what the present transaction has added, so that it can be read. */
    void write() {
        pending.write();
    }

    private void write(List<TimelineRow> rows) {
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
