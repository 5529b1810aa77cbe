package io.redress.redesign.tape;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.engine.record.CaseAtHand.Step;
import io.redress.engine.record.Evaluation;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The tape of all cases: by which facts and rows each of them went on, and what systems outside answered. Rows are only
 * added, within the transaction that they are about, and go with their case.
 */
@Component
public class Tape {

    private static final int ROWS_AT_ONCE = 2_000;
    private static final int MOST_DIFFERENT = 20_000;

    private final JdbcTemplate jdbc;

    Tape(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A decision in a case. */
    public record Decision(CaseNumber caseNumber, Instant at, Evaluation evaluation) {}

    /** Everything on the tape of a case, oldest first. */
    public List<TapeEntry> of(CaseNumber caseNumber) {
        return jdbc.query(
                """
                select at, tables, steps, decisions, answers from redress.tape where case_number = ? order by id""",
                (row, number) -> new TapeEntry(
                        caseNumber,
                        row.getTimestamp("at").toInstant(),
                        decisions(row),
                        TapeText.answers(row.getString("answers"))),
                caseNumber.value());
    }

    /**
     * Passes on every decision of a table in a time, whatever its version, in no order; rows are read as they are needed.
     * Equal decisions are mostly one and the same object.
     *
     * @param table the id of the decision
     * @param from the first instant of the time
     * @param to the first instant after it
     */
    @Transactional(readOnly = true)
    public void decisions(String table, Instant from, Instant to, Consumer<Decision> reader) {
        LoadingCache<Written, Evaluation> known = Caffeine.newBuilder()
                .maximumSize(MOST_DIFFERENT)
                .build(written -> TapeText.decision(written.table(), written.decision()));
        jdbc.query(
                connection -> {
                    PreparedStatement select = connection.prepareStatement("""
                            select case_number, at, asked, decision
                              from redress.tape, unnest(tables, decisions) as each(asked, decision)
                             where at >= ? and at < ? and starts_with(asked, ?)""");
                    select.setFetchSize(ROWS_AT_ONCE);
                    select.setTimestamp(1, Timestamp.from(from));
                    select.setTimestamp(2, Timestamp.from(to));
                    select.setString(3, table + ":");
                    return select;
                },
                row -> {
                    reader.accept(new Decision(
                            new CaseNumber(row.getString("case_number")),
                            row.getTimestamp("at").toInstant(),
                            known.get(new Written(row.getString("asked"), row.getString("decision")))));
                });
    }

    private record Written(String table, String decision) {}

    private static List<TapedDecision> decisions(ResultSet row) throws SQLException {
        String[] tables = texts(row, "tables");
        String[] steps = texts(row, "steps");
        String[] decisions = texts(row, "decisions");
        List<TapedDecision> taped = new ArrayList<>();
        for (int i = 0; i < tables.length; i++) {
            Step step = steps[i].isEmpty() ? null : Step.of(steps[i]);
            taped.add(new TapedDecision(step, TapeText.decision(tables[i], decisions[i])));
        }
        return taped;
    }

    private static String[] texts(ResultSet row, String column) throws SQLException {
        return (String[]) row.getArray(column).getArray();
    }
}
