package io.redress.time.law;

import io.redress.time.clock.CaseClock;
import java.time.LocalDate;
import java.util.List;

/**
 * A clock of a case with the law behind it.
 *
 * @param source the law or agreement
 * @param letterParts keys of what letters have to say because of it
 * @param keepUntil until when the case has to be kept because of it, {@code null} where the table did not say
 */
public record LegalClock(
        CaseClock clock, LegalEvent event, String source, List<String> letterParts, LocalDate keepUntil) {}
