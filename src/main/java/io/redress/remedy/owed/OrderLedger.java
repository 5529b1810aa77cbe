package io.redress.remedy.owed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.core.database.TransactionMemory;
import io.redress.outside.order.Order;
import io.redress.remedy.owed.LedgerRow.FeePart;
import io.redress.remedy.owed.LedgerRow.Kind;
import io.redress.remedy.owed.LedgerRow.Part;
import io.redress.remedy.owed.LedgerRow.State;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
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

    private static final Set<String> TABLES = Set.of("remedy", "remedy_item", "remedy_fee", "refund_hold");

    private static final String ROWS = """
            select r.*,
                   (select json_agg(json_build_object('line', i.line, 'sku', i.sku, 'quantity', i.quantity,
                                                      'amount', i.amount))
                      from redress.remedy_item i where i.remedy_id = r.id) as items,
                   (select json_agg(json_build_object('kind', f.kind, 'name', f.name, 'amount', f.amount))
                      from redress.remedy_fee f where f.remedy_id = r.id) as fees
              from redress.remedy r where\s""" + STANDING;

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;
    private final TransactionMemory memory;

    OrderLedger(JdbcClient jdbc, TransactionMemory memory) {
        this.jdbc = jdbc;
        this.memory = memory;
    }

    /** An item of a row, as the statement tells it; amounts in major units. */
    private record Item(Integer line, String sku, int quantity, BigDecimal amount) {}

    /** The same of a fee. */
    private record Fee(FeeKind kind, String name, BigDecimal amount) {}

    /**
     * @param without the case whose proposals that were not sent do not count, because a decision replaces them, apart
     *     from an agreed refund that waits for goods; {@code null} where all count
     */
    List<LedgerRow> of(Order order, CaseNumber without) {
        String exceptCase = without == null ? "" : without.value();
        return memory.of(
                TABLES,
                List.of(order.number(), order.currency(), exceptCase),
                () -> List.copyOf(read(order, exceptCase)));
    }

    private List<LedgerRow> read(Order order, String exceptCase) {
        return jdbc.sql(ROWS)
                .param("order", order.number())
                .param("currency", order.currency().getCode())
                .param("case", exceptCase)
                .query((row, index) -> row(row, order.currency()))
                .list();
    }

    private static LedgerRow row(ResultSet row, CurrencyUnit currency) throws SQLException {
        boolean money = row.getString("kind").equals("REFUND");
        boolean failed = row.getString("status").equals("FAILED");
        return new LedgerRow(
                row.getString("id"),
                row.getString("case_number"),
                money ? Kind.MONEY : Kind.GOODS,
                !failed ? State.GIVEN : row.getBoolean("not_owed") ? State.NOT_OWED : State.BEING_RESOLVED,
                money ? money(row.getBigDecimal("amount"), currency) : Money.zero(currency),
                row.getString("payment_reference"),
                row.getString("provider_reference"),
                list(row.getString("items"), new TypeReference<List<Item>>() {}).stream()
                        .map(item -> new Part(
                                item.line(),
                                item.sku(),
                                item.quantity(),
                                item.amount() == null ? null : money(item.amount(), currency)))
                        .toList(),
                list(row.getString("fees"), new TypeReference<List<Fee>>() {}).stream()
                        .map(fee -> new FeePart(fee.kind(), fee.name(), money(fee.amount(), currency)))
                        .toList());
    }

    private static <T> List<T> list(String json, TypeReference<List<T>> type) {
        try {
            return json == null ? List.of() : JSON.readValue(json, type);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Money money(BigDecimal amount, CurrencyUnit currency) {
        return Money.of(currency, amount, RoundingMode.HALF_UP);
    }
}
