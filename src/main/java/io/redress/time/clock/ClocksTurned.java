package io.redress.time.clock;

import io.redress.complaint.timeline.CaseNumber;

/** The clocks of a case stand still now, or go on. Published in the transaction in which they do. */
public record ClocksTurned(CaseNumber caseNumber) {}
