package io.redress.redesign.tape;

import io.redress.engine.record.CaseAtHand;
import io.redress.engine.record.Evaluation;
import io.redress.engine.record.EvaluationListener;
import org.springframework.stereotype.Component;

/** The ear at our tables. */
@Component
class TapedTables implements EvaluationListener {

    private final PendingTape tape;

    TapedTables(PendingTape tape) {
        this.tape = tape;
    }

    @Override
    public void evaluated(CaseAtHand at, Evaluation evaluation) {
        tape.add(at, evaluation);
    }
}
