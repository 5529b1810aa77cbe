package io.redress.redesign.migration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.redress.redesign.lint.Finding;
import io.redress.redesign.lint.Lint;
import io.redress.redesign.release.ModelVersion;
import io.redress.redesign.release.ModelVersions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The versions of diagrams by which open cases run, and what is wrong with each. */
@Component
public class OpenVersions {

    private static final int MOST_KNOWN = 500;

    private final JdbcClient jdbc;
    private final ModelVersions versions;
    private final Lint lint;

    /** What was found in a version beside all that was live then. */
    private final Cache<Checked, List<Finding>> known =
            Caffeine.newBuilder().maximumSize(MOST_KNOWN).build();

    OpenVersions(JdbcClient jdbc, ModelVersions versions, Lint lint) {
        this.jdbc = jdbc;
        this.versions = versions;
        this.lint = lint;
    }

    private record Checked(int version, int newest) {}

    private record Count(String process, String name, int version, int cases, int standing) {}

    /** All of them: by process, the newest version first. */
    public List<OpenVersion> all() {
        List<ModelVersion> all = versions.all();
        Map<Integer, ModelVersion> byId = all.stream().collect(Collectors.toMap(ModelVersion::id, Function.identity()));
        int newest = byId.keySet().stream().max(Integer::compare).orElse(0);
        return counts().stream()
                .map(count -> {
                    ModelVersion version = byId.get(count.version());
                    return new OpenVersion(
                            count.process(),
                            count.name(),
                            version,
                            count.cases(),
                            count.standing(),
                            findings(version, newest),
                            others(count, all));
                })
                .toList();
    }

    private static List<ModelVersion> others(Count count, List<ModelVersion> all) {
        String defined = "process:" + count.process();
        return all.stream()
                .filter(other ->
                        other.id() != count.version() && other.defines().contains(defined))
                .sorted(Comparator.comparing(ModelVersion::live).reversed())
                .toList();
    }

    private List<Finding> findings(ModelVersion version, int newest) {
        return known.get(new Checked(version.id(), newest), checked -> lint.check(List.of(versions.file(version))));
    }

    /** A step fails in the process that was left last, which may be one that the case had called. */
    private List<Count> counts() {
        return jdbc.sql("""
                        with recursive standing(instance) as (
                          select instance_id from redress.mending where state = 'OPEN' and instance_id is not null
                          union
                          select caller.proc_inst_id_
                            from standing
                            join act_ru_execution called on called.id_ = standing.instance
                            join act_ru_execution caller on caller.id_ = called.super_exec_)
                        select d.key_ as process, coalesce(max(d.name_), d.key_) as name, v.id as version,
                               count(distinct coalesce(e.business_key_, e.id_)) as cases,
                               count(distinct coalesce(e.business_key_, e.id_)) filter (
                                 where e.id_ in (select instance from standing)) as standing
                          from act_ru_execution e
                          join act_re_procdef d on d.id_ = e.proc_def_id_
                          join redress.model_version v
                            on v.deployment_id = d.deployment_id_ and v.file = d.resource_name_
                         where e.parent_id_ is null
                         group by d.key_, v.id
                         order by d.key_, v.id desc""").query(Count.class).list();
    }
}
