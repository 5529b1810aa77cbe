package io.redress.time.ladder;

import io.redress.time.clock.CaseClock;
import java.time.Instant;

/**
 * The event that a promise is late, noticed as its clock has reached a rung; again at each further one. Published in the
 * transaction that climbs it.
 */
public record PromiseLate(CaseClock promise, Instant noticedAt) {}
