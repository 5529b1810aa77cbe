package io.redress.time.clock;

import java.time.Instant;

/**
 * A clock that is to be started.
 *
 * @param subject what it is about where a case may have several of its kind, empty otherwise
 * @param adviser the audience that is asked for advice, {@code null} of any other clock
 * @param at when its time begins
 */
record ClockStart(ClockKind kind, int round, String subject, String adviser, Instant at, Allowance allowance) {}
