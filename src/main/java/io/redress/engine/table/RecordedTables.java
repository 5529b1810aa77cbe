package io.redress.engine.table;

import io.redress.engine.record.Evaluation;
import io.redress.engine.record.Evaluation.FiredRow;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.variable.context.VariableContext;

/** The engine's DMN engine, with {@linkplain CompiledFeel FEEL that is parsed once}, which tells what it evaluated. */
public final class RecordedTables extends DefaultDmnEngineConfiguration {

    private final Consumer<Evaluation> record;

    public RecordedTables(Evaluations evaluations) {
        this.record = evaluations::happened;
        setFeelEngineFactory(new CompiledFeel());
        DmnDecisionTableEvaluationListener listener = AskedFacts::evaluated;
        setCustomPostDecisionTableEvaluationListeners(List.of(listener));
    }

    @Override
    public DmnEngine buildEngine() {
        init();
        return new Recorded(this, record);
    }

    private static final class Recorded extends DefaultDmnEngine {

        private final Consumer<Evaluation> record;

        Recorded(DefaultDmnEngineConfiguration configuration, Consumer<Evaluation> record) {
            super(configuration);
            this.record = record;
        }

        @Override
        public DmnDecisionResult evaluateDecision(DmnDecision decision, VariableContext variables) {
            AskedFacts facts = AskedFacts.begin(variables);
            try {
                DmnDecisionResult result = super.evaluateDecision(decision, variables);
                facts.evaluated().forEach(event -> record.accept(evaluation(event, facts)));
                return result;
            } finally {
                facts.end();
            }
        }

        private static Evaluation evaluation(DmnDecisionTableEvaluationEvent event, AskedFacts facts) {
            DmnDecision table = event.getDecisionTable();
            int version = table instanceof DecisionDefinition deployed ? deployed.getVersion() : 0;
            return new Evaluation(
                    table.getKey(),
                    version,
                    Collections.unmodifiableMap(new TreeMap<>(facts.values())),
                    event.getMatchingRules().stream().map(Recorded::row).toList());
        }

        private static FiredRow row(DmnEvaluatedDecisionRule rule) {
            Map<String, Object> outputs = new LinkedHashMap<>();
            rule.getOutputEntries()
                    .forEach((name, output) ->
                            outputs.put(name, output.getValue().getValue()));
            return new FiredRow(rule.getId(), Collections.unmodifiableMap(outputs));
        }
    }
}
