package io.redress.redesign.whatif;

import io.redress.engine.record.Evaluation.FiredRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An answer of a table in plain words, so that an old and a new one can be compared whatever types they came in. */
record TableAnswer(String table, List<Map<String, String>> rows) {

    /** Tables that answer with several rows, by the output that tells these apart; of equal ones the first counts. */
    private static final Map<String, String> KEYS =
            Map.of("serviceLevel", "clock", "legalDeadline", "clock", "escalation", "rung");

    static TableAnswer of(String table, List<FiredRow> rows) {
        return new TableAnswer(
                table, rows.stream().map(TableAnswer::words).distinct().toList());
    }

    private static Map<String, String> words(FiredRow row) {
        Map<String, String> words = new LinkedHashMap<>();
        row.outputs().forEach((name, value) -> words.put(name, word(value)));
        return words;
    }

    private static String word(Object value) {
        if (value instanceof Number number) {
            BigDecimal plain = new BigDecimal(number.toString());
            return plain.signum() == 0 ? "0" : plain.stripTrailingZeros().toPlainString();
        }
        return value == null ? "" : value.toString();
    }

    /** Whether this table answers each question with one row. */
    boolean isSingle() {
        return !KEYS.containsKey(table);
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** An output of the first row; empty for nothing. */
    String get(String output) {
        return rows.isEmpty() ? "" : rows.get(0).getOrDefault(output, "");
    }

    /** What would be another if that were the answer instead of this; what is only worded otherwise comes last. */
    List<AnswerChange> changesTo(TableAnswer now) {
        Map<String, Map<String, String>> before = byKey();
        Map<String, Map<String, String>> after = now.byKey();
        List<AnswerChange> changes = new ArrayList<>();
        for (String key : union(before.keySet(), after.keySet())) {
            Map<String, String> old = before.getOrDefault(key, Map.of());
            Map<String, String> other = after.getOrDefault(key, Map.of());
            for (String output : union(old.keySet(), other.keySet())) {
                String from = old.getOrDefault(output, "");
                String to = other.getOrDefault(output, "");
                if (!from.equals(to)) {
                    changes.add(new AnswerChange(table, key.isEmpty() ? output : key + ": " + output, from, to));
                }
            }
        }
        List<AnswerChange> ordered = new ArrayList<>(
                changes.stream().filter(change -> !change.isWording()).toList());
        changes.stream().filter(AnswerChange::isWording).forEach(ordered::add);
        return ordered;
    }

    /** The rows by what tells them apart. */
    Map<String, Map<String, String>> byKey() {
        Map<String, Map<String, String>> rowsByKey = new LinkedHashMap<>();
        for (Map<String, String> row : rows) {
            String key = isSingle() ? "" : row.getOrDefault(KEYS.get(table), "");
            rowsByKey.putIfAbsent(key, row);
        }
        return rowsByKey;
    }

    private static Set<String> union(Set<String> first, Set<String> second) {
        Set<String> union = new LinkedHashSet<>(first);
        union.addAll(second);
        return union;
    }
}
