package io.redress.remedy.replacement;

import io.redress.outside.logistics.Parcel;
import io.redress.remedy.ledger.Remedy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of watched parcels. */
@Component
class ParcelWatchRows {

    private final JdbcClient jdbc;

    ParcelWatchRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return whether it was not watched before */
    boolean insert(Remedy remedy, Instant scanDueAt, Instant now) {
        return jdbc.sql("""
                                insert into redress.parcel_watch
                                  (remedy_id, case_number, tracking_code, scan_due_at, started_at)
                                values (:id, :caseNumber, :code, :scanDueAt, :now) on conflict do nothing""")
                        .param("id", remedy.id())
                        .param("caseNumber", remedy.caseNumber())
                        .param("code", remedy.trackingCode())
                        .param("scanDueAt", Timestamp.from(scanDueAt))
                        .param("now", Timestamp.from(now))
                        .update()
                > 0;
    }

    ParcelWatchRow get(UUID remedyId) {
        return jdbc.sql("select * from redress.parcel_watch where remedy_id = :id")
                .param("id", remedyId)
                .query(ParcelWatchRows::row)
                .single();
    }

    /** Whether this parcel is, or was, one of ours on its way to a customer. */
    boolean exists(String trackingCode) {
        return jdbc.sql("select exists (select 1 from redress.parcel_watch where tracking_code = :code)")
                .param("code", trackingCode)
                .query(Boolean.class)
                .single();
    }

    void note(UUID remedyId, Parcel.State state, String trouble) {
        jdbc.sql("update redress.parcel_watch set state = :state, trouble = :trouble where remedy_id = :id")
                .param("state", state == null ? null : state.name())
                .param("trouble", trouble)
                .param("id", remedyId)
                .update();
    }

    /** Gives the carrier until then for its first scan. */
    void waitAgain(UUID remedyId, Instant scanDueAt, Instant now) {
        jdbc.sql("""
                        update redress.parcel_watch set trouble = null, state = null, found_at = :now, scan_due_at = :scanDueAt
                         where remedy_id = :id""")
                .param("scanDueAt", Timestamp.from(scanDueAt))
                .param("now", Timestamp.from(now))
                .param("id", remedyId)
                .update();
    }

    void end(UUID remedyId, Instant now) {
        jdbc.sql("update redress.parcel_watch set ended_at = :now where remedy_id = :id and ended_at is null")
                .param("now", Timestamp.from(now))
                .param("id", remedyId)
                .update();
    }

    private static ParcelWatchRow row(ResultSet row, int index) throws SQLException {
        String state = row.getString("state");
        return new ParcelWatchRow(
                row.getObject("remedy_id", UUID.class),
                row.getString("case_number"),
                row.getString("tracking_code"),
                row.getTimestamp("scan_due_at").toInstant(),
                state == null ? null : Parcel.State.valueOf(state),
                row.getString("trouble"),
                instant(row.getTimestamp("found_at")),
                instant(row.getTimestamp("ended_at")));
    }

    private static Instant instant(Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
