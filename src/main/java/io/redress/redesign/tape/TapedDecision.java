package io.redress.redesign.tape;

import io.redress.engine.record.CaseAtHand.Step;
import io.redress.engine.record.Evaluation;

/**
 * A decision by a table.
 *
 * @param step who asked; {@code null} outside of a diagram
 * @param evaluation its facts are truths, numbers and words; nothing that somebody wrote
 */
public record TapedDecision(Step step, Evaluation evaluation) {}
