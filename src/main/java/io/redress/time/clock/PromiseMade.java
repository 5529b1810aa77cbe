package io.redress.time.clock;

import io.redress.complaint.timeline.CaseNumber;

/**
 * The event that a customer was given a promise: its clock has started. Published in the transaction in which that happens.
 *
 * @param subject what tells its clock from others of the kind and the round
 */
public record PromiseMade(CaseNumber caseNumber, ClockKind kind, int round, String subject) {}
