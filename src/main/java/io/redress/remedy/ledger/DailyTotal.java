package io.redress.remedy.ledger;

import java.math.BigDecimal;

/**
 * One currency's day so far: money and goods that went out without a person's decision, in major units.
 *
 * @param limit zero where the currency is not listed
 * @param reached whether something had to wait for tomorrow, or for a person
 */
public record DailyTotal(String currency, BigDecimal sent, BigDecimal limit, boolean reached) {}
