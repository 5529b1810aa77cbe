package io.redress.correspondence;

import io.redress.complaint.CaseNumber;

/**
 * A customer who is told things in person said whether the complaint is settled for them.
 *
 * @param comment what else they said, {@code null} where nothing
 */
public record CustomerToldAnswer(CaseNumber caseNumber, boolean resolved, String comment) {}
