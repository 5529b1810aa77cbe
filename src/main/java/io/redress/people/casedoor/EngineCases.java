package io.redress.people.casedoor;

import io.redress.complaint.timeline.CaseNumber;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The cases that the engine's own ids belong to, whatever kind of object an id is of. */
@Component
class EngineCases {

    /** Each of the engine's tables whose rows belong to a process instance, and the column with their id. */
    private static final Map<String, String> BY_INSTANCE = Map.ofEntries(
            Map.entry("act_hi_taskinst", "id_"),
            Map.entry("act_hi_actinst", "id_"),
            Map.entry("act_hi_varinst", "id_"),
            Map.entry("act_hi_detail", "id_"),
            Map.entry("act_hi_comment", "id_"),
            Map.entry("act_hi_attachment", "id_"),
            Map.entry("act_hi_op_log", "id_"),
            Map.entry("act_hi_incident", "id_"),
            Map.entry("act_hi_decinst", "id_"),
            Map.entry("act_hi_ext_task_log", "id_"),
            Map.entry("act_ru_task", "id_"),
            Map.entry("act_ru_execution", "id_"),
            Map.entry("act_ru_variable", "id_"),
            Map.entry("act_ru_incident", "id_"),
            Map.entry("act_ru_ext_task", "id_"),
            Map.entry("act_ru_event_subscr", "id_"));

    private static final String SQL = Stream.concat(
                    Stream.of(
                            ofInstance("select given.id, given.id as instance from given"),
                            ofInstance("select given.id, job.process_instance_id_ as instance from given"
                                    + " join act_ru_job job on job.id_ = given.id"),
                            ofInstance("select given.id, log.process_instance_id_ as instance from given"
                                    + " join act_hi_job_log log on log.id_ = given.id or log.job_id_ = given.id"),
                            ofInstance("select given.id, link.root_proc_inst_id_ as instance from given"
                                    + " join act_hi_identitylink link on link.id_ = given.id"),
                            ofInstance("select given.id, act.proc_inst_id_ as instance from given"
                                    + " join act_hi_actinst act on act.execution_id_ = given.id")),
                    BY_INSTANCE.entrySet().stream()
                            .map(table -> ofInstance(
                                    "select given.id, thing.proc_inst_id_ as instance from given join %s thing on thing.%s = given.id"
                                            .formatted(table.getKey(), table.getValue()))))
            .collect(Collectors.joining("\nunion\n", "with given as (select unnest(:ids::text[]) as id)\n", ""));

    private final JdbcClient jdbc;

    EngineCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static String ofInstance(String ids) {
        return """
                select named.id, coalesce(root.business_key_, instance.business_key_) as case_number
                  from (%s) named
                  join act_hi_procinst instance on instance.proc_inst_id_ = named.instance
                  left join act_hi_procinst root on root.proc_inst_id_ = instance.root_proc_inst_id_""".formatted(ids);
    }

    /** The case of each of these ids that belongs to one. */
    Map<String, CaseNumber> of(Collection<String> ids) {
        Map<String, CaseNumber> cases = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql(SQL).param("ids", ids.toArray(String[]::new)).query(row -> {
                var caseNumber = row.getString("case_number");
                if (CaseNumber.looksLike(caseNumber)) {
                    cases.put(row.getString("id"), new CaseNumber(caseNumber));
                }
            });
        }
        return cases;
    }
}
