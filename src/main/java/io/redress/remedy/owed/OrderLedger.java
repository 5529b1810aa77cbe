package io.redress.remedy.owed;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.outside.order.Order;
import io.redress.remedy.owed.LedgerRow.FeePart;
import io.redress.remedy.owed.LedgerRow.Kind;
import io.redress.remedy.owed.LedgerRow.Part;
import io.redress.remedy.owed.LedgerRow.State;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The SQL that reads what the ledger has of an order, in all its cases. What was dropped, or replaced by another row,
 * does not count.
 */
@Component
class OrderLedger {

    private static final String STANDING = """
            r.order_number = :order
              and (r.kind = 'REFUND' and r.currency = :currency or r.kind = 'REPLACEMENT' and r.status <> 'FAILED')
              and r.status <> 'SUPERSEDED'
              and not (r.status = 'FAILED' and r.handled_by is not null and not r.not_owed)
              and not (r.case_number = :case and (r.status = 'PROPOSED' or r.status = 'APPROVED'
                and not exists (select from redress.refund_hold h where h.remedy_id = r.id)))""";

    private final JdbcClient jdbc;

    OrderLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param without the case whose proposals that were not sent do not count, because a decision replaces them, apart
     *     from an agreed refund that waits for goods; {@code null} where all count
     */
    List<LedgerRow> of(Order order, CaseNumber without) {
        String exceptCase = without == null ? "" : without.value();
        CurrencyUnit currency = order.currency();
        Map<UUID, List<Part>> parts = new HashMap<>();
        query(
                        "select i.* from redress.remedy_item i join redress.remedy r on r.id = i.remedy_id where ",
                        order,
                        exceptCase)
                .query(row -> {
                    parts.computeIfAbsent(row.getObject("remedy_id", UUID.class), id -> new ArrayList<>())
                            .add(part(row, currency));
                });
        Map<UUID, List<FeePart>> fees = new HashMap<>();
        query(
                        "select f.* from redress.remedy_fee f join redress.remedy r on r.id = f.remedy_id where ",
                        order,
                        exceptCase)
                .query(row -> {
                    fees.computeIfAbsent(row.getObject("remedy_id", UUID.class), id -> new ArrayList<>())
                            .add(fee(row, currency));
                });
        return query("select r.* from redress.remedy r where ", order, exceptCase)
                .query((row, index) -> row(row, currency, parts, fees))
                .list();
    }

    private JdbcClient.StatementSpec query(String what, Order order, String exceptCase) {
        return jdbc.sql(what + STANDING)
                .param("order", order.number())
                .param("currency", order.currency().getCode())
                .param("case", exceptCase);
    }

    private static LedgerRow row(
            ResultSet row, CurrencyUnit currency, Map<UUID, List<Part>> parts, Map<UUID, List<FeePart>> fees)
            throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        boolean money = row.getString("kind").equals("REFUND");
        boolean failed = row.getString("status").equals("FAILED");
        return new LedgerRow(
                id.toString(),
                row.getString("case_number"),
                money ? Kind.MONEY : Kind.GOODS,
                !failed ? State.GIVEN : row.getBoolean("not_owed") ? State.NOT_OWED : State.BEING_RESOLVED,
                money ? money(row.getBigDecimal("amount"), currency) : Money.zero(currency),
                row.getString("payment_reference"),
                row.getString("provider_reference"),
                parts.getOrDefault(id, List.of()),
                fees.getOrDefault(id, List.of()));
    }

    private static Part part(ResultSet row, CurrencyUnit currency) throws SQLException {
        BigDecimal amount = row.getBigDecimal("amount");
        return new Part(
                row.getObject("line", Integer.class),
                row.getString("sku"),
                row.getInt("quantity"),
                amount == null ? null : money(amount, currency));
    }

    private static FeePart fee(ResultSet row, CurrencyUnit currency) throws SQLException {
        return new FeePart(
                FeeKind.valueOf(row.getString("kind")),
                row.getString("name"),
                money(row.getBigDecimal("amount"), currency));
    }

    private static Money money(BigDecimal amount, CurrencyUnit currency) {
        return Money.of(currency, amount, RoundingMode.HALF_UP);
    }
}
