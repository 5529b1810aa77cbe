package io.redress.redesign.whatif;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.redress.engine.table.TrialTable;
import io.redress.redesign.model.ModelFile;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The tables that are tried, and beside them the live ones that are asked when a tried one changes what they are asked.
 * Equal questions are put once.
 */
final class Candidates {

    static final String TRIAGE = "triage";
    static final String REMEDY = "remedy";
    static final String COMPENSATION = "compensation";
    static final String AUTHORITY = "authority";
    static final String WAY_BACK = "wayBack";
    static final String SERVICE_LEVEL = "serviceLevel";
    static final String LEGAL_DEADLINE = "legalDeadline";
    static final String ESCALATION = "escalation";

    private static final int MOST_ANSWERS = 50_000;

    private final Map<String, TrialTable> tried = new LinkedHashMap<>();
    private final Map<String, TrialTable> live = new HashMap<>();
    private final Cache<Question, TrialTable.Answer> answers =
            Caffeine.newBuilder().maximumSize(MOST_ANSWERS).build();

    private record Question(TrialTable table, Map<String, Object> facts) {}

    Candidates(Collection<ModelFile> files, Collection<ModelFile> liveFiles) {
        files.forEach(file -> TrialTable.of(file.content()).forEach(table -> tried.put(table.key(), table)));
        Set<String> besides = new LinkedHashSet<>();
        if (isTried(REMEDY)) {
            besides.add(COMPENSATION);
        }
        if (isTried(ESCALATION)) {
            besides.add(ESCALATION);
        }
        liveFiles.stream()
                .filter(file -> file.kind() == ModelFile.Kind.TABLE)
                .filter(file -> besides.stream().anyMatch(key -> file.text().contains("\"" + key + "\"")))
                .forEach(file -> TrialTable.of(file.content()).forEach(table -> live.put(table.key(), table)));
    }

    boolean isTried(String table) {
        return tried.containsKey(table);
    }

    /** The tables whose decisions on the tape make a case one of those that are looked at. */
    Set<String> asked() {
        Set<String> asked = new LinkedHashSet<>(tried.keySet());
        // Rungs are no decisions about a case; which ladder its clocks have is.
        if (asked.remove(ESCALATION)) {
            asked.add(SERVICE_LEVEL);
        }
        return asked;
    }

    /** The same, and those whose decisions follow from them. */
    Set<String> read() {
        Set<String> read = asked();
        if (isTried(REMEDY)) {
            read.add(COMPENSATION);
        }
        return read;
    }

    /** What the table says that would be in force: the one that is tried, else the live one. */
    TrialTable.Answer ask(String table, Map<String, Object> facts) {
        return ask(tried.getOrDefault(table, live.get(table)), facts);
    }

    /** What the live table says. */
    TrialTable.Answer askLive(String table, Map<String, Object> facts) {
        return ask(live.get(table), facts);
    }

    private TrialTable.Answer ask(TrialTable table, Map<String, Object> facts) {
        return table == null
                ? new TrialTable.Answer(List.of(), Set.of(), "There is no such table.")
                : answers.get(new Question(table, facts), question -> table.ask(facts));
    }
}
