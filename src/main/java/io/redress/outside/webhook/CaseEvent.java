package io.redress.outside.webhook;

import io.redress.complaint.timeline.CaseNumber;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Something that happened in a case, to be told to who wants to hear of it.
 *
 * @param once what makes it the same event, among those of its type in the case, so that it is told once; {@code null} where
 *     it can only happen once
 * @param data what is told of it: texts, whole numbers and truth values by name; asked before the transaction commits
 */
public record CaseEvent(
        CaseNumber caseNumber, EventType type, Instant at, String once, Supplier<Map<String, Object>> data) {}
