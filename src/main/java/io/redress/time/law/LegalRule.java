package io.redress.time.law;

import io.redress.time.clock.ClockKind;
import java.time.Period;
import java.util.List;

/**
 * A row of {@code legal-deadline.dmn}.
 *
 * @param clock what people read, and what its clocks are called
 * @param nature whether something is owed by its end, or the customer may claim something until then
 * @param calendar whose days are working days, and whose zone has the midnight that ends the last one
 * @param letterParts keys of what letters have to say because of it, such as {@code legal.refundBy}
 * @param retention how long the case has to be kept from the event on; zero where the row does not say
 * @param source the law or agreement
 */
public record LegalRule(
        String clock,
        Nature nature,
        LegalTerm term,
        String calendar,
        List<String> letterParts,
        Period retention,
        String source) {

    /** What the end of a legal term means. */
    public enum Nature {
        /** We must have done it by then. */
        DUTY(ClockKind.LEGAL),
        /** The customer has a right until then; nobody is late when it is over. */
        RIGHT(ClockKind.LEGAL_RIGHT);

        private final ClockKind kind;

        Nature(ClockKind kind) {
            this.kind = kind;
        }

        ClockKind kind() {
            return kind;
        }
    }
}
