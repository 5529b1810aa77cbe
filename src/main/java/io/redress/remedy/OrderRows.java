package io.redress.remedy;

import java.math.BigDecimal;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL that reads the ledger by order. What failed or was let go does not count. */
@Component
class OrderRows {

    /** Rows that count, apart from those of one case that a new decision replaces. */
    private static final String STANDING = """
            r.order_number = :order and r.kind = 'REFUND' and r.status not in ('FAILED', 'SUPERSEDED')
              and not (r.case_number = :case and r.status in ('PROPOSED', 'APPROVED'))""";

    private final JdbcClient jdbc;

    OrderRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many pieces of an article a case makes good; a piece that is refunded and sent again counts once. */
    record Pieces(String caseNumber, String sku, int quantity) {}

    List<Pieces> piecesMadeGood(String orderNumber, List<String> skus) {
        if (orderNumber == null || skus.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select case_number, sku, max(pieces) as pieces from (
                          select r.case_number, i.sku, r.kind, sum(i.quantity) as pieces
                            from redress.remedy r join redress.remedy_item i on i.remedy_id = r.id
                           where r.order_number = :order and i.sku in (:skus) and r.kind in ('REFUND', 'REPLACEMENT')
                             and r.status not in ('FAILED', 'SUPERSEDED')
                           group by r.case_number, i.sku, r.kind) by_kind
                         group by case_number, sku""")
                .param("order", orderNumber)
                .param("skus", skus)
                .query((row, index) ->
                        new Pieces(row.getString("case_number"), row.getString("sku"), row.getInt("pieces")))
                .list();
    }

    /** The amounts given back of one article, or of all where {@code sku} is {@code null}, in major units. */
    BigDecimal amountGiven(String orderNumber, String sku, String exceptNotSentOf) {
        return jdbc.sql("""
                        select coalesce(sum(i.amount), 0) from redress.remedy r
                          join redress.remedy_item i on i.remedy_id = r.id
                         where i.sku = coalesce(cast(:sku as text), i.sku) and\s""" + STANDING)
                .param("sku", sku)
                .param("order", orderNumber)
                .param("case", exceptNotSentOf)
                .query(BigDecimal.class)
                .single();
    }

    /** The pieces given back whole, before shares were written down. */
    long piecesWithoutAmount(String orderNumber, String sku, String exceptNotSentOf) {
        return jdbc.sql("""
                        select coalesce(sum(i.quantity), 0) from redress.remedy r
                          join redress.remedy_item i on i.remedy_id = r.id
                         where i.sku = :sku and i.amount is null and\s""" + STANDING)
                .param("sku", sku)
                .param("order", orderNumber)
                .param("case", exceptNotSentOf)
                .query(Long.class)
                .single();
    }

    /** Everything given back for an order, in major units. */
    BigDecimal allGiven(String orderNumber, String exceptNotSentOf) {
        return jdbc.sql("select coalesce(sum(r.amount), 0) from redress.remedy r where " + STANDING)
                .param("order", orderNumber)
                .param("case", exceptNotSentOf)
                .query(BigDecimal.class)
                .single();
    }
}
