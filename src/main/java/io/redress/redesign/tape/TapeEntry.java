package io.redress.redesign.tape;

import io.redress.complaint.timeline.CaseNumber;
import java.time.Instant;
import java.util.List;

/**
 * What one transaction of a case decided by tables and asked outside.
 *
 * @param at when it was about to end
 * @param decisions in order, equal ones of a step once
 * @param answers in order
 */
public record TapeEntry(
        CaseNumber caseNumber, Instant at, List<TapedDecision> decisions, List<OutsideAnswer> answers) {}
