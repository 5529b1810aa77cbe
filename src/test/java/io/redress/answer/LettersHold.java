package io.redress.answer;

import java.time.Instant;
import java.util.List;

/** Whether letters of a case wait for a person, and why. */
public record LettersHold(boolean held, String reason, String note, String by, Instant since, List<String> waiting) {}
