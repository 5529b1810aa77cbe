package io.redress.deadline.process;

import io.redress.complaint.Words;
import io.redress.deadline.ClockKind;
import io.redress.deadline.Rung;
import io.redress.deadline.Rungs;
import java.util.Comparator;
import java.util.List;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Reads the ladder from {@code processes/escalation.dmn}, so that a manager can change it on a live system. */
@Component
class DecisionRungs implements Rungs {

    private final DecisionService decisions;

    DecisionRungs(DecisionService decisions) {
        this.decisions = decisions;
    }

    @Override
    public List<Rung> of(ClockKind kind) {
        return decisions
                .evaluateDecisionTableByKey("escalation", Variables.putValue("clock", Words.word(kind)))
                .stream()
                .map(DecisionRungs::rung)
                .sorted(Comparator.comparingInt(Rung::percent))
                .toList();
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
