package io.redress.engine.table;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.engine.record.CaseAtHand;
import io.redress.engine.table.Deployments.Moment;
import io.redress.engine.table.Evaluations.Apart;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;

/**
 * A decision table that a manager can change on a live system, and that is asked far more often than it has different
 * answers: each version is evaluated only once for the same question.
 */
public class VersionedTable<A> {

    /** Some facts are amounts, which hardly ever come twice. */
    private static final int MOST_ANSWERS = 5_000;

    private final DecisionService decisions;
    private final Deployments deployments;
    private final RepositoryService repository;
    private final Evaluations evaluations;
    private final String key;
    private final Function<List<DmnDecisionRuleResult>, A> reader;
    private volatile Version<A> latest = new Version<>("", null);

    VersionedTable(
            DecisionService decisions,
            RepositoryService repository,
            Deployments deployments,
            Evaluations evaluations,
            String key,
            Function<List<DmnDecisionRuleResult>, A> reader) {
        this.decisions = decisions;
        this.deployments = deployments;
        this.repository = repository;
        this.evaluations = evaluations;
        this.key = key;
        this.reader = reader;
    }

    /** The latest version's answer to these facts, by which a case goes on; it goes on record. */
    public A decide(CaseNumber caseNumber, Map<String, Object> facts) {
        Apart<A> answer = answer(facts);
        CaseAtHand at = CaseAtHand.of(caseNumber);
        answer.evaluations().forEach(evaluation -> evaluations.tell(at, evaluation));
        return answer.answer();
    }

    /** The latest version's answer to these facts, for who only looks ahead; no record is kept of it. */
    public A ask(Map<String, Object> facts) {
        return answer(facts).answer();
    }

    private Apart<A> answer(Map<String, Object> facts) {
        Version<A> version = latest();
        return version.answers().get(facts, asked -> Evaluations.apart(() -> answer(version, asked)));
    }

    private A answer(Version<A> version, Map<String, Object> facts) {
        return reader.apply(decisions.evaluateDecisionTableById(version.id(), facts).stream()
                .toList());
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

    private record Version<A>(String id, Moment seen, Cache<Map<String, Object>, Apart<A>> answers) {

        Version(String id, Moment seen) {
            this(id, seen, Caffeine.newBuilder().maximumSize(MOST_ANSWERS).build());
        }

        Version<A> seenAgain(Moment now) {
            return new Version<>(id, now, answers);
        }
    }
}
