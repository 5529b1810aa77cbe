package io.redress.redesign.release;

import io.redress.engine.deployment.NewDeployments;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The record of what was put live, made from the engine's own tables in the transaction that deploys; and afterwards of
 * what was deployed before there was a record, or by a node that runs an older release.
 */
@Component
class VersionRecord implements NewDeployments {

    /** What Modeler says it is when it deploys. */
    private static final String MODELER = "Camunda Modeler";

    private static final String NOT_RECORDED = """
            definition as (
                select 'process:' || key_ as key, deployment_id_, resource_name_ from act_re_procdef
                union all select 'decision:' || key_, deployment_id_, resource_name_ from act_re_decision_def
                union all select 'form:' || key_, deployment_id_, resource_name_ from act_re_camformdef),
            fresh as (
                select d.id_ as deployment_id, d.deploy_time_::timestamptz as at, d.source_ as said, b.name_ as file,
                    b.bytes_ as content, sha256(b.bytes_) as digest, array_agg(def.key order by def.key) as defines
                from act_re_deployment d
                join definition def on def.deployment_id_ = d.id_
                join act_ge_bytearray b on b.deployment_id_ = d.id_ and b.name_ = def.resource_name_
                where (cast(:deployment as text) is null or d.id_ = :deployment)
                    and not exists (
                        select from redress.model_version v where v.deployment_id = d.id_ and v.file = b.name_)
                group by d.id_, b.id_),
            kept as (
                insert into redress.model_content select distinct digest, content from fresh on conflict do nothing)
            """;

    private final JdbcClient jdbc;

    VersionRecord(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whatever was recorded with an occasion of its own is recorded already. */
    @Override
    public void deployed(String deploymentId, String login) {
        recordAny(deploymentId, login);
    }

    /** Records what is in the engine and not in the record. */
    void catchUp() {
        recordAny(null, null);
    }

    private void recordAny(String deploymentId, String login) {
        jdbc.sql("with " + NOT_RECORDED + """
                        insert into redress.model_version (
                            file, deployment_id, defines, sha256, source, origin, put_live_by, put_live_at)
                        select file, deployment_id, defines, digest,
                            case when said = :release then 'SHIPPED' else 'DEPLOYED' end,
                            case said when :release then 'RELEASE' when :modeler then 'MODELER' else 'REST' end,
                            coalesce(cast(:login as text), (
                                select user_id_ from act_hi_op_log log
                                where log.deployment_id_ = fresh.deployment_id and log.operation_type_ = 'Create'
                                limit 1)),
                            at
                        from fresh order by at, deployment_id, file
                        on conflict do nothing""")
                .param("deployment", deploymentId)
                .param("login", login)
                .param("release", ShippedModels.SOURCE)
                .param("modeler", MODELER)
                .update();
    }

    /**
     * Records the files of a deployment that was just made, in its transaction; none where it was there before.
     *
     * @return the ids of the versions
     */
    Stream<Integer> record(String deploymentId, Occasion occasion) {
        return jdbc
                .sql("with " + NOT_RECORDED + """
                        insert into redress.model_version (file, deployment_id, defines, sha256, source, origin,
                            put_live_by, put_live_at, reason, reason_by)
                        select file, deployment_id, defines, digest, :source, :origin, :by, at, :reason, :reasonBy
                        from fresh order by file
                        returning id""")
                .param("deployment", deploymentId)
                .param("source", occasion.source().name())
                .param("origin", occasion.origin().name())
                .param("by", occasion.by())
                .param("reason", occasion.reason())
                .param("reasonBy", occasion.reason() == null ? null : occasion.by())
                .query(Integer.class)
                .list()
                .stream();
    }
}
