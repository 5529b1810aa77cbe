package io.redress.deadline.process;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;

/**
 * A decision table that a manager can change on a live system, and that is asked far more often than it has different
 * answers: each version is evaluated once for the same question.
 */
class VersionedTable<A> {

    private final DecisionService decisions;
    private final RepositoryService repository;
    private final String key;
    private final Function<List<DmnDecisionRuleResult>, A> reader;
    private volatile Version<A> latest = new Version<>("");

    /** @param reader makes the answer of the rows that match; may throw where a row cannot be read */
    VersionedTable(
            DecisionService decisions,
            RepositoryService repository,
            String key,
            Function<List<DmnDecisionRuleResult>, A> reader) {
        this.decisions = decisions;
        this.repository = repository;
        this.key = key;
        this.reader = reader;
    }

    /** The answer of the latest version to these facts. */
    A ask(Map<String, Object> facts) {
        String id = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(key)
                .latestVersion()
                .singleResult()
                .getId();
        Version<A> version = latest;
        if (!version.id().equals(id)) {
            version = new Version<>(id);
            latest = version;
        }
        return version.answers()
                .computeIfAbsent(
                        facts,
                        asked -> reader.apply(decisions.evaluateDecisionTableById(id, asked).stream()
                                .toList()));
    }

    record Version<A>(String id, Map<Map<String, Object>, A> answers) {

        Version(String id) {
            this(id, new ConcurrentHashMap<>());
        }
    }
}
