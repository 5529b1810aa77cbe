package io.redress.verification.evidence;

import java.time.Instant;

/**
 * One sentence of evidence, for people.
 *
 * @param subject what it is about: {@code identity}, {@code order}, {@code payment}, {@code parcel}, {@code history}
 * @param verdict {@code supports} or {@code contradicts} the claim, or {@code open}
 */
public record Finding(int round, String subject, String verdict, String text, Instant foundAt) {}
