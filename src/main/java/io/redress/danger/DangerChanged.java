package io.redress.danger;

import io.redress.complaint.CaseNumber;

/** What is known of danger in a case has changed; published in the same transaction. */
public record DangerChanged(CaseNumber caseNumber) {}
