package io.redress.redesign.release;

import io.redress.redesign.model.ModelFile;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Files that a manager has had checked and not put live yet; they are kept for a day, on every node. */
@Component
public class ModelDrafts {

    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    ModelDrafts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return by which the files are found again */
    @Transactional
    public UUID keep(Collection<ModelFile> files, String by) {
        Instant now = clock.instant();
        jdbc.sql("delete from redress.model_draft where made_at < :at")
                .param("at", Timestamp.from(now.minus(KEPT)))
                .update();
        UUID id = UUID.randomUUID();
        for (ModelFile file : files) {
            jdbc.sql("insert into redress.model_draft values (:id, :file, :content, :by, :at) on conflict do nothing")
                    .param("id", id)
                    .param("file", file.name())
                    .param("content", file.content())
                    .param("by", by)
                    .param("at", Timestamp.from(now))
                    .update();
        }
        return id;
    }

    /** The files of a draft of this manager, by name; empty where there is none any more. */
    public List<ModelFile> find(UUID id, String by) {
        return jdbc.sql("select file, content from redress.model_draft where id = :id and made_by = :by order by file")
                .param("id", id)
                .param("by", by)
                .query((row, number) -> new ModelFile(row.getString("file"), row.getBytes("content")))
                .list();
    }
}
