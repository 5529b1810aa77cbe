package io.redress.intake.correction;

import io.redress.complaint.timeline.CaseNumber;

/** The event that somebody corrected who the customer of a case is, or where they are reached. */
public record CustomerCorrected(CaseNumber caseNumber) {}
