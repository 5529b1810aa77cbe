package io.redress.time.retiming;

import io.redress.complaint.timeline.CaseNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The walks through open cases, as rows; only the newest one is walked. */
@Component
class RetimingRows {

    private final JdbcClient jdbc;

    RetimingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One walk.
     *
     * @param rules what is in force since it began
     * @param lastCase the number of the case that it came to last, empty before the first
     * @param cases how many it has passed
     */
    record Walk(long id, String rules, Instant startedAt, String lastCase, int cases, boolean done) {}

    Optional<Walk> newest() {
        return jdbc.sql("select * from redress.retiming order by id desc limit 1")
                .query(RetimingRows::walk)
                .optional();
    }

    /** The walk, kept from other nodes until the transaction ends; empty where one of them has it, or it is over. */
    Optional<Walk> take(long id) {
        return jdbc.sql("select * from redress.retiming where id = :id and done_at is null for update skip locked")
                .param("id", id)
                .query(RetimingRows::walk)
                .optional();
    }

    void begin(String rules, Instant now) {
        jdbc.sql("insert into redress.retiming (rules, started_at) values (:rules, :now)")
                .param("rules", rules)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** The next case that has a running clock; a right of the customer runs for years, and follows nothing. */
    Optional<CaseNumber> nextCase(Walk walk) {
        return jdbc.sql("""
                        select case_number from redress.case_clock
                         where met_at is null and stopped_at is null and kind <> 'LEGAL_RIGHT' and case_number > :last
                         order by case_number limit 1""")
                .param("last", walk.lastCase())
                .query((row, index) -> new CaseNumber(row.getString(1)))
                .optional();
    }

    void pass(Walk walk, CaseNumber caseNumber) {
        jdbc.sql("update redress.retiming set last_case = :case, cases = cases + 1 where id = :id")
                .param("case", caseNumber.value())
                .param("id", walk.id())
                .update();
    }

    void end(Walk walk, Instant now) {
        jdbc.sql("update redress.retiming set done_at = :now where id = :id")
                .param("now", Timestamp.from(now))
                .param("id", walk.id())
                .update();
    }

    private static Walk walk(ResultSet row, int index) throws SQLException {
        return new Walk(
                row.getLong("id"),
                row.getString("rules"),
                row.getTimestamp("started_at").toInstant(),
                row.getString("last_case"),
                row.getInt("cases"),
                row.getTimestamp("done_at") != null);
    }
}
