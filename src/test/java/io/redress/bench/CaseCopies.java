package io.redress.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Copies an open case, row by row, in our tables and in the engine's: registering twenty thousand through the door takes
 * hours, and their state could not differ. Left out is what nothing reads again: variable details, job log, messages.
 */
final class CaseCopies {

    private static final List<String> ENGINE = List.of(
            "act_ru_execution",
            "act_ru_task",
            "act_ru_variable",
            "act_ru_event_subscr",
            "act_ru_job",
            "act_hi_procinst",
            "act_hi_actinst",
            "act_hi_taskinst",
            "act_hi_varinst");
    private static final List<String> OF_TASKS = List.of("act_ru_identitylink", "act_hi_identitylink");

    private final JdbcTemplate database;
    private final TransactionTemplate transaction;

    CaseCopies(JdbcTemplate database, TransactionTemplate transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    /**
     * Copies a case.
     *
     * @param original its number
     * @param count how many copies
     * @param spread by how much later than the one before each copy was received; its timers follow
     * @return the copies' numbers, as a pattern for {@code like}
     */
    String copy(String original, int count, Duration spread) {
        List<Row> rows = rows(original);
        Copy copy = new Copy(original, ids(rows), spread);
        transaction.executeWithoutResult(status -> {
            // Copies of rows that fit together fit together; asking for each would take longer than copying.
            database.execute("set local session_replication_role = replica");
            rows.forEach(row -> database.update(row.copies(copy), count));
        });
        database.execute("analyze");
        return original + "______";
    }

    /** Adds timers far in the future, of processes that do not exist, until the table of jobs has so many. */
    void fillJobs(int total, Instant due) {
        int present = database.queryForObject("select count(*) from act_ru_job", Integer.class);
        database.update("""
                insert into act_ru_job (id_, rev_, type_, exclusive_, execution_id_, process_instance_id_, retries_,
                  duedate_, suspension_state_, priority_, handler_type_, sequence_counter_)
                select 'filler-' || n, 1, 'timer', true, 'filler-' || n, 'filler-' || n, 3,
                  ?::timestamptz + n * interval '1 minute', 1, 0, 'timer-intermediate-transition', 1
                from generate_series(1, ?) n""", due.toString(), Math.max(0, total - present));
        database.execute("analyze act_ru_job");
    }

    private static Set<String> ids(List<Row> rows) {
        Set<String> ids = new LinkedHashSet<>();
        for (Row row : rows) {
            for (String column : List.of("id_", "act_inst_id_", "proc_inst_id_")) {
                if (row.values().get(column) instanceof String id) {
                    ids.add(id);
                }
            }
        }
        return ids;
    }

    private List<Row> rows(String original) {
        List<Row> rows = new ArrayList<>();
        String instance = database.queryForObject(
                "select proc_inst_id_ from act_ru_execution where business_key_ = ? and parent_id_ is null",
                String.class,
                original);
        for (String table : ENGINE) {
            String key = table.equals("act_ru_job") ? "process_instance_id_" : "proc_inst_id_";
            rows.addAll(rows(table, key, instance, "id_"));
        }
        for (String task :
                database.queryForList("select id_ from act_ru_task where proc_inst_id_ = ?", String.class, instance)) {
            OF_TASKS.forEach(table -> rows.addAll(rows(table, "task_id_", task, "id_")));
        }
        rows.addAll(rows("redress.complaint", "case_number", original, "case_number"));
        rows.addAll(rows("redress.evidence", "case_number", original, "ctid"));
        rows.addAll(rows("redress.case_clock", "case_number", original, "id"));
        if (database.queryForObject("select to_regclass('redress.clock_interval')", String.class) != null) {
            for (Row clock : rows("redress.case_clock", "case_number", original, "id")) {
                rows.addAll(rows(
                        "redress.clock_interval", "clock_id", clock.values().get("id"), "ctid"));
            }
        }
        return rows;
    }

    private List<Row> rows(String table, String column, Object value, String key) {
        return database
                .queryForList(
                        "select *, " + key + "::text as row_key from " + table + " where " + column + " = ?", value)
                .stream()
                .map(values -> new Row(table, key, new TreeMap<>(values)))
                .toList();
    }

    private record Copy(String original, Set<String> ids, Duration spread) {}

    private record Row(String table, String key, Map<String, Object> values) {

        String copies(Copy copy) {
            List<String> columns = new ArrayList<>();
            List<String> expressions = new ArrayList<>();
            values.forEach((column, value) -> {
                if (value != null && !column.equals("row_key")) {
                    columns.add(column);
                    expressions.add(expression(copy, column, value));
                }
            });
            return "insert into %s (%s) overriding system value select %s from %s t, generate_series(1, ?) n where t.%s::text = '%s'"
                    .formatted(
                            table,
                            String.join(", ", columns),
                            String.join(", ", expressions),
                            table,
                            key,
                            values.get("row_key"));
        }

        /** Ids end with the node that made them, which is the same for all of a case. */
        private static String expression(Copy copy, String column, Object value) {
            if (value instanceof String text && copy.ids().contains(text)) {
                return "left(t.%s, -12) || lpad(to_hex(n), 12, '0')".formatted(column);
            }
            if (value instanceof String text && text.contains(copy.original())) {
                return "replace(t.%s, '%s', '%s' || lpad(n::text, 6, '0'))"
                        .formatted(column, copy.original(), copy.original());
            }
            if (Set.of("started_at", "ended_at", "received_at", "duedate_", "due_date_")
                    .contains(column)) {
                return "t.%s + (n - 1) * interval '%d milliseconds'"
                        .formatted(column, copy.spread().toMillis());
            }
            if (column.equals("id") || column.equals("clock_id")) {
                // Clocks are numbered by the database; their copies get numbers far above.
                return "t.%s * 1000000 + n".formatted(column);
            }
            return "t." + column;
        }
    }
}
