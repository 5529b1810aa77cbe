package io.redress.intake.takeover;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.intake.takeover.ImportRun.Brought;
import io.redress.intake.takeover.ImportRun.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of the files that were checked or imported. */
@Component
class ImportRecords {

    private static final String SELECT = """
            select i.*,
                   (select count(*) from redress.import_row r
                     where r.import_id = i.id and r.state <> 'waiting') as done,
                   (select count(*) from redress.import_row r
                     where r.import_id = i.id and r.state = 'known') as known_rows
              from redress.import i""";

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    ImportRecords(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A file as it is kept. @param digest SHA-256, by which the same file is known again */
    record File(String source, ImportFormat format, String digest, byte[] bytes) {}

    /** @return whether it was kept: a file that is running is not run a second time beside it */
    boolean insert(ImportRun run, File file) {
        return jdbc.sql("""
                                insert into redress.import (id, source, digest, format, dry_run, created_by, created_at,
                                  state, total, known, refused, warnings, content)
                                values (:id, :source, :digest, :format, :dryRun, :by, :at,
                                  :state, :total, :known, cast(:refused as jsonb), cast(:warnings as jsonb), :content)
                                on conflict do nothing""")
                        .param("id", run.id())
                        .param("source", file.source())
                        .param("digest", file.digest())
                        .param("format", file.format().name())
                        .param("dryRun", run.dryRun())
                        .param("by", run.createdBy())
                        .param("at", Timestamp.from(run.createdAt()))
                        .param("state", run.state().name())
                        .param("total", run.rows())
                        .param("known", run.known())
                        .param("refused", write(run.refused()))
                        .param("warnings", write(run.warnings()))
                        .param("content", run.state() == State.CHECKED ? file.bytes() : null)
                        .update()
                > 0;
    }

    Optional<ImportRun> find(UUID id) {
        return jdbc.sql(SELECT + " where i.id = :id")
                .param("id", id)
                .query(this::run)
                .optional()
                .map(this::withFailures);
    }

    Optional<ImportRun> running(File file) {
        return jdbc.sql(SELECT + " where i.source = :source and i.digest = :digest and i.state = 'RUNNING'")
                .param("source", file.source())
                .param("digest", file.digest())
                .query(this::run)
                .optional();
    }

    List<ImportRun> latest(int most) {
        return jdbc.sql(SELECT + " order by i.created_at desc limit :most")
                .param("most", most)
                .query(this::run)
                .list();
    }

    /** Whether a dry run of this file found nothing to refuse since then. */
    boolean checkedSince(File file, Instant since) {
        return jdbc.sql("""
                        select exists (select from redress.import where source = :source and digest = :digest
                          and state = 'CHECKED' and created_at > :since)""")
                .param("source", file.source())
                .param("digest", file.digest())
                .param("since", Timestamp.from(since))
                .query(Boolean.class)
                .single();
    }

    /** The file of a dry run, while it is kept. */
    Optional<File> file(UUID id) {
        return jdbc.sql("select * from redress.import where id = :id and content is not null")
                .param("id", id)
                .query((row, index) -> new File(
                        row.getString("source"),
                        ImportFormat.valueOf(row.getString("format")),
                        row.getString("digest"),
                        row.getBytes("content")))
                .optional();
    }

    List<Brought> brought(UUID id, int most) {
        return jdbc.sql("""
                        select external_id, case_number from redress.import_row
                         where import_id = :id and state = 'imported' order by number limit :most""")
                .param("id", id)
                .param("most", most)
                .query((row, index) -> new Brought(row.getString("external_id"), row.getString("case_number")))
                .list();
    }

    /** Forgets what customers wrote in files that were only checked. */
    void forgetFiles(Instant before) {
        jdbc.sql("update redress.import set content = null where content is not null and created_at < :before")
                .param("before", Timestamp.from(before))
                .update();
    }

    private ImportRun withFailures(ImportRun run) {
        List<ImportFault> failed = jdbc.sql("""
                        select number, failure from redress.import_row
                         where import_id = :id and state = 'failed' order by number""")
                .param("id", run.id())
                .query((row, index) ->
                        new ImportFault(row.getInt("number"), ImportFault.WHOLE_ROW, row.getString("failure")))
                .list();
        return new ImportRun(
                run.id(),
                run.source(),
                run.dryRun(),
                run.state(),
                run.createdBy(),
                run.createdAt(),
                run.finishedAt(),
                run.rows(),
                run.known(),
                run.done(),
                run.refused(),
                run.warnings(),
                failed);
    }

    private ImportRun run(ResultSet row, int index) throws SQLException {
        boolean dryRun = row.getBoolean("dry_run");
        Timestamp finishedAt = row.getTimestamp("finished_at");
        return new ImportRun(
                row.getObject("id", UUID.class),
                row.getString("source"),
                dryRun,
                State.valueOf(row.getString("state")),
                row.getString("created_by"),
                row.getTimestamp("created_at").toInstant(),
                finishedAt == null ? null : finishedAt.toInstant(),
                row.getInt("total"),
                dryRun ? row.getInt("known") : row.getInt("known_rows"),
                row.getInt("done"),
                read(row.getString("refused")),
                read(row.getString("warnings")),
                List.of());
    }

    private String write(List<ImportFault> faults) {
        try {
            return json.writeValueAsString(faults);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private List<ImportFault> read(String faults) {
        try {
            return json.readValue(faults, new TypeReference<>() {});
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
