package io.redress.remedy.returns;

import java.util.UUID;
import org.joda.money.Money;

/**
 * A deduction from a refund, for the state in which goods came.
 *
 * @param reason what the customer is told
 * @param approvedBy {@code null} while nobody has approved it; who asked for it, where that needs nobody else
 */
public record Deduction(UUID returnId, Money amount, String reason, String askedBy, String approvedBy) {}
