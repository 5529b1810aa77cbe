package io.redress.redesign.explanation;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.engine.record.Evaluation;
import io.redress.engine.record.Evaluation.FiredRow;
import io.redress.redesign.explanation.Explanation.Fact;
import io.redress.redesign.explanation.Explanation.Rule;
import io.redress.redesign.tape.Tape;
import io.redress.redesign.tape.TapedDecision;
import io.redress.remedy.decision.RemedyFacts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;

/** The explanation of the latest decision in a case, from what its tape says and by the versions that were asked. */
@Component
public class Explanations {

    private static final String TRIAGE = "triage";
    private static final String REMEDY = "remedy";

    /** The tables by which it is decided what becomes of a case; the others set clocks and climb ladders. */
    private static final List<String> TABLES = List.of(TRIAGE, REMEDY, "authority", "compensation", "wayBack");

    private final Tape tape;
    private final RepositoryService repository;

    Explanations(Tape tape, RepositoryService repository) {
        this.tape = tape;
        this.repository = repository;
    }

    /** Why a case stands where it does; what would have changed it is worked out now. */
    public Explanation of(CaseNumber caseNumber) {
        Map<String, Evaluation> latest = latest(caseNumber);
        if (latest.isEmpty()) {
            return Explanation.NOTHING_YET;
        }
        Map<String, KeptTable> tables = new LinkedHashMap<>();
        latest.forEach((key, evaluation) -> kept(evaluation).ifPresent(table -> tables.put(key, table)));
        Map<String, Fact> facts = new LinkedHashMap<>();
        List<Rule> rules = new ArrayList<>();
        latest.forEach((key, evaluation) -> {
            evaluation
                    .facts()
                    .forEach((name, value) -> facts.putIfAbsent(name, new Fact(name, WhatIfOneFact.text(value))));
            evaluation.rows().forEach(row -> rules.add(rule(evaluation, row, tables.get(key))));
        });
        Evaluation triage = latest.get(TRIAGE);
        Evaluation remedy = latest.get(REMEDY);
        boolean automatic =
                remedy != null && RemedyFacts.AUTOMATIC.equals(remedy.facts().get("verdict"));
        boolean known = triage != null && remedy != null && tables.containsKey(TRIAGE) && tables.containsKey(REMEDY);
        return new Explanation(
                automatic,
                List.copyOf(facts.values()),
                rules,
                known
                        ? new WhatIfOneFact(tables.get(TRIAGE), tables.get(REMEDY), triage, remedy).changes()
                        : List.of());
    }

    /** The last answer of each table, from the triage on after which it was decided last. */
    private Map<String, Evaluation> latest(CaseNumber caseNumber) {
        List<Evaluation> all = tape.of(caseNumber).stream()
                .flatMap(entry -> entry.decisions().stream())
                .map(TapedDecision::evaluation)
                .filter(evaluation -> TABLES.contains(evaluation.table()))
                .toList();
        int decided = last(all, REMEDY, all.size());
        int from = last(all, TRIAGE, decided < 0 ? all.size() : decided);
        Map<String, Evaluation> latest = new LinkedHashMap<>();
        all.subList(Math.max(from, 0), all.size()).stream()
                .filter(evaluation -> !evaluation.table().equals(TRIAGE) || evaluation == all.get(Math.max(from, 0)))
                .forEach(evaluation -> latest.put(evaluation.table(), evaluation));
        return latest;
    }

    private static int last(List<Evaluation> all, String table, int before) {
        for (int i = before - 1; i >= 0; i--) {
            if (all.get(i).table().equals(table)) {
                return i;
            }
        }
        return -1;
    }

    private static Rule rule(Evaluation evaluation, FiredRow row, KeptTable table) {
        Optional<KeptTable> kept = Optional.ofNullable(table);
        return new Rule(
                evaluation.table(),
                evaluation.version(),
                kept.flatMap(one -> one.place(row.id())).orElse(null),
                kept.flatMap(one -> one.sentence(row.id()))
                        .orElseGet(() -> WhatIfOneFact.text(row.outputs().getOrDefault("reason", ""))));
    }

    private Optional<KeptTable> kept(Evaluation evaluation) {
        return Optional.ofNullable(repository
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey(evaluation.table())
                        .decisionDefinitionVersion(evaluation.version())
                        .singleResult())
                .flatMap(version -> {
                    try (InputStream file = repository.getDecisionModel(version.getId())) {
                        return KeptTable.of(file.readAllBytes(), evaluation.table());
                    } catch (IOException broken) {
                        throw new UncheckedIOException(broken);
                    }
                });
    }
}
