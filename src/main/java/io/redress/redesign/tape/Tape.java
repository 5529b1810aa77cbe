package io.redress.redesign.tape;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.engine.record.CaseAtHand.Step;
import io.redress.engine.record.Evaluation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
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
        LoadingCache<Written, Evaluation> known = known();
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
                    reader.accept(decision(row, known));
                });
    }

    /**
     * Which cases are meant: those that were decided in a time, or those that were finished last. Finished is what is
     * made good and explained, also while we wait to hear whether the customer is content.
     *
     * @param from the first instant of the time; {@code null} where {@code last} is given
     * @param to the first instant after it; {@code null} where {@code last} is given
     * @param last how many; {@code null} where a time is given
     */
    public record Span(Instant from, Instant to, Integer last) {

        private Object[] parameters() {
            return last == null ? new Object[] {Timestamp.from(from), Timestamp.from(to)} : new Object[] {last};
        }
    }

    /**
     * What was decided in a case.
     *
     * @param decisions oldest first
     */
    public record CaseDecisions(CaseNumber caseNumber, List<Decision> decisions) {}

    private static final String LAST_FINISHED = """
            select case_number from redress.complaint c
             where status in ('CLOSED', 'WITHDRAWN', 'WAITING_FOR_FOLLOW_UP')
             order by coalesce(closed_at,
                        (select max(decided_at) from redress.decision d where d.case_number = c.case_number),
                        created_at) desc, case_number desc
             limit ?""";

    private static final String CHOSEN_IN_TIME = """
             from redress.tape, unnest(tables, decisions) with ordinality as each(asked, decision, place)
             where at >= ? and at < ? and split_part(asked, ':', 1) = any(?)""";

    private static final String CHOSEN_LAST = """
             from redress.tape, unnest(tables, decisions) with ordinality as each(asked, decision, place)
             where case_number in (%s) and split_part(asked, ':', 1) = any(?)""".formatted(LAST_FINISHED);

    /** How many cases of a span have decisions of these tables. */
    public long count(Span span, Collection<String> tables) {
        Long cases = jdbc.query(
                connection -> select(connection, "select count(distinct case_number)", "", span, tables),
                row -> row.next() ? row.getLong(1) : 0L);
        return cases == null ? 0 : cases;
    }

    /**
     * Passes on the decisions of these tables, whatever their version, of one case after the other; rows are read as
     * they are needed, as long as the caller's transaction lasts. Equal decisions are mostly one and the same object.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void cases(Span span, Collection<String> tables, Consumer<CaseDecisions> reader) {
        LoadingCache<Written, Evaluation> known = known();
        List<Decision> collected = new ArrayList<>();
        jdbc.query(
                connection -> {
                    PreparedStatement select = select(
                            connection,
                            "select case_number, at, asked, decision",
                            " order by case_number, id, place",
                            span,
                            tables);
                    select.setFetchSize(ROWS_AT_ONCE);
                    return select;
                },
                (RowCallbackHandler) row -> {
                    Decision next = decision(row, known);
                    if (!collected.isEmpty() && !collected.get(0).caseNumber().equals(next.caseNumber())) {
                        passOn(collected, reader);
                    }
                    collected.add(next);
                });
        passOn(collected, reader);
    }

    private static PreparedStatement select(
            Connection connection, String what, String order, Span span, Collection<String> tables)
            throws SQLException {
        PreparedStatement select =
                connection.prepareStatement(what + " " + (span.last() == null ? CHOSEN_IN_TIME : CHOSEN_LAST) + order);
        int place = 1;
        for (Object parameter : span.parameters()) {
            select.setObject(place++, parameter);
        }
        select.setArray(place, connection.createArrayOf("text", tables.toArray()));
        return select;
    }

    private static void passOn(List<Decision> collected, Consumer<CaseDecisions> reader) {
        if (!collected.isEmpty()) {
            reader.accept(new CaseDecisions(collected.get(0).caseNumber(), List.copyOf(collected)));
            collected.clear();
        }
    }

    private static Decision decision(ResultSet row, LoadingCache<Written, Evaluation> known) throws SQLException {
        return new Decision(
                new CaseNumber(row.getString("case_number")),
                row.getTimestamp("at").toInstant(),
                known.get(new Written(row.getString("asked"), row.getString("decision"))));
    }

    private static LoadingCache<Written, Evaluation> known() {
        return Caffeine.newBuilder()
                .maximumSize(MOST_DIFFERENT)
                .build(written -> TapeText.decision(written.table(), written.decision()));
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
