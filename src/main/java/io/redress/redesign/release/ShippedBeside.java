package io.redress.redesign.release;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the release ships that started last, beside the versions of managers that stayed in force. */
@Component
public class ShippedBeside {

    private final JdbcClient jdbc;
    private final ModelVersions versions;

    ShippedBeside(JdbcClient jdbc, ModelVersions versions) {
        this.jdbc = jdbc;
        this.versions = versions;
    }

    /**
     * A file of the release that is not in force, because a manager put another version live.
     *
     * @param file its name
     * @param digest of what the release ships, in hexadecimal
     * @param live the newest of the versions that are in force instead
     * @param keptBy who decided to keep that one, {@code null} while nobody did
     */
    public record Beside(String file, String digest, ModelVersion live, String keptBy, String reason) {

        /** Whether nobody has decided yet. */
        public boolean isUndecided() {
            return keptBy == null;
        }
    }

    private record Shipped(String file, List<String> defines, String digest, String keptBy, String reason) {}

    /** All of them, sorted by file. */
    public List<Beside> all() {
        Map<String, ModelVersion> live = ModelVersions.byDefinition(versions.live());
        return jdbc
                .sql("""
                        select file, defines, encode(sha256, 'hex') as digest, kept_by, reason
                        from redress.shipped_model order by file""")
                .query((row, number) -> new Shipped(
                        row.getString("file"),
                        List.of((String[]) row.getArray("defines").getArray()),
                        row.getString("digest"),
                        row.getString("kept_by"),
                        row.getString("reason")))
                .list()
                .stream()
                .flatMap(shipped -> beside(shipped, live).stream())
                .toList();
    }

    /** The one with a name. */
    public Optional<Beside> find(String file) {
        return all().stream().filter(one -> one.file().equals(file)).findFirst();
    }

    private static Optional<Beside> beside(Shipped shipped, Map<String, ModelVersion> live) {
        return shipped.defines().stream()
                .map(live::get)
                .filter(version -> version != null
                        && version.source() != ModelVersion.Source.SHIPPED
                        && !version.digest().equals(shipped.digest()))
                .max(Comparator.comparing(ModelVersion::id))
                .map(version ->
                        new Beside(shipped.file(), shipped.digest(), version, shipped.keptBy(), shipped.reason()));
    }

    /** The bytes that the release ships. */
    public byte[] content(Beside beside) {
        return versions.content(beside.digest());
    }

    /** Writes down what a release ships. A decision about what was shipped before is none about this. */
    void ship(ShippedModel model) {
        jdbc.sql("insert into redress.model_content values (sha256(:content), :content) on conflict do nothing")
                .param("content", model.content())
                .update();
        jdbc.sql("""
                        insert into redress.shipped_model (file, defines, sha256)
                        values (:file, :defines, sha256(:content))
                        on conflict (file) do update set defines = excluded.defines, sha256 = excluded.sha256,
                            kept_by = null, kept_at = null, reason = null
                        where shipped_model.sha256 <> excluded.sha256""")
                .param("file", model.name())
                .param("defines", model.defines().toArray(String[]::new))
                .param("content", model.content())
                .update();
    }

    /** Forgets what the release does not ship any more. */
    void retain(List<String> files) {
        jdbc.sql("delete from redress.shipped_model where not file = any(:files)")
                .param("files", files.toArray(String[]::new))
                .update();
    }

    /** Writes down that managers keep theirs. */
    void keep(Beside beside, String by, Instant at, String reason) {
        jdbc.sql("""
                        update redress.shipped_model set kept_by = :by, kept_at = :at, reason = :reason
                        where file = :file and sha256 = decode(:digest, 'hex')""")
                .param("by", by)
                .param("at", Timestamp.from(at))
                .param("reason", reason)
                .param("file", beside.file())
                .param("digest", beside.digest())
                .update();
    }
}
