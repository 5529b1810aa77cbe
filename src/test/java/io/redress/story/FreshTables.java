package io.redress.story;

import io.redress.engine.record.Evaluation;
import io.redress.engine.record.Evaluation.FiredRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;

/** The tables that are deployed, each version asked by a DMN engine as Camunda ships it, without a process around it. */
class FreshTables {

    private final RepositoryService repository;
    private final DmnEngine engine;
    private final Map<String, DmnDecision> tables = new HashMap<>();
    private final List<FiredRow> fired = new ArrayList<>();

    FreshTables(RepositoryService repository) {
        this.repository = repository;
        DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
        DmnDecisionTableEvaluationListener remember = this::remember;
        configuration.getCustomPostDecisionTableEvaluationListeners().add(remember);
        engine = configuration.buildEngine();
    }

    /** The rows that fire for the facts of an evaluation, comparably. */
    List<FiredRow> fired(Evaluation evaluation) {
        fired.clear();
        DmnDecision table =
                tables.computeIfAbsent(evaluation.table() + ":" + evaluation.version(), asked -> parsed(evaluation));
        engine.evaluateDecisionTable(table, evaluation.facts());
        return comparable(fired);
    }

    /** The same rows where a number is a number, whatever its type. */
    static List<FiredRow> comparable(List<FiredRow> rows) {
        return rows.stream()
                .map(row -> {
                    Map<String, Object> outputs = new LinkedHashMap<>();
                    row.outputs().forEach((name, value) -> outputs.put(name, comparable(value)));
                    return new FiredRow(row.id(), outputs);
                })
                .toList();
    }

    private static Object comparable(Object value) {
        return value instanceof Number number
                ? new BigDecimal(number.toString()).stripTrailingZeros().toPlainString()
                : value;
    }

    private DmnDecision parsed(Evaluation evaluation) {
        String id = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(evaluation.table())
                .decisionDefinitionVersion(evaluation.version())
                .singleResult()
                .getId();
        return engine.parseDecision(evaluation.table(), repository.getDecisionModel(id));
    }

    private void remember(DmnDecisionTableEvaluationEvent event) {
        event.getMatchingRules().forEach(rule -> {
            Map<String, Object> outputs = new LinkedHashMap<>();
            rule.getOutputEntries()
                    .forEach((name, output) ->
                            outputs.put(name, output.getValue().getValue()));
            fired.add(new FiredRow(rule.getId(), outputs));
        });
    }
}
