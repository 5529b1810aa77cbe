package io.redress.remedy.returns;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.remedy.returns.GoodsReturn.Condition;
import io.redress.verification.finding.WayBackChoice.GoodsBack;
import io.redress.verification.finding.WayBackChoice.PayWhen;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of the decisions about goods that customers have. */
@Component
class WayBackRows {

    private final JdbcClient jdbc;

    WayBackRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes down what was decided in a round, in place of what was decided in it before. */
    void replace(CaseNumber caseNumber, int round, List<WayBack> decided) {
        jdbc.sql("delete from redress.way_back where case_number = :case and round = :round")
                .param("case", caseNumber.value())
                .param("round", round)
                .update();
        decided.forEach(wayBack -> insert(caseNumber, round, wayBack));
    }

    private void insert(CaseNumber caseNumber, int round, WayBack wayBack) {
        jdbc.sql("""
                        insert into redress.way_back (case_number, round, line, sku, description, quantity, currency,
                          value, way, pay_when, reason, chosen_by)
                        values (:case, :round, :line, :sku, :description, :quantity, :currency,
                          :value, :way, :payWhen, :reason, :chosenBy)""")
                .param("case", caseNumber.value())
                .param("round", round)
                .param("line", wayBack.line())
                .param("sku", wayBack.sku())
                .param("description", wayBack.description())
                .param("quantity", wayBack.quantity())
                .param("currency", wayBack.value().getCurrencyUnit().getCode())
                .param("value", wayBack.value().getAmount())
                .param("way", wayBack.way().name())
                .param("payWhen", wayBack.payWhen().name())
                .param("reason", wayBack.reason())
                .param("chosenBy", wayBack.chosenBy())
                .update();
    }

    /** What was decided in a round, by line. */
    List<WayBack> of(CaseNumber caseNumber, int round) {
        return jdbc.sql("select * from redress.way_back where case_number = :case and round = :round order by line")
                .param("case", caseNumber.value())
                .param("round", round)
                .query(WayBackRows::read)
                .list();
    }

    /** Notes what came back of a line. @param condition {@code null} where nothing did */
    void returned(GoodsReturn goods, int line, int quantity, Condition condition) {
        jdbc.sql("""
                        update redress.way_back set returned = :returned, condition = :condition
                         where case_number = :case and round = :round and line = :line""")
                .param("returned", quantity)
                .param("condition", condition == null ? null : condition.name())
                .param("case", goods.caseNumber())
                .param("round", goods.round())
                .param("line", line)
                .update();
    }

    /**
     * How often, in three years, the customer of a case got money or goods for something that they then did not send
     * back.
     */
    int neverReturned(CaseNumber caseNumber) {
        return jdbc.sql("""
                        select count(*)
                          from redress.complaint this
                          join redress.complaint c on c.case_number <> this.case_number
                           and (c.customer_mailbox = this.customer_mailbox
                             or c.customer_dialling = this.customer_dialling)
                          join redress.goods_return g on g.case_number = c.case_number
                         where this.case_number = :case and g.status = 'CLOSED' and g.condition is null
                           and g.way in ('LABEL', 'PICK_UP', 'BY_HAND') and c.withdrawal_requested_at is null
                           and g.created_at > this.created_at - interval '3 years'
                           and exists (select from redress.remedy r
                                        where r.case_number = g.case_number and r.round = g.round
                                          and r.kind in ('REFUND', 'REPLACEMENT') and r.status = 'SETTLED')""")
                .param("case", caseNumber.value())
                .query(Integer.class)
                .single();
    }

    private static WayBack read(ResultSet row, int index) throws SQLException {
        String condition = row.getString("condition");
        return new WayBack(
                row.getInt("line"),
                row.getString("sku"),
                row.getString("description"),
                row.getInt("quantity"),
                Money.of(
                        CurrencyUnit.of(row.getString("currency")),
                        row.getBigDecimal("value"),
                        RoundingMode.UNNECESSARY),
                GoodsBack.valueOf(row.getString("way")),
                PayWhen.valueOf(row.getString("pay_when")),
                row.getString("reason"),
                row.getString("chosen_by"),
                row.getObject("returned", Integer.class),
                condition == null ? null : Condition.valueOf(condition));
    }
}
