package io.redress.verification.finding;

import io.redress.verification.finding.AffectedChoice.ChosenLine;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The handlers' choices of what is affected, stored with their verdicts. */
@Component
public class AffectedChoices {

    private final JdbcClient jdbc;

    AffectedChoices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param verdict stored already, in the same transaction */
    void record(Verdict verdict, AffectedChoice choice) {
        choice.lines()
                .forEach(chosen -> jdbc.sql("insert into redress.verdict_line values (:verdict, :line, :quantity)")
                        .param("verdict", verdict.id())
                        .param("line", chosen.line())
                        .param("quantity", chosen.quantity())
                        .update());
        choice.fees().forEach(name -> jdbc.sql("insert into redress.verdict_fee values (:verdict, :name)")
                .param("verdict", verdict.id())
                .param("name", name)
                .update());
        if (choice.deliveryFee() != null) {
            jdbc.sql("update redress.verdict set delivery_fee = :fee where id = :verdict")
                    .param("fee", choice.deliveryFee())
                    .param("verdict", verdict.id())
                    .update();
        }
    }

    /** What was chosen with a verdict; {@link AffectedChoice#NONE} where nothing was, or it was not stored. */
    public AffectedChoice of(Verdict verdict) {
        return verdict.id() == null
                ? AffectedChoice.NONE
                : new AffectedChoice(lines(verdict.id()), deliveryFee(verdict.id()), fees(verdict.id()));
    }

    private List<ChosenLine> lines(long verdict) {
        return jdbc.sql("select line, quantity from redress.verdict_line where verdict = :verdict order by line")
                .param("verdict", verdict)
                .query((row, index) -> new ChosenLine(row.getInt("line"), row.getInt("quantity")))
                .list();
    }

    private Boolean deliveryFee(long verdict) {
        return jdbc.sql("select delivery_fee from redress.verdict where id = :verdict")
                .param("verdict", verdict)
                .query((row, index) -> (Boolean) row.getObject("delivery_fee"))
                .list()
                .get(0);
    }

    private Set<String> fees(long verdict) {
        return Set.copyOf(jdbc.sql("select name from redress.verdict_fee where verdict = :verdict")
                .param("verdict", verdict)
                .query(String.class)
                .list());
    }
}
