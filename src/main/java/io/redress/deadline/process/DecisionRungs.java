package io.redress.deadline.process;

import io.redress.complaint.Words;
import io.redress.deadline.ClockKind;
import io.redress.deadline.Rung;
import io.redress.deadline.Rungs;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/**
 * Reads the ladder from {@code processes/escalation.dmn}, so that a manager can change it on a live system. The table is
 * asked at every timer and its answer depends on nothing but the kind of clock, so each version of it is evaluated once.
 */
@Component
class DecisionRungs implements Rungs {

    private static final String TABLE = "escalation";

    private final DecisionService decisions;
    private final RepositoryService repository;
    private volatile Version latest = new Version("");

    DecisionRungs(DecisionService decisions, RepositoryService repository) {
        this.decisions = decisions;
        this.repository = repository;
    }

    @Override
    public List<Rung> of(ClockKind kind) {
        String id = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(TABLE)
                .latestVersion()
                .singleResult()
                .getId();
        Version version = latest;
        if (!version.id().equals(id)) {
            version = new Version(id);
            latest = version;
        }
        return version.ladders().computeIfAbsent(kind, unread -> read(id, unread));
    }

    private List<Rung> read(String id, ClockKind kind) {
        return decisions.evaluateDecisionTableById(id, Variables.putValue("clock", Words.word(kind))).stream()
                .map(DecisionRungs::rung)
                .sorted(Comparator.comparingInt(Rung::percent))
                .toList();
    }

    record Version(String id, Map<ClockKind, List<Rung>> ladders) {

        Version(String id) {
            this(id, new ConcurrentHashMap<>());
        }
    }

    private static Rung rung(DmnDecisionRuleResult row) {
        String action = row.getEntry("action");
        Number percent = row.getEntry("percent");
        return new Rung(
                row.getEntry("rung"),
                percent.intValue(),
                Words.constant(Rung.Action.class, action)
                        .orElseThrow(() -> new IllegalStateException("escalation.dmn: unknown action " + action)),
                row.getEntry("audience"));
    }
}
