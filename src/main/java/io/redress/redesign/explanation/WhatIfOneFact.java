package io.redress.redesign.explanation;

import io.redress.core.text.EnumWords;
import io.redress.engine.record.Evaluation;
import io.redress.redesign.explanation.Explanation.Change;
import io.redress.remedy.decision.RemedyFacts;
import io.redress.verification.finding.Verdict.RemedyChoice;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The search for the single facts that would have led to another outcome. Each fact that triage was told is tried with
 * every other value that a row of the table asks for; of numbers, only the nearest that makes a difference. What is tried
 * is asked of both tables one after the other, as a new complaint would be.
 */
final class WhatIfOneFact {

    private static final String PERSON = "person";

    /**
     * What the customer complains of, by which way the case came to us, and whether people are in danger: with another one
     * it would be another complaint, and not the same one decided otherwise.
     */
    private static final Set<String> OF_THE_COMPLAINT =
            Set.of("claim", "reopened", "imported", "danger", "aboutStaff", "country", "language", "channel");

    private final KeptTable triage;
    private final KeptTable remedy;
    private final Map<String, Object> told;
    private final Map<String, Object> toldRemedy;
    private final String outcome;

    WhatIfOneFact(KeptTable triage, KeptTable remedy, Evaluation triaged, Evaluation decided) {
        this.triage = triage;
        this.remedy = remedy;
        this.told = triaged.facts();
        this.toldRemedy = decided.facts();
        this.outcome = decided.rows().stream()
                .findFirst()
                .map(row -> text(row.outputs().get("outcome")))
                .orElse("");
    }

    List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        told.keySet().stream()
                .filter(fact -> !OF_THE_COMPLAINT.contains(fact))
                .forEach(fact -> changes.addAll(changes(fact)));
        return changes;
    }

    private List<Change> changes(String fact) {
        Object now = told.get(fact);
        List<Change> found = new ArrayList<>();
        Object nearest = null;
        for (Object other : others(fact, now)) {
            Optional<String> would = outcomeWith(fact, other).filter(changed -> !changed.equals(outcome));
            if (would.isPresent() && (!(now instanceof Number) || isNearer(now, other, nearest))) {
                if (now instanceof Number) {
                    found.clear();
                    nearest = other;
                }
                found.add(new Change(fact, text(now), text(other), would.get()));
            }
        }
        return found;
    }

    private static boolean isNearer(Object now, Object other, Object nearest) {
        return nearest == null || distance(now, other).compareTo(distance(now, nearest)) < 0;
    }

    private static BigDecimal distance(Object one, Object other) {
        return new BigDecimal(text(one)).subtract(new BigDecimal(text(other))).abs();
    }

    /** The values that a fact could have had instead, of the type that it has. */
    private Set<Object> others(String fact, Object now) {
        Set<Object> others = new LinkedHashSet<>();
        for (Object asked : triage.asked(fact)) {
            if (now instanceof Boolean && asked instanceof Boolean) {
                others.add(!(Boolean) now);
            } else if (now instanceof Number && asked instanceof BigDecimal number) {
                for (int step = -1; step <= 1; step++) {
                    BigDecimal near = number.add(BigDecimal.valueOf(step));
                    if (near.signum() >= 0) {
                        others.add(now instanceof Double ? (Object) near.doubleValue() : (Object) near.intValue());
                    }
                }
            } else if (now instanceof String && asked instanceof String) {
                others.add(asked);
            }
        }
        others.removeIf(other -> text(other).equals(text(now)));
        return others;
    }

    /** What the case would have come to; empty where the tables could not tell. */
    private Optional<String> outcomeWith(String fact, Object value) {
        Map<String, Object> facts = new HashMap<>(told);
        facts.put(fact, value);
        return triage.answer(facts).flatMap(rated -> {
            if (!Objects.equals(true, rated.get("conclusive"))) {
                // Where a person has decided, another fact that leaves it to a person says nothing of what they find.
                return isAutomatic() ? Optional.of(PERSON) : Optional.empty();
            }
            Map<String, Object> decided = new HashMap<>(toldRemedy);
            decided.put("verdict", RemedyFacts.AUTOMATIC);
            decided.put("remedyChoice", EnumWords.word(RemedyChoice.AS_PROPOSED));
            decided.put("basis", rated.get("basis"));
            return remedy.answer(decided).map(answer -> text(answer.get("outcome")));
        });
    }

    private boolean isAutomatic() {
        return RemedyFacts.AUTOMATIC.equals(toldRemedy.get("verdict"));
    }

    static String text(Object value) {
        return value == null ? "" : value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }
}
