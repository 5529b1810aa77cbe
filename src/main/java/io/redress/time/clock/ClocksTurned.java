package io.redress.time.clock;

import io.redress.complaint.timeline.CaseNumber;

/** The event that the clocks of a case were paused or resumed. Published in the transaction in which that happens. */
public record ClocksTurned(CaseNumber caseNumber) {}
