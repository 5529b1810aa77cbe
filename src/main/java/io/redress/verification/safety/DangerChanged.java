package io.redress.verification.safety;

import io.redress.complaint.timeline.CaseNumber;

/** The event that something else is known of danger in a case; published in the same transaction. */
public record DangerChanged(CaseNumber caseNumber) {}
