package io.redress.bench;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.postgresql.util.PGobject;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Copies a case, row by row, in our tables and in the engine's: registering a hundred thousand through the door takes
 * days, and their state could not differ. Which tables belong to a case is asked of the database, so that a table that
 * comes later is copied, too.
 */
final class CaseCopies {

    /** The engine's ids end with one. */
    private static final Pattern UUID_AT_END =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$");

    /** By any of these that it has, a row of the engine belongs to a process. Not every row has each of them filled in. */
    private static final List<String> OF_PROCESSES =
            List.of("root_proc_inst_id_", "root_process_instance_id_", "proc_inst_id_", "process_instance_id_");

    /** What names something of the engine that is its process's own, though it may be gone. */
    private static final Set<String> NAMES =
            Set.of("id_", "act_inst_id_", "parent_act_inst_id_", "execution_id_", "job_id_", "task_id_");

    /** What belongs to a task, and the column that tells to which. */
    private static final Map<String, String> OF_TASKS =
            Map.of("act_ru_identitylink", "task_id_", "act_ru_authorization", "resource_id_");

    private final JdbcTemplate database;
    private final TransactionTemplate transaction;

    CaseCopies(JdbcTemplate database, TransactionTemplate transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    /**
     * What is copied.
     *
     * @param original the case number
     * @param count how many copies
     * @param apart by how much later than the one before each copy happened, all its times included; earlier where
     *     negative
     * @param engine whether the engine's rows are copied as well as ours
     * @param own words of which each copy has its own, such as an address or an order's number
     */
    record Order(String original, int count, Duration apart, boolean engine, List<String> own) {

        /** The copies' numbers, as a pattern for {@code like}. */
        String pattern() {
            return original + "_______";
        }
    }

    /**
     * Copies an open case; its timers follow.
     *
     * @return the copies' numbers, as a pattern for {@code like}
     */
    String copy(String original, int count, Duration spread) {
        Order order = new Order(original, count, spread, true, List.of());
        copy(order);
        return order.pattern();
    }

    /** Copies a case as ordered. */
    void copy(Order order) {
        List<Row> rows = new ArrayList<>(ours(order.original()));
        if (order.engine()) {
            rows.addAll(theEngines(order.original()));
        }
        Copy copy = new Copy(order, ids(rows), keys());
        transaction.executeWithoutResult(status -> {
            // Copies of rows that fit together fit together; asking for each would take longer than copying.
            database.execute("set local session_replication_role = replica");
            rows.forEach(row -> database.update(row.copies(copy), order.count()));
        });
        database.execute("analyze");
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

    /** The rows of a case, and those that refer to them, over as many tables as that takes. */
    private List<Row> ours(String original) {
        Map<String, List<Row>> rows = new LinkedHashMap<>();
        rows.put("redress.complaint", rows("redress.complaint", "case_number = ?", original));
        tablesWith("redress", "case_number").stream()
                .filter(table -> !rows.containsKey(table))
                .forEach(table -> rows.put(table, rows(table, "case_number = ?", original)));
        List<Map<String, Object>> references = database.queryForList("""
                select conrelid::regclass::text as child, confrelid::regclass::text as parent,
                       (select attname from pg_attribute where attrelid = conrelid and attnum = conkey[1]) as refers,
                       (select attname from pg_attribute where attrelid = confrelid and attnum = confkey[1]) as key
                  from pg_constraint where contype = 'f' and connamespace = 'redress'::regnamespace""");
        for (int before = -1; before < rows.size(); ) {
            before = rows.size();
            for (Map<String, Object> reference : references) {
                String child = (String) reference.get("child");
                List<Row> parents = rows.get((String) reference.get("parent"));
                if (parents != null && !rows.containsKey(child)) {
                    rows.put(
                            child,
                            parents.stream()
                                    .map(parent -> parent.values().get((String) reference.get("key")))
                                    .flatMap(key -> rows(child, reference.get("refers") + " = ?", key).stream())
                                    .toList());
                }
            }
        }
        return rows.values().stream().flatMap(List::stream).toList();
    }

    private List<Row> theEngines(String original) {
        List<String> roots = database.queryForList(
                "select distinct root_proc_inst_id_ from act_hi_procinst where business_key_ = ?",
                String.class,
                original);
        List<String> instances = database.queryForList(
                "select proc_inst_id_ from act_hi_procinst where root_proc_inst_id_ = any(?)", String.class, (Object)
                        roots.toArray(String[]::new));
        Set<String> processes = new TreeSet<>(roots);
        processes.addAll(instances);
        Map<String, Set<String>> columns = new TreeMap<>();
        OF_PROCESSES.forEach(column -> tablesWith("public", column).stream()
                .filter(table -> table.startsWith("act_"))
                .forEach(table ->
                        columns.computeIfAbsent(table, first -> new TreeSet<>()).add(column)));
        List<Row> rows = new ArrayList<>();
        columns.forEach((table, of) -> rows.addAll(of(table, of, processes)));
        List<String> tasks =
                database.queryForList("select id_ from act_ru_task where proc_inst_id_ = any(?)", String.class, (Object)
                        processes.toArray(String[]::new));
        OF_TASKS.forEach((table, column) -> rows.addAll(of(table, Set.of(column), tasks)));
        List<String> values = database.queryForList(
                "select bytearray_id_ from act_ru_variable where proc_inst_id_ = any(?) and bytearray_id_ is not null",
                String.class,
                (Object) processes.toArray(String[]::new));
        rows.addAll(of("act_ge_bytearray", Set.of("id_"), values));
        return rows.stream().distinct().toList();
    }

    /** The rows of a table of which any of these columns has one of these values. */
    private List<Row> of(String table, Collection<String> columns, Collection<String> values) {
        String condition = columns.stream().map(column -> column + " = any(?)").collect(Collectors.joining(" or "));
        Object any = values.toArray(String[]::new);
        return rows(table, condition, Collections.nCopies(columns.size(), any).toArray());
    }

    private List<String> tablesWith(String schema, String column) {
        return database.queryForList("""
                select case schema when 'public' then name else schema || '.' || name end from (
                  select c.table_schema as schema, c.table_name as name from information_schema.columns c
                    join information_schema.tables t using (table_schema, table_name)
                   where c.table_schema = ? and c.column_name = ? and t.table_type = 'BASE TABLE') found
                 order by 1""", String.class, schema, column);
    }

    private List<Row> rows(String table, String condition, Object... values) {
        return database
                .queryForList("select *, ctid::text as row_place from " + table + " where " + condition, values)
                .stream()
                .map(row -> new Row(table, (String) row.remove("row_place"), new TreeMap<>(row)))
                .toList();
    }

    /** What names a row of the case, and is named anew in each copy. */
    private static Set<Object> ids(List<Row> rows) {
        Set<Object> ids = new LinkedHashSet<>();
        for (Row row : rows) {
            row.values().forEach((column, value) -> {
                if (value instanceof UUID id && column.equals("id")) {
                    ids.add(id);
                } else if (value instanceof String text && NAMES.contains(column)) {
                    uuidOf(text).ifPresent(ids::add);
                }
            });
        }
        return ids;
    }

    private static Optional<String> uuidOf(String text) {
        Matcher found = UUID_AT_END.matcher(text);
        return found.find() ? Optional.of(found.group()) : Optional.empty();
    }

    /** The columns that are alone in telling a row of their table from all others, and those that refer to such numbers. */
    private Keys keys() {
        List<String> unique = database.queryForList("""
                select indrelid::regclass::text || '.' || attname from pg_index
                  join pg_attribute on attrelid = indrelid and attnum = indkey[0]
                 where indisunique and indnkeyatts = 1""", String.class);
        List<String> numbers = database.queryForList("""
                select attrelid::regclass::text || '.' || attname from pg_attribute
                 where attidentity <> '' union
                select conrelid::regclass::text || '.' || child.attname from pg_constraint
                  join pg_attribute child on child.attrelid = conrelid and child.attnum = conkey[1]
                  join pg_attribute parent on parent.attrelid = confrelid and parent.attnum = confkey[1]
                 where contype = 'f' and parent.attidentity <> ''""", String.class);
        List<String> calculated = database.queryForList(
                "select attrelid::regclass::text || '.' || attname from pg_attribute where attgenerated <> ''",
                String.class);
        return new Keys(Set.copyOf(unique), Set.copyOf(numbers), Set.copyOf(calculated));
    }

    /** @param calculated the columns that the database fills in */
    private record Keys(Set<String> unique, Set<String> numbers, Set<String> calculated) {}

    private record Copy(Order order, Set<Object> ids, Keys keys) {}

    /** @param place where PostgreSQL keeps it */
    private record Row(String table, String place, Map<String, Object> values) {

        String copies(Copy copy) {
            Map<String, String> columns = new LinkedHashMap<>();
            values.forEach((column, value) -> {
                if (value != null && !copy.keys().calculated().contains(table + "." + column)) {
                    columns.put(column, expression(copy, column, value));
                }
            });
            return "insert into %s (%s) overriding system value select %s from %s t, generate_series(1, ?) n where t.ctid = '%s'"
                    .formatted(
                            table,
                            columns.keySet().stream()
                                    .map(name -> '"' + name + '"')
                                    .collect(Collectors.joining(", ")),
                            String.join(", ", columns.values()),
                            table,
                            place);
        }

        private String expression(Copy copy, String column, Object value) {
            String name = "t.\"" + column + '"';
            String key = table + "." + column;
            if (value instanceof UUID) {
                return copy.ids().contains(value) ? "md5(%s::text || n)::uuid".formatted(name) : name;
            }
            if (value instanceof Number) {
                return copy.keys().numbers().contains(key) ? name + " * 10000000 + n" : name;
            }
            if (value instanceof Timestamp) {
                return "%s + (n - 1) * interval '%d milliseconds'"
                        .formatted(name, copy.order().apart().toMillis());
            }
            if (value instanceof String text
                    && uuidOf(text).filter(copy.ids()::contains).isPresent()) {
                // The engine's ids end with the node that made them, which is the same for all of a case.
                return "left(%s, -12) || lpad(to_hex(n), 12, '0')".formatted(name);
            }
            return text(copy, name, key, value);
        }

        private static String text(Copy copy, String name, String key, Object value) {
            boolean isText = value instanceof String;
            if (!isText && !(value instanceof PGobject)) {
                return name;
            }
            String written = value.toString();
            String original = copy.order().original();
            String expression = isText ? name : name + "::text";
            boolean changed = false;
            if (written.contains(original)) {
                expression =
                        "replace(%s, '%s', '%s' || lpad(n::text, 7, '0'))".formatted(expression, original, original);
                changed = true;
            }
            for (String word : copy.order().own()) {
                if (written.contains(word)) {
                    expression = "replace(%s, '%s', '%s' || n)".formatted(expression, word, word);
                    changed = true;
                }
            }
            if (isText && !changed && copy.keys().unique().contains(key)) {
                return name + " || '-' || n";
            }
            if (!changed) {
                return name;
            }
            return value instanceof PGobject json ? "(%s)::%s".formatted(expression, json.getType()) : expression;
        }
    }
}
