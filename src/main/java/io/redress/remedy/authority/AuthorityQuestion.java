package io.redress.remedy.authority;

import java.math.BigDecimal;

/**
 * The question that the authority table is asked. Amounts are in major units of the currency, money and goods together.
 *
 * @param role {@code redress}, {@code handler}, {@code lead} or {@code manager}
 * @param currency ISO 4217; empty where nothing is spent, several with a plus between them where a case has several
 * @param caseAmount what the case costs altogether
 * @param customerDayAmount what was decided for the same customer within 24 hours, this case included. Not a calendar
 *     day, at whose midnight a sum could be split
 * @param personDayAmount what the one who decides spent on their own authority within 24 hours, decided or approved,
 *     this case included; zero for {@code redress}, whose day is limited by the daily totals
 */
public record AuthorityQuestion(
        String role, String currency, BigDecimal caseAmount, BigDecimal customerDayAmount, BigDecimal personDayAmount) {

    /** In words, for who has to approve it. */
    @Override
    public String toString() {
        return "The case costs %s %s; this customer, in 24 hours: %s; who decided, in 24 hours: %s."
                .formatted(caseAmount.toPlainString(), currency, customerDayAmount.toPlainString(), personDay());
    }

    private String personDay() {
        return role.equals("redress") ? "not limited" : personDayAmount.toPlainString();
    }
}
