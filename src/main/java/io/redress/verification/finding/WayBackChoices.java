package io.redress.verification.finding;

import io.redress.verification.finding.WayBackChoice.GoodsBack;
import io.redress.verification.finding.WayBackChoice.PayWhen;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The handlers' choices about goods that customers have, stored with their verdicts. */
@Component
public class WayBackChoices {

    private final JdbcClient jdbc;

    WayBackChoices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param verdict stored already, in the same transaction */
    void record(Verdict verdict, WayBackChoice choice) {
        if (choice.isNone()) {
            return;
        }
        jdbc.sql("update redress.verdict set goods_back = :goodsBack, pay_when = :payWhen where id = :id")
                .param("goodsBack", name(choice.goodsBack()))
                .param("payWhen", name(choice.payWhen()))
                .param("id", verdict.id())
                .update();
    }

    /** What was chosen with a verdict; {@link WayBackChoice#NONE} where nothing was. */
    public WayBackChoice of(Verdict verdict) {
        return jdbc.sql("select goods_back, pay_when from redress.verdict where id = :id")
                .param("id", verdict.id())
                .query((row, index) -> new WayBackChoice(
                        row.getString("goods_back") == null ? null : GoodsBack.valueOf(row.getString("goods_back")),
                        row.getString("pay_when") == null ? null : PayWhen.valueOf(row.getString("pay_when"))))
                .optional()
                .orElse(WayBackChoice.NONE);
    }

    private static String name(Enum<?> constant) {
        return constant == null ? null : constant.name();
    }
}
