package io.redress.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who approves what, up to the cent on both sides of each limit. */
class AuthorityTableTest {

    private static final DecisionTable AUTHORITY = DecisionTable.of("authority");

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
    void limitsHoldToTheCent(String requester, String currency, BigDecimal amount, String approver) {
        assertThat(AUTHORITY.answer(facts(requester, currency, amount))).containsEntry("approver", approver);
    }

    @Test
    void currencyWithoutALimitGoesToAPerson() {
        assertThat(AUTHORITY.row(facts("redress", "JPY", new BigDecimal("1")))).isEqualTo("otherCurrency");
        assertThat(AUTHORITY.row(facts("redress", "eur", new BigDecimal("1")))).isEqualTo("otherCurrency");
    }

    @Test
    void nothingSpentNeedsNobody() {
        assertThat(AUTHORITY.row(facts("redress", "JPY", BigDecimal.ZERO))).isEqualTo("nothing");
        assertThat(AUTHORITY.row(facts("handler", "EUR", BigDecimal.ZERO))).isEqualTo("nothing");
    }

    @Test
    void everyRequesterAndCurrencyHasOneAnswer() {
        for (String requester : List.of("redress", "handler", "lead", "manager")) {
            for (String currency : List.of("EUR", "USD", "GBP", "CNY", "JPY")) {
                for (String amount : List.of("0", "0.5", "1000", "8000.5", "20000", "160000", "1000000")) {
                    AUTHORITY.answer(facts(requester, currency, new BigDecimal(amount)));
                }
            }
        }
    }

    private static Facts facts(String requester, String currency, BigDecimal amount) {
        return Facts.of("requester", requester).with("currency", currency).with("amount", amount);
    }
}
