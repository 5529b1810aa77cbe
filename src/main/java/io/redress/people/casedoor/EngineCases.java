package io.redress.people.casedoor;

import io.redress.complaint.timeline.CaseNumber;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The cases that the engine's own ids belong to, whatever kind of object an id is of. */
@Component
class EngineCases {

    /** The engine's tables whose rows have an id of their own and belong to a process instance. */
    private static final List<String> BY_INSTANCE = List.of(
            "act_hi_taskinst",
            "act_hi_actinst",
            "act_hi_varinst",
            "act_hi_detail",
            "act_hi_comment",
            "act_hi_attachment",
            "act_hi_op_log",
            "act_hi_incident",
            "act_hi_decinst",
            "act_hi_ext_task_log",
            "act_ru_task",
            "act_ru_execution",
            "act_ru_variable",
            "act_ru_incident",
            "act_ru_ext_task",
            "act_ru_event_subscr");

    /**
     * One look for each kind of id: an "or" between two columns would read a whole history. And one for each id, by an
     * index, which the database does only if told: it takes a list of ids for longer than they are, and reads all.
     */
    private static final String SQL = """
            with given as (select unnest(:ids::text[]) as id),
                 named as (%s)
            select named.id, coalesce(root.business_key_, instance.business_key_) as case_number
              from named
             cross join lateral (select * from act_hi_procinst where proc_inst_id_ = named.instance limit 1) instance
              left join lateral (select * from act_hi_procinst
                                  where proc_inst_id_ = instance.root_proc_inst_id_ limit 1) root on true""".formatted(Stream.concat(
                    Stream.of(
                            "select id, id as instance from given",
                            instance("act_ru_job", "id_", "process_instance_id_"),
                            instance("act_hi_job_log", "id_", "process_instance_id_"),
                            instance("act_hi_job_log", "job_id_", "process_instance_id_"),
                            instance("act_hi_identitylink", "id_", "root_proc_inst_id_"),
                            instance("act_hi_actinst", "execution_id_", "proc_inst_id_")),
                    BY_INSTANCE.stream().map(table -> instance(table, "id_", "proc_inst_id_")))
            .collect(Collectors.joining("\nunion\n")));

    private final JdbcClient jdbc;

    EngineCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static String instance(String table, String id, String instance) {
        return "select given.id, thing.instance from given cross join lateral (select %s as instance from %s where %s = given.id limit 1) thing"
                .formatted(instance, table, id);
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
