package io.redress.intake.takeover;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.intake.registration.ImportRow;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of what is left to do of the runs, row by row, for all nodes together. */
@Component
class ImportRows {

    private static final int MOST_ATTEMPTS = 3;
    private static final int BATCH = 500;
    private static final int LONGEST_FAILURE = 500;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final ObjectMapper json;

    ImportRows(JdbcClient jdbc, JdbcTemplate template, ObjectMapper json) {
        this.jdbc = jdbc;
        this.template = template;
        this.json = json;
    }

    /** One row that a node works on. @param person who imports it */
    record Claimed(UUID run, int number, ImportRow row, String source, String person) {}

    /** @param known the external ids that have a case already */
    void insert(UUID run, Map<Integer, ImportRow> rows, Set<String> known) {
        template.batchUpdate(
                "insert into redress.import_row (import_id, number, external_id, content, state)"
                        + " values (?, ?, ?, cast(? as jsonb), ?)",
                rows.entrySet(),
                BATCH,
                (statement, entry) -> {
                    boolean here = known.contains(entry.getValue().externalId());
                    statement.setObject(1, run);
                    statement.setInt(2, entry.getKey());
                    statement.setString(3, entry.getValue().externalId());
                    statement.setString(4, here ? null : write(entry.getValue()));
                    statement.setString(5, here ? "known" : "waiting");
                });
    }

    /** Takes the next row for the caller's transaction; no other node gets it until that has ended. */
    Optional<Claimed> claim() {
        return jdbc.sql("""
                        select i.id, i.source, i.created_by, r.number, r.content
                          from redress.import i cross join lateral (
                            select number, content from redress.import_row
                             where import_id = i.id and state = 'waiting'
                             order by attempts, number limit 1 for update skip locked) r
                         where i.state = 'RUNNING' order by i.created_at limit 1""")
                .query((row, index) -> new Claimed(
                        row.getObject("id", UUID.class),
                        row.getInt("number"),
                        read(row.getString("content")),
                        row.getString("source"),
                        row.getString("created_by")))
                .optional();
    }

    void imported(Claimed row, CaseNumber caseNumber) {
        settle(row, "imported", caseNumber.value());
    }

    /** Notes that somebody else had brought the case over before. */
    void known(Claimed row) {
        settle(row, "known", null);
    }

    private void settle(Claimed row, String state, String caseNumber) {
        jdbc.sql("""
                        update redress.import_row
                           set state = :state, case_number = :caseNumber, content = null, failure = null
                         where import_id = :run and number = :number""")
                .param("state", state)
                .param("caseNumber", caseNumber)
                .param("run", row.run())
                .param("number", row.number())
                .update();
    }

    /** Puts a row off behind all others, and after some attempts gives it up. */
    void broke(Claimed row, String why) {
        jdbc.sql("""
                        update redress.import_row
                           set attempts = attempts + 1, failure = :why,
                               state = case when attempts + 1 < :most then 'waiting' else 'failed' end,
                               content = case when attempts + 1 < :most then content end
                         where import_id = :run and number = :number and state = 'waiting'""")
                .param("why", why.length() > LONGEST_FAILURE ? why.substring(0, LONGEST_FAILURE) : why)
                .param("most", MOST_ATTEMPTS)
                .param("run", row.run())
                .param("number", row.number())
                .update();
    }

    /** Ends the runs that have no row left, and forgets the files that they came from. */
    void finish(Instant now) {
        jdbc.sql("""
                        with ended as (
                          update redress.import i set state = 'DONE', finished_at = :now
                           where i.state = 'RUNNING' and not exists (
                             select from redress.import_row r where r.import_id = i.id and r.state = 'waiting')
                          returning i.source, i.digest)
                        update redress.import i set content = null from ended
                         where i.source = ended.source and i.digest = ended.digest and i.state = 'CHECKED'""").param("now", Timestamp.from(now)).update();
    }

    private String write(ImportRow row) {
        try {
            return json.writeValueAsString(row);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private ImportRow read(String content) {
        try {
            return json.readValue(content, ImportRow.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
