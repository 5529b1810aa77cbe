package io.redress.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.engine.table.CompiledFeel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Rule;

/** One table of {@code processes/}, asked without a process around it; remembers which of its rows ever fitted. */
final class DecisionTable {

    private final DmnEngine engine;
    private final DmnDecision decision;
    private final Set<String> rows = new TreeSet<>();
    private final Set<String> everHit = new TreeSet<>();
    private List<String> lastHit = List.of();

    private DecisionTable(String file) {
        DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
        configuration.setFeelEngineFactory(new CompiledFeel());
        DmnDecisionTableEvaluationListener remember = this::remember;
        configuration.getCustomPostDecisionTableEvaluationListeners().add(remember);
        engine = configuration.buildEngine();
        try (InputStream model = Files.newInputStream(Models.PROCESSES.resolve(file + ".dmn"))) {
            DmnModelInstance instance = Dmn.readModelFromStream(model);
            instance.getModelElementsByType(Rule.class).forEach(rule -> rows.add(name(rule.getId())));
            decision = engine.parseDecisions(instance).get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The table in {@code processes/<file>.dmn}. */
    static DecisionTable of(String file) {
        return new DecisionTable(file);
    }

    /** Every answer the table gives, in the order of its rows. */
    List<Map<String, Object>> answers(Facts facts) {
        return engine.evaluateDecisionTable(decision, facts.values()).getResultList();
    }

    /** The only answer; fails when there is none or more than one. */
    Map<String, Object> answer(Facts facts) {
        List<Map<String, Object>> answers = answers(facts);
        assertThat(answers).as("answers to %s", facts.values()).hasSize(1);
        return answers.get(0);
    }

    /** The name of the only row that answered: its id without the prefix. */
    String row(Facts facts) {
        answer(facts);
        return lastHit.get(0);
    }

    void hasHitEveryRow() {
        assertThat(everHit).as("rows hit by some test").containsAll(rows);
    }

    private void remember(DmnDecisionTableEvaluationEvent event) {
        lastHit = event.getMatchingRules().stream()
                .map(DmnEvaluatedDecisionRule::getId)
                .map(DecisionTable::name)
                .toList();
        everHit.addAll(lastHit);
    }

    private static String name(String ruleId) {
        return ruleId.substring("rule_".length());
    }
}
