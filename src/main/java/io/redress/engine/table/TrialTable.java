package io.redress.engine.table;

import io.redress.engine.record.Evaluation.FiredRow;
import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;

/**
 * A decision table that is not deployed, asked apart from the live system: no process is around it, nothing is recorded,
 * and it sees no facts but those that it is given.
 */
public final class TrialTable {

    private final DmnEngine engine;
    private final DmnDecision decision;

    private TrialTable(DmnEngine engine, DmnDecision decision) {
        this.engine = engine;
        this.decision = decision;
    }

    /**
     * What a table says.
     *
     * @param rows the rows that fit, none where it could not be told
     * @param lacking the facts that it asked for and that were not given, by name; what it says then is no answer
     * @param failure why it could not be told, {@code null} where it could
     */
    public record Answer(List<FiredRow> rows, Set<String> lacking, String failure) {}

    /**
     * The tables of a file.
     *
     * @throws DmnEngineException where it is no file of decisions
     */
    public static List<TrialTable> of(byte[] dmn) {
        DmnEngine engine = engine();
        return engine.parseDecisions(new ByteArrayInputStream(dmn)).stream()
                .filter(DmnDecision::isDecisionTable)
                .map(decision -> new TrialTable(engine, decision))
                .toList();
    }

    /** The id of the decision. */
    public String key() {
        return decision.getKey();
    }

    /** Asks it. @param facts by name; one that is {@code null} is given, and empty */
    public Answer ask(Map<String, Object> facts) {
        VariableContext given = Variables.fromMap(facts).asVariableContext();
        AskedFacts asked = AskedFacts.begin(given);
        try {
            engine.evaluateDecisionTable(decision, given);
            List<FiredRow> rows = asked.evaluated().stream()
                    .filter(event -> event.getDecisionTable().getKey().equals(key()))
                    .flatMap(event -> event.getMatchingRules().stream())
                    .map(TrialTable::row)
                    .toList();
            return new Answer(rows, asked.missing(), null);
        } catch (DmnEngineException | FeelException impossible) {
            return new Answer(List.of(), asked.missing(), sentence(impossible));
        } finally {
            asked.end();
        }
    }

    private static String sentence(RuntimeException impossible) {
        String said = String.valueOf(impossible.getMessage());
        return said.startsWith("DMN-03") ? "More rows fit than the table’s hit policy allows." : said;
    }

    private static FiredRow row(DmnEvaluatedDecisionRule rule) {
        Map<String, Object> outputs = new LinkedHashMap<>();
        rule.getOutputEntries()
                .forEach((name, output) -> outputs.put(name, output.getValue().getValue()));
        return new FiredRow(rule.getId(), outputs);
    }

    /** An engine of its own, so that nobody hears of what is tried. */
    private static DmnEngine engine() {
        DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
        configuration.setFeelEngineFactory(new CompiledFeel());
        DmnDecisionTableEvaluationListener listener = AskedFacts::evaluated;
        configuration.setCustomPostDecisionTableEvaluationListeners(List.of(listener));
        return configuration.buildEngine();
    }
}
