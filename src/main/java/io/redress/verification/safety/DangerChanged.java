package io.redress.verification.safety;

import io.redress.complaint.timeline.CaseNumber;

/** What is known of danger in a case has changed; published in the same transaction. */
public record DangerChanged(CaseNumber caseNumber) {}
