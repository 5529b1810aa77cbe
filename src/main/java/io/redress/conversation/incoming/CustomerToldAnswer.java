package io.redress.conversation.incoming;

import io.redress.complaint.timeline.CaseNumber;

/**
 * The event that a customer who is told things in person said whether the complaint is settled for them.
 *
 * @param toldTo who heard it and passes it on
 * @param comment what else they said, {@code null} where nothing
 */
public record CustomerToldAnswer(CaseNumber caseNumber, String toldTo, boolean resolved, String comment) {}
