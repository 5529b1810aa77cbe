package io.redress.complaint.file;

import io.redress.complaint.timeline.CaseNumber;
import java.time.Instant;

/**
 * The customer has said something in a case that was registered before: a message, an answer to the follow-up, why they take
 * it back. Published in the transaction in which it is kept, by whatever door it came.
 */
public record CustomerSaid(CaseNumber caseNumber, String text, Instant at) {}
