package io.redress.redesign.release;

import io.redress.redesign.model.ModelFile;
import io.redress.redesign.release.ModelVersion.Origin;
import io.redress.redesign.release.ModelVersion.Source;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Every version of every file that was put live, newest first. */
@Component
public class ModelVersions {

    private static final String READ = """
            with live as (
                select deployment_id_, resource_name_ from (
                    select deployment_id_, resource_name_, version_ = max(version_) over (partition by key_) as newest
                    from act_re_procdef
                    union all
                    select deployment_id_, resource_name_, version_ = max(version_) over (partition by key_)
                    from act_re_decision_def
                    union all
                    select deployment_id_, resource_name_, version_ = max(version_) over (partition by key_)
                    from act_re_camformdef) definition
                where newest)
            select v.id, v.file, v.put_live_at, v.put_live_by, v.reason, v.source, v.origin, v.defines, v.deployment_id,
                encode(v.sha256, 'hex') as digest,
                exists (
                    select from live
                    where live.deployment_id_ = v.deployment_id and live.resource_name_ = v.file) as live
            from redress.model_version v
            """;

    private final JdbcClient jdbc;
    private final VersionRecord record;

    ModelVersions(JdbcClient jdbc, VersionRecord record) {
        this.jdbc = jdbc;
        this.record = record;
    }

    /** All of them. */
    @Transactional
    public List<ModelVersion> all() {
        record.catchUp();
        return jdbc.sql(READ + "order by v.id desc")
                .query(ModelVersions::version)
                .list();
    }

    /** The id of the newest of them, 0 where there is none. */
    @Transactional
    public int newest() {
        record.catchUp();
        return jdbc.sql("select coalesce(max(id), 0) from redress.model_version")
                .query(Integer.class)
                .single();
    }

    /** Those of a file, by its name. */
    @Transactional
    public List<ModelVersion> of(String file) {
        record.catchUp();
        return jdbc.sql(READ + "where v.file = :file order by v.id desc")
                .param("file", file)
                .query(ModelVersions::version)
                .list();
    }

    /** One of them. */
    public Optional<ModelVersion> find(int id) {
        return jdbc.sql(READ + "where v.id = :id")
                .param("id", id)
                .query(ModelVersions::version)
                .optional();
    }

    /** What is in force now, sorted by file. */
    @Transactional
    public List<ModelVersion> live() {
        record.catchUp();
        return jdbc.sql(READ + """
                        where exists (
                            select from live
                            where live.deployment_id_ = v.deployment_id and live.resource_name_ = v.file)
                        order by v.file, v.id""").query(ModelVersions::version).list();
    }

    /** What was in force at an instant, sorted by file: of each definition the newest version by then. */
    @Transactional
    public List<ModelVersion> at(Instant instant) {
        record.catchUp();
        return jdbc.sql(READ + """
                        where v.id in (
                            select max(w.id) from redress.model_version w, unnest(w.defines) as definition
                            where w.put_live_at <= :instant group by definition)
                        order by v.file, v.id""")
                .param("instant", instant.atOffset(ZoneOffset.UTC))
                .query(ModelVersions::version)
                .list();
    }

    /** The version whose place this one took; empty where it was the first. */
    public Optional<ModelVersion> before(ModelVersion version) {
        return jdbc.sql(READ + "where v.id < :id and v.defines && cast(:defines as text[]) order by v.id desc limit 1")
                .param("id", version.id())
                .param("defines", version.defines().toArray(String[]::new))
                .query(ModelVersions::version)
                .optional();
    }

    /** What was put live together with this one, itself included. */
    List<ModelVersion> together(ModelVersion version) {
        return jdbc.sql(READ + "where v.deployment_id = :deployment order by v.file")
                .param("deployment", version.deployment())
                .query(ModelVersions::version)
                .list();
    }

    /** The file itself. */
    public ModelFile file(ModelVersion version) {
        return new ModelFile(version.file(), content(version.digest()));
    }

    byte[] content(String digest) {
        return jdbc.sql("select content from redress.model_content where sha256 = decode(:digest, 'hex')")
                .param("digest", digest)
                .query((row, number) -> row.getBytes(1))
                .single();
    }

    /** What each definition is bound to: the newest of the versions that have it. */
    static Map<String, ModelVersion> byDefinition(Collection<ModelVersion> versions) {
        Map<String, ModelVersion> bound = new HashMap<>();
        for (ModelVersion version : versions) {
            version.defines()
                    .forEach(definition ->
                            bound.merge(definition, version, (one, other) -> one.id() > other.id() ? one : other));
        }
        return bound;
    }

    /** Adds the reason to a version that was put live without one; whether it had none. */
    @Transactional
    public boolean giveReason(ModelVersion version, String reason, String by) {
        return jdbc.sql("""
                        update redress.model_version set reason = :reason, reason_by = :by
                        where id = :id and reason is null""")
                        .param("reason", reason)
                        .param("by", by)
                        .param("id", version.id())
                        .update()
                == 1;
    }

    private static ModelVersion version(ResultSet row, int number) throws SQLException {
        return new ModelVersion(
                row.getInt("id"),
                row.getString("file"),
                row.getBoolean("live"),
                row.getTimestamp("put_live_at").toInstant(),
                row.getString("put_live_by"),
                row.getString("reason"),
                Source.valueOf(row.getString("source")),
                Origin.valueOf(row.getString("origin")),
                Arrays.asList((String[]) row.getArray("defines").getArray()),
                row.getString("digest"),
                row.getString("deployment_id"));
    }
}
