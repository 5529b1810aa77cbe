package io.redress.verification.evidence;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * One sentence of evidence, for people.
 *
 * @param subject what it is about: {@code identity}, {@code order}, {@code payment}, {@code parcel}, {@code history}
 * @param verdict {@code supports} or {@code contradicts} the claim, or {@code open}
 */
@Table("finding")
public record Finding(
        @Id Long id, String caseNumber, int round, String subject, String verdict, String text, Instant foundAt) {}
