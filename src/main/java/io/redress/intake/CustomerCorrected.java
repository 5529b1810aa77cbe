package io.redress.intake;

import io.redress.complaint.CaseNumber;

/** Somebody corrected who the customer of a case is, or where they are reached. */
public record CustomerCorrected(CaseNumber caseNumber) {}
