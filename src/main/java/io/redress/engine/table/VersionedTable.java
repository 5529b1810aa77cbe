package io.redress.engine.table;

import io.redress.engine.table.Deployments.Moment;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;

/**
 * A decision table that a manager can change on a live system, and that is asked far more often than it has different
 * answers: each version is evaluated only once for the same question.
 */
public class VersionedTable<A> {

    private final DecisionService decisions;
    private final Deployments deployments;
    private final RepositoryService repository;
    private final String key;
    private final Function<List<DmnDecisionRuleResult>, A> reader;
    private volatile Version<A> latest = new Version<>("", null);

    /** @param reader makes the answer of the rows that match; may throw where a row cannot be read */
    public VersionedTable(
            DecisionService decisions,
            RepositoryService repository,
            Deployments deployments,
            String key,
            Function<List<DmnDecisionRuleResult>, A> reader) {
        this.decisions = decisions;
        this.repository = repository;
        this.deployments = deployments;
        this.key = key;
        this.reader = reader;
    }

    /** The answer of the latest version to these facts. */
    public A ask(Map<String, Object> facts) {
        Version<A> version = latest();
        return version.answers()
                .computeIfAbsent(
                        facts,
                        asked -> reader.apply(decisions.evaluateDecisionTableById(version.id(), asked).stream()
                                .toList()));
    }

    /** The engine's id of the latest version. */
    public String version() {
        return latest().id();
    }

    /**
     * The engine is asked only once in a while: many rungs at once would otherwise spend a tenth of their time on it.
     */
    private Version<A> latest() {
        Version<A> known = latest;
        Moment now = deployments.now();
        if (now.equals(known.seen())) {
            return known;
        }
        String id = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(key)
                .latestVersion()
                .singleResult()
                .getId();
        Version<A> version = known.id().equals(id) ? known.seenAgain(now) : new Version<>(id, now);
        latest = version;
        return version;
    }

    private record Version<A>(String id, Moment seen, Map<Map<String, Object>, A> answers) {

        Version(String id, Moment seen) {
            this(id, seen, new ConcurrentHashMap<>());
        }

        Version<A> seenAgain(Moment now) {
            return new Version<>(id, now, answers);
        }
    }
}
