package io.redress.time.clock;

import java.time.Duration;

/**
 * The time that a clock is given.
 *
 * @param budget in the calendar's time; positive
 * @param calendar the name of the business calendar that says which time counts
 * @param ladder which rungs of {@code escalation.dmn} it has
 */
public record Allowance(Duration budget, String calendar, String ladder) {

    public Allowance {
        if (budget.isNegative() || budget.isZero()) {
            throw new IllegalArgumentException("A clock needs a positive budget, not " + budget);
        }
    }
}
