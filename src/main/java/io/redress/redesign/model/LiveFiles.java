package io.redress.redesign.model;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The files whose definitions the engine binds now: of each process, decision and form the newest version. They are read
 * from its tables, because its API has no query for forms.
 */
@Component
public class LiveFiles {

    private final JdbcTemplate database;

    LiveFiles(JdbcTemplate database) {
        this.database = database;
    }

    /** All of them, each once, sorted by name. */
    public List<ModelFile> all() {
        return database.query("""
                with newest as (
                    select distinct on (key_) deployment_id_, resource_name_ from act_re_procdef
                    order by key_, version_ desc),
                newest_decision as (
                    select distinct on (key_) deployment_id_, resource_name_ from act_re_decision_def
                    order by key_, version_ desc),
                newest_form as (
                    select distinct on (key_) deployment_id_, resource_name_ from act_re_camformdef
                    order by key_, version_ desc)
                select b.name_, b.bytes_ from act_ge_bytearray b
                where (b.deployment_id_, b.name_) in (
                    select * from newest union select * from newest_decision union select * from newest_form)
                order by b.name_, b.deployment_id_""", (row, number) -> new ModelFile(row.getString(1), row.getBytes(2)));
    }
}
