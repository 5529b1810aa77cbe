package io.redress.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who approves what, up to the cent on both sides of each limit, whatever it is the sum of. */
class AuthorityTableTest {

    private static final DecisionTable AUTHORITY = DecisionTable.of("authority");
    private static final List<String> ROLES = List.of("redress", "handler", "lead", "manager");
    private static final List<String> CURRENCIES = List.of("EUR", "USD", "GBP", "CNY", "JPY", "EUR+USD");
    private static final List<String> APPROVERS = List.of("none", "lead", "manager");

    @AfterAll
    static void everyRowIsTested() {
        AUTHORITY.hasHitEveryRow();
    }

    @ParameterizedTest
    @CsvSource({
        "redress,EUR,0.01,none",
        "redress,USD,1000.00,none",
        "redress,EUR,1000.01,lead",
        "handler,GBP,1000.00,none",
        "handler,GBP,5000.00,lead",
        "handler,EUR,5000.01,manager",
        "handler,CNY,8000.00,none",
        "handler,CNY,8000.01,lead",
        "redress,CNY,40000.00,lead",
        "redress,CNY,40000.01,manager",
        "lead,EUR,5000.00,none",
        "lead,EUR,5000.01,manager",
        "lead,CNY,40000.00,none",
        "lead,CNY,40000.01,manager",
        "manager,USD,20000.00,none",
        "manager,USD,20000.01,manager",
        "manager,CNY,160000.00,none",
        "manager,CNY,160000.01,manager"
    })
    void limitsHoldToTheCentForTheCaseAndForTheCustomer(
            String requester, String currency, BigDecimal amount, String approver) {
        assertThat(approver(requester, currency, amount, amount, BigDecimal.ZERO))
                .isEqualTo(approver);
        assertThat(approver(requester, currency, new BigDecimal("0.01"), amount, BigDecimal.ZERO))
                .isEqualTo(approver);
    }

    @ParameterizedTest
    @CsvSource({
        "redress,EUR,1000000,none",
        "handler,EUR,10000.00,none",
        "handler,EUR,10000.01,lead",
        "lead,EUR,100000.00,none",
        "lead,USD,100000.01,manager",
        "manager,GBP,500000.00,none",
        "manager,GBP,500000.01,manager",
        "handler,CNY,80000.01,lead",
        "lead,CNY,800000.01,manager",
        "manager,CNY,4000000.01,manager"
    })
    void aPersonHasALimitForTheDay(String requester, String currency, BigDecimal day, String approver) {
        assertThat(approver(requester, currency, BigDecimal.TEN, BigDecimal.TEN, day))
                .isEqualTo(approver);
    }

    @Test
    void currencyWithoutALimitGoesToAPerson() {
        for (String currency : List.of("JPY", "eur", "EUR+USD", "")) {
            assertThat(AUTHORITY.row(facts("redress", currency, BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ZERO)))
                    .isEqualTo("otherCurrency");
        }
    }

    @Test
    void nothingSpentNeedsNobody() {
        BigDecimal much = new BigDecimal("1000000");
        assertThat(AUTHORITY.row(facts("redress", "JPY", BigDecimal.ZERO, much, much)))
                .isEqualTo("nothing");
        assertThat(AUTHORITY.row(facts("handler", "EUR", BigDecimal.ZERO, much, much)))
                .isEqualTo("nothing");
    }

    /** Whatever the three sums are: there is an answer, and more of any of them never asks for a lower approver. */
    @Property
    @Tag("generated")
    void moreMoneyNeverNeedsLessAuthority(
            @ForAll @IntRange(max = 3) int role,
            @ForAll @IntRange(max = 5) int currency,
            @ForAll @BigRange(min = "0.01", max = "1000000") @Scale(2) BigDecimal ofCase,
            @ForAll @BigRange(min = "0", max = "1000000") @Scale(2) BigDecimal ofCustomer,
            @ForAll @BigRange(min = "0", max = "1000000") @Scale(2) BigDecimal ofDay,
            @ForAll @BigRange(min = "0.01", max = "200000") @Scale(2) BigDecimal more) {
        String who = ROLES.get(role);
        String what = CURRENCIES.get(currency);
        int asked = APPROVERS.indexOf(approver(who, what, ofCase, ofCustomer, ofDay));
        assertThat(asked).isNotNegative();
        assertThat(List.of(
                        approver(who, what, ofCase.add(more), ofCustomer, ofDay),
                        approver(who, what, ofCase, ofCustomer.add(more), ofDay),
                        approver(who, what, ofCase, ofCustomer, ofDay.add(more))))
                .allSatisfy(approver -> assertThat(APPROVERS.indexOf(approver)).isGreaterThanOrEqualTo(asked));
    }

    private static String approver(
            String requester, String currency, BigDecimal ofCase, BigDecimal ofCustomer, BigDecimal ofDay) {
        return (String) AUTHORITY
                .answer(facts(requester, currency, ofCase, ofCustomer, ofDay))
                .get("approver");
    }

    private static Facts facts(
            String requester, String currency, BigDecimal ofCase, BigDecimal ofCustomer, BigDecimal ofDay) {
        return Facts.of("requester", requester)
                .with("currency", currency)
                .with("caseAmount", ofCase)
                .with("customerDayAmount", ofCustomer)
                .with("deciderDayAmount", ofDay);
    }
}
