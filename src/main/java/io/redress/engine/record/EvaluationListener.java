package io.redress.engine.record;

/** Somebody who keeps what tables were asked and answered in a case. */
public interface EvaluationListener {

    /** Hears of an evaluation by which a case goes on, within the transaction that goes on by it. */
    void evaluated(CaseAtHand at, Evaluation evaluation);
}
