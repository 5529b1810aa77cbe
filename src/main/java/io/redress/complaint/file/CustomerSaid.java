package io.redress.complaint.file;

import io.redress.complaint.timeline.CaseNumber;
import java.time.Instant;

/**
 * The event that the customer has said something in a case that was registered before: a message, an answer to the
 * follow-up, or why they take the complaint back. Published in the transaction in which it is stored, whatever channel
 * it came by.
 */
public record CustomerSaid(CaseNumber caseNumber, String text, Instant at) {}
