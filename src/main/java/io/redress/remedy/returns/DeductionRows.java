package io.redress.remedy.returns;

import java.math.RoundingMode;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of deductions. */
@Component
class DeductionRows {

    private final JdbcClient jdbc;
    private final Clock clock;

    DeductionRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Writes down what somebody asks for, in place of what was refused. */
    void ask(UUID returnId, Money amount, String reason, String person) {
        jdbc.sql("""
                        insert into redress.deduction (return_id, currency, amount, reason, asked_by, asked_at)
                        values (:return, :currency, :amount, :reason, :person, :now)
                        on conflict (return_id) do update set currency = :currency, amount = :amount, reason = :reason,
                          asked_by = :person, asked_at = :now where deduction.approved_by is null""")
                .param("return", returnId)
                .param("currency", amount.getCurrencyUnit().getCode())
                .param("amount", amount.getAmount())
                .param("reason", reason)
                .param("person", person)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    void approve(UUID returnId, String person) {
        jdbc.sql("update redress.deduction set approved_by = :person, approved_at = :now where return_id = :return")
                .param("person", person)
                .param("now", Timestamp.from(clock.instant()))
                .param("return", returnId)
                .update();
    }

    void forget(UUID returnId) {
        jdbc.sql("delete from redress.deduction where return_id = :return and approved_by is null")
                .param("return", returnId)
                .update();
    }

    Optional<Deduction> of(UUID returnId) {
        return jdbc.sql("select * from redress.deduction where return_id = :return")
                .param("return", returnId)
                .query((row, index) -> new Deduction(
                        returnId,
                        Money.of(
                                CurrencyUnit.of(row.getString("currency")),
                                row.getBigDecimal("amount"),
                                RoundingMode.UNNECESSARY),
                        row.getString("reason"),
                        row.getString("asked_by"),
                        row.getString("approved_by")))
                .optional();
    }
}
