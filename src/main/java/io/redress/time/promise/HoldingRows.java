package io.redress.time.promise;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.timeline.CaseNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of holding promises. */
@Component
public class HoldingRows {

    private final JdbcClient jdbc;

    public HoldingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the case's present round, first turn first. */
    List<HoldingPromise> of(Complaint complaint) {
        return jdbc.sql("""
                        select * from redress.holding_promise where case_number = :case and round = :round
                         order by turn, clock_id""")
                .param("case", complaint.number().value())
                .param("round", complaint.round())
                .query(HoldingRows::promise)
                .list();
    }

    /** Stores one, unless its promise has one. */
    void write(Complaint complaint, HoldingPromise promise) {
        jdbc.sql("""
                        insert into redress.holding_promise
                          (clock_id, case_number, round, turn, promised_until, basis, written_at)
                        values (:clock, :case, :round, :turn, :until, :basis, :now) on conflict do nothing""")
                .param("clock", promise.inPlaceOf())
                .param("case", complaint.number().value())
                .param("round", complaint.round())
                .param("turn", promise.turn())
                .param("until", Timestamp.from(promise.until()))
                .param("basis", promise.basis())
                .param("now", Timestamp.from(promise.writtenAt()))
                .update();
    }

    void handOver(HoldingPromise promise, UUID messageId) {
        jdbc.sql("update redress.holding_promise set message_id = :message where clock_id = :clock")
                .param("message", messageId)
                .param("clock", promise.inPlaceOf())
                .update();
    }

    /** A promise that the customer has just been given, and whose case it is. */
    record Given(CaseNumber caseNumber, Instant until) {}

    /** @return empty where it was noted before, or the message gives no promise */
    Optional<Given> give(UUID messageId, Instant now) {
        return jdbc.sql("""
                        update redress.holding_promise set given_at = :now
                         where message_id = :message and given_at is null returning case_number, promised_until""")
                .param("now", Timestamp.from(now))
                .param("message", messageId)
                .query((row, index) -> new Given(
                        new CaseNumber(row.getString("case_number")),
                        row.getTimestamp("promised_until").toInstant()))
                .optional();
    }

    private static HoldingPromise promise(ResultSet row, int index) throws SQLException {
        return new HoldingPromise(
                row.getLong("clock_id"),
                row.getInt("turn"),
                row.getTimestamp("promised_until").toInstant(),
                row.getString("basis"),
                row.getTimestamp("written_at").toInstant(),
                row.getObject("message_id") != null,
                row.getTimestamp("given_at") != null);
    }
}
