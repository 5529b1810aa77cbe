package io.redress.redesign.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The models that the engine runs now, by key; read from its tables because its API has no query for forms. */
@Component
class LiveModels {

    /**
     * The newest version of a definition.
     *
     * @param source who deployed it, null where the deployment does not say
     */
    record Live(String key, int version, String deploymentId, String resource, String source) {

        boolean isOurs() {
            return ShippedModels.SOURCE.equals(source);
        }
    }

    private final JdbcTemplate database;
    private final RepositoryService repository;

    LiveModels(JdbcTemplate database, RepositoryService repository) {
        this.database = database;
        this.repository = repository;
    }

    /** The newest versions of everything the file defines; keys never deployed are missing. */
    List<Live> of(ShippedModel model) {
        return model.keys().stream()
                .flatMap(key -> newest(model.kind(), key).stream())
                .toList();
    }

    /** Whether the version is, byte by byte, what the file holds. */
    boolean isSame(Live live, ShippedModel model) {
        try (var stream = repository.getResourceAsStream(live.deploymentId(), live.resource())) {
            return Arrays.equals(stream.readAllBytes(), model.content());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Optional<Live> newest(ShippedModel.Kind kind, String key) {
        var sql = """
                select m.key_, m.version_, m.deployment_id_, m.resource_name_, d.source_
                from %s m join act_re_deployment d on d.id_ = m.deployment_id_
                where m.key_ = ? order by m.version_ desc limit 1""".formatted(kind.table);
        return database
                .query(
                        sql,
                        (row, number) -> new Live(
                                row.getString(1), row.getInt(2), row.getString(3), row.getString(4), row.getString(5)),
                        key)
                .stream()
                .findFirst();
    }
}
