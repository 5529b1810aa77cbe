package io.redress.engine.deployment;

import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The files that are in force; read from the engine's tables, because its API has no query for forms. */
@Component
class LiveResources {

    private static final String WHOLLY_LIVE = """
            with definition as (
                select deployment_id_, resource_name_, version_ = max(version_) over (partition by key_) as newest
                from act_re_procdef
                union all
                select deployment_id_, resource_name_, version_ = max(version_) over (partition by key_)
                from act_re_decision_def
                union all
                select deployment_id_, resource_name_, version_ = max(version_) over (partition by key_)
                from act_re_camformdef),
            live as (
                select deployment_id_ from definition where resource_name_ = ?
                group by deployment_id_ having bool_and(newest))
            select b.deployment_id_ from act_ge_bytearray b join live on live.deployment_id_ = b.deployment_id_
            where b.name_ = ? and b.bytes_ = ?""";

    private final JdbcTemplate database;

    LiveResources(JdbcTemplate database) {
        this.database = database;
    }

    /** The deployment from which exactly this file is in force, with everything that it defines. */
    Optional<String> deploymentOf(String file, byte[] content) {
        return database.queryForList(WHOLLY_LIVE, String.class, file, file, content).stream()
                .findFirst();
    }
}
