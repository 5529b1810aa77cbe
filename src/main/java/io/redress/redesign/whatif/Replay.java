package io.redress.redesign.whatif;

import io.redress.engine.record.Evaluation;
import io.redress.engine.table.TrialTable;
import io.redress.redesign.tape.Tape.CaseDecisions;
import io.redress.redesign.tape.Tape.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The decisions of a case, asked once more with the facts that they had. Where a changed answer is itself a fact of a
 * later table, that one is asked with it.
 */
final class Replay {

    private static final String OUTCOME = "outcome";

    private final Candidates candidates;
    private final List<Answered> answered = new ArrayList<>();
    private final List<CaseVerdict.Undecided> undecided = new ArrayList<>();
    private String outcome;
    private boolean goodwillAsked = true;

    /** A decision with its old answer and the new one. */
    record Answered(Instant at, TableAnswer old, TableAnswer now) {

        String table() {
            return old.table();
        }

        List<AnswerChange> changes() {
            return old.changesTo(now);
        }

        boolean changes(String output) {
            return !old.get(output).equals(now.get(output));
        }
    }

    private Replay(Candidates candidates) {
        this.candidates = candidates;
    }

    static Replay of(CaseDecisions taped, Candidates candidates) {
        Replay replay = new Replay(candidates);
        taped.decisions().forEach(replay::ask);
        replay.noteGoodwillNotAsked();
        if (candidates.isTried(Candidates.ESCALATION)) {
            taped.decisions().stream()
                    .filter(decision -> decision.evaluation().table().equals(Candidates.SERVICE_LEVEL))
                    .reduce((earlier, later) -> later)
                    .ifPresent(replay::askLadders);
        }
        return replay;
    }

    List<Answered> answered() {
        return answered;
    }

    List<Answered> answered(String table) {
        return answered.stream().filter(one -> one.table().equals(table)).toList();
    }

    List<CaseVerdict.Undecided> undecided() {
        return undecided;
    }

    /** Whether it needs a price to say what goodwill comes to. */
    boolean needsPrice() {
        return answered(Candidates.COMPENSATION).stream()
                .anyMatch(one ->
                        !isZero(one.old().get("percent")) || !isZero(one.now().get("percent")));
    }

    private static boolean isZero(String percent) {
        return percent.isEmpty() || percent.equals("0");
    }

    private void ask(Decision decision) {
        Evaluation taped = decision.evaluation();
        String table = taped.table();
        TableAnswer old = TableAnswer.of(table, taped.rows());
        boolean follows = table.equals(Candidates.COMPENSATION) && candidates.isTried(Candidates.REMEDY);
        if (follows) {
            goodwillAsked = true;
        }
        if (table.equals(Candidates.REMEDY) && candidates.isTried(Candidates.REMEDY)) {
            noteGoodwillNotAsked();
            outcome = null;
        }
        if (candidates.isTried(table) || follows && outcome != null) {
            Map<String, Object> facts = new HashMap<>(taped.facts());
            if (follows && outcome != null) {
                facts.put(OUTCOME, outcome);
            }
            TableAnswer now = understood(old, candidates.ask(table, facts));
            answered.add(new Answered(decision.at(), old, now));
            if (table.equals(Candidates.REMEDY) && !old.get(OUTCOME).equals(now.get(OUTCOME))) {
                outcome = now.get(OUTCOME);
                goodwillAsked = false;
            }
        } else if (follows) {
            answered.add(new Answered(decision.at(), old, old));
        }
    }

    private void noteGoodwillNotAsked() {
        if (!goodwillAsked) {
            undecided(
                    Candidates.COMPENSATION,
                    "The outcome would be another, and the table of goodwill was not asked in this case.");
        }
        goodwillAsked = true;
    }

    /** Rungs are asked live, by clock and ladder; the ladders are those that the clocks of the case were given. */
    private void askLadders(Decision levels) {
        TableAnswer.of(Candidates.SERVICE_LEVEL, levels.evaluation().rows())
                .byKey()
                .forEach((clock, level) -> {
                    Map<String, Object> facts = Map.of("clock", clock, "ladder", level.getOrDefault("ladder", ""));
                    TrialTable.Answer live = candidates.askLive(Candidates.ESCALATION, facts);
                    TableAnswer old = TableAnswer.of(Candidates.ESCALATION, live.rows());
                    TableAnswer now = understood(old, candidates.ask(Candidates.ESCALATION, facts));
                    answered.add(new Answered(levels.at(), old, now));
                });
    }

    private TableAnswer understood(TableAnswer old, TrialTable.Answer answer) {
        TableAnswer now = TableAnswer.of(old.table(), answer.rows());
        if (!answer.lacking().isEmpty()) {
            answer.lacking()
                    .forEach(fact -> undecided(
                            fact,
                            "The table “%s” asks for “%s”, which the tape of this case does not have."
                                    .formatted(old.table(), fact)));
        } else if (answer.failure() != null) {
            undecided(old.table(), answer.failure());
        } else if (old.isSingle() && now.isEmpty() && !old.isEmpty()) {
            undecided(old.table(), "No row fits, so the case would stop here.");
        } else {
            return now;
        }
        return old;
    }

    private void undecided(String element, String why) {
        undecided.add(new CaseVerdict.Undecided(element, why));
    }
}
