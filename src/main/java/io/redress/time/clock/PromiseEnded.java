package io.redress.time.clock;

import java.time.Instant;

/**
 * The event that what a customer was promised has happened. Published in the transaction in which it is noted.
 *
 * @param promise its clock, as it was before
 * @param at when it happened
 * @param late whether it was due before
 */
public record PromiseEnded(CaseClock promise, Instant at, boolean late) {}
