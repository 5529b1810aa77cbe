package io.redress.mending.standstill.process;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.engine.port.ComplaintProcess;
import io.redress.engine.port.ComplaintVariables;
import io.redress.mending.standstill.Standstill;
import io.redress.mending.standstill.Standstill.Cause;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The search for what stands still, with questions to the database about many processes or cases at once. Each question
 * sees one moment, so that what is in the middle of a transaction is seen before or after it and never stands still.
 *
 * <p>Only the main line counts. The ladder, holding answers and whatever else starts by an event of its own beside the
 * case moves nothing, and neither do the messages that a case may get at any time.
 */
@Component
class Standstills {

    /** How long somebody outside may be silent before a person is told. */
    static final Duration PATIENCE = Duration.ofMinutes(15);

    private static final int MOST = 200;
    private static final int PROCESSES_AT_ONCE = 500;

    private static final String JOBS = """
            select 'job ' || j.id_ as branch,
                   case when j.retries_ = 0 then 'FAILED' else 'OUTAGE' end as cause,
                   c.case_number, j.process_def_id_ as definition, j.process_def_key_ as process,
                   j.process_instance_id_ as instance, j.execution_id_ as execution,
                   coalesce(j.failed_act_id_, d.act_id_) as activity, j.id_ as job,
                   coalesce(f.words, 'The step has no attempt left') as reason,
                   coalesce(f.detail, j.exception_msg_, '') as detail,
                   f.since, coalesce(f.outages + f.faults, 0) as attempts
              from act_ru_job j
              left join act_ru_jobdef d on d.id_ = j.job_def_id_
              left join redress.job_failure f on f.job_id = j.id_
              left join act_ru_execution r on r.id_ = j.process_instance_id_
              left join redress.complaint c on c.case_number = r.business_key_
             where j.id_ in (select id_ from act_ru_job where retries_ = 0
                             union select job_id from redress.job_failure where kind = 'OUTAGE' and since <= :patience)
               and j.process_def_key_ is not null
               and not exists (select from redress.mending m where m.branch = 'job ' || j.id_ and m.state = 'OPEN')
               and j.id_ > :after
             order by j.id_ limit :most""";

    /** What is a branch of the main line: the end of one, and not beside the case. */
    private static final String IS_BRANCH = """
            not e.is_event_scope_
               and not exists (select from act_ru_execution c where c.parent_id_ = e.id_ and not c.is_event_scope_)
               and (e.proc_def_id_, coalesce(e.act_id_, '')) not in (select definition, activity from beside)""";

    /**
     * The branches of some processes that nothing can move. One that waits for others where they join is not active;
     * what moves the others moves it. The ladder of a case outlives its end, or an earlier round, by as long as its next
     * timer takes.
     */
    private static final String STANDING = """
            with beside(definition, activity) as (
              select * from unnest(cast(:definitions as text[]), cast(:activities as text[]))),
            branch as (
              select e.id_, e.proc_inst_id_, e.proc_def_id_, e.act_id_, e.is_active_, e.suspension_state_,
                     exists (select from act_ru_task t where t.execution_id_ = e.id_)
                     or exists (select from act_ru_execution s where s.super_exec_ = e.id_)
                     or exists (select from act_ru_ext_task x
                                 where x.execution_id_ = e.id_ and coalesce(x.retries_, 1) > 0)
                     or exists (select from act_ru_event_subscr v
                                 where v.execution_id_ = e.id_
                                   and coalesce(v.event_name_, '') not in ('redress.withdrawn', 'redress.customerWrote')
                                   and (e.proc_def_id_, v.activity_id_) not in (select definition, activity from beside))
                     or exists (select from act_ru_job j left join act_ru_jobdef d on d.id_ = j.job_def_id_
                                 where j.execution_id_ = e.id_
                                   and (e.proc_def_id_, coalesce(d.act_id_, ''))
                                       not in (select definition, activity from beside)) as moves
                from act_ru_execution e
               where e.proc_inst_id_ = any(:instances) and
            """ + IS_BRANCH + """
            ),
            judged as (select *, bool_or(moves) over (partition by proc_inst_id_) as goes_on from branch),
            found as (
              select 'execution ' || id_ as branch,
                     case when suspension_state_ = 2 then 'SUSPENDED' else 'NOTHING_AWAITED' end as cause,
                     proc_inst_id_, proc_def_id_, id_ as execution, act_id_ as activity
                from judged
               where suspension_state_ = 2 or not moves and (is_active_ or not goes_on)
              union all
              select 'instance ' || p.id_, 'NO_BRANCH', p.id_, p.proc_def_id_, null, null
                from act_ru_execution p
               where p.id_ = any(:instances) and not exists (select from branch b where b.proc_inst_id_ = p.id_))
            select f.branch, f.cause, c.case_number, f.proc_def_id_ as definition, p.key_ as process,
                   f.proc_inst_id_ as instance, f.execution, f.activity, null as job, null as reason, '' as detail,
                   cast(null as timestamptz) as since, 0 as attempts
              from found f
              join act_re_procdef p on p.id_ = f.proc_def_id_
              join act_ru_execution r on r.id_ = f.proc_inst_id_
              left join redress.complaint c on c.case_number = r.business_key_
             where f.cause <> 'NO_BRANCH' or c.case_number is null
                or c.status not in ('CLOSED', 'WITHDRAWN') and c.withdrawal_requested_at is null
                   and not exists (select from act_ru_execution o
                                     join act_re_procdef m on m.id_ = o.proc_def_id_
                                     join act_ru_execution e on e.proc_inst_id_ = o.id_
                                    where o.business_key_ = c.case_number and m.key_ = :main and
            """ + IS_BRANCH + """
            )
             order by f.branch""";

    /** What was taken back may be brought to its end by another process than the main one. */
    private static final String WITHOUT_PROCESS = """
            select 'case ' || c.case_number as branch, 'NO_PROCESS' as cause, c.case_number, null as definition,
                   :main as process, null as instance, null as execution, null as activity, null as job, null as reason,
                   '' as detail, cast(null as timestamptz) as since, 0 as attempts
              from redress.complaint c
             where c.status not in ('CLOSED', 'WITHDRAWN')
               and not exists (select from act_ru_execution e join act_re_procdef p on p.id_ = e.proc_def_id_
                                where e.business_key_ = c.case_number and e.parent_id_ is null
                                  and (p.key_ = :main or c.withdrawal_requested_at is not null and p.key_ <> 'mendCase'))
               and (cast(:only as text) is null or 'case ' || c.case_number = :only) and 'case ' || c.case_number > :after
             order by branch limit :most""";

    /**
     * Past its remedies is a case whose customer knows the decision, while no process that brings remedies about runs.
     * A refund that waits for goods is brought about by whoever awaits them.
     */
    private static final String REMEDIES_LEFT = """
            select distinct 'remedies ' || c.case_number as branch, 'REMEDY_LEFT' as cause, c.case_number,
                   null as definition, :main as process, null as instance, null as execution, null as activity,
                   null as job, null as reason, '' as detail, cast(null as timestamptz) as since, 0 as attempts
              from redress.remedy r
              join redress.complaint c on c.case_number = r.case_number
             where r.status in ('PROPOSED', 'APPROVED')
               and c.status in ('WAITING_FOR_FOLLOW_UP', 'CLOSED', 'WITHDRAWN')
               and not exists (select from act_ru_execution e join act_re_procdef p on p.id_ = e.proc_def_id_
                                where e.business_key_ = c.case_number and e.parent_id_ is null
                                  and p.id_ = any(:bringing))
               and not exists (select from redress.refund_hold h
                                 join act_ru_variable v on v.name_ = :return and v.text_ = cast(h.return_id as text)
                                where h.remedy_id = r.id)
               and (cast(:only as text) is null or 'remedies ' || c.case_number = :only)
               and 'remedies ' || c.case_number > :after
             order by branch limit :most""";

    private final JdbcClient jdbc;
    private final RepositoryService repository;
    private final ModelSteps steps;
    private final Clock clock;

    Standstills(JdbcClient jdbc, RepositoryService repository, ModelSteps steps, Clock clock) {
        this.jdbc = jdbc;
        this.repository = repository;
        this.steps = steps;
        this.clock = clock;
    }

    /** Hands over the steps that failed for good or for long and have no task yet, some at a time. */
    void failing(Consumer<List<Standstill>> found) {
        inPages(this::failing, Standstill::jobId, found);
    }

    private List<Standstill> failing(String after) {
        return jdbc.sql(JOBS)
                .param("patience", Timestamp.from(clock.instant().minus(PATIENCE)))
                .param("after", after)
                .param("most", MOST)
                .query(reader())
                .list();
    }

    /** Whether the engine still has the job. */
    boolean isFailing(String jobId) {
        return jdbc.sql("select exists (select from act_ru_job where id_ = :job)")
                .param("job", jobId)
                .query(Boolean.class)
                .single();
    }

    /**
     * Hands over everything that nothing moves, some at a time. It looks at some processes after the other, so that it
     * takes as long as there are open cases, whatever the database thinks of how many there are.
     */
    void standing(Consumer<List<Standstill>> found) {
        standing(PROCESSES_AT_ONCE, found);
    }

    /** @param atOnce how many processes are looked at with one question */
    void standing(int atOnce, Consumer<List<Standstill>> found) {
        Beside beside = beside();
        for (List<String> instances = instances("", atOnce);
                !instances.isEmpty();
                instances = instances(instances.get(instances.size() - 1), atOnce)) {
            List<Standstill> standing = branches(beside, instances);
            if (!standing.isEmpty()) {
                found.accept(standing);
            }
        }
        inPages(after -> withoutProcess(null, after), Standstill::branch, found);
        inPages(after -> remediesLeft(null, after), Standstill::branch, found);
    }

    /** Asks for page after page, each by the name of the last one that was found. */
    private static void inPages(
            Function<String, List<Standstill>> next,
            Function<Standstill, String> name,
            Consumer<List<Standstill>> found) {
        for (List<Standstill> page = next.apply("");
                !page.isEmpty();
                page = next.apply(name.apply(page.get(page.size() - 1)))) {
            found.accept(page);
        }
    }

    /** The branch of this name, where nothing moves it still. */
    Optional<Standstill> again(String branch) {
        return again(beside(), branch);
    }

    /** What tells for the time of a look whether nothing moves the branch of a name still. */
    Predicate<String> stillStanding() {
        Beside beside = beside();
        return branch -> again(beside, branch).isPresent();
    }

    private Optional<Standstill> again(Beside beside, String branch) {
        String[] words = branch.split(" ", 2);
        List<Standstill> found =
                switch (words[0]) {
                    case "execution" -> branches(beside, instanceOf(words[1]));
                    case "instance" -> branches(beside, List.of(words[1]));
                    case "case" -> withoutProcess(branch, "");
                    case "remedies" -> remediesLeft(branch, "");
                    default -> List.of();
                };
        return found.stream()
                .filter(standstill -> standstill.branch().equals(branch))
                .findFirst();
    }

    private List<String> instances(String after, int atOnce) {
        return jdbc.sql("""
                        select id_ from act_ru_execution where parent_id_ is null and id_ > :after
                         order by id_ limit :most""")
                .param("after", after)
                .param("most", atOnce)
                .query(String.class)
                .list();
    }

    private List<String> instanceOf(String execution) {
        return jdbc.sql("select proc_inst_id_ from act_ru_execution where id_ = :id")
                .param("id", execution)
                .query(String.class)
                .list();
    }

    /** Elements of diagrams, each with the definition that it belongs to, that start beside the case. */
    record Beside(String[] definitions, String[] activities) {}

    private Beside beside() {
        Map<String, Set<String>> beside = running().stream().collect(Collectors.toMap(id -> id, steps::beside));
        List<String> definitions = new ArrayList<>();
        List<String> activities = new ArrayList<>();
        beside.forEach((definition, ids) -> ids.forEach(id -> {
            definitions.add(definition);
            activities.add(id);
        }));
        return new Beside(definitions.toArray(String[]::new), activities.toArray(String[]::new));
    }

    private List<Standstill> branches(Beside beside, List<String> instances) {
        return jdbc.sql(STANDING)
                .param("definitions", beside.definitions())
                .param("activities", beside.activities())
                .param("instances", instances.toArray(String[]::new))
                .param("main", ComplaintProcess.KEY)
                .query(reader())
                .list();
    }

    /** @param only the one that is asked about, {@code null} for all */
    private List<Standstill> withoutProcess(String only, String after) {
        return cases(jdbc.sql(WITHOUT_PROCESS), only, after);
    }

    /** @param only the one that is asked about, {@code null} for all */
    private List<Standstill> remediesLeft(String only, String after) {
        return cases(
                jdbc.sql(REMEDIES_LEFT)
                        .param("bringing", bringingRemedies())
                        .param("return", ComplaintVariables.RETURN_ID.name()),
                only,
                after);
    }

    private List<Standstill> cases(JdbcClient.StatementSpec question, String only, String after) {
        return question.param("main", ComplaintProcess.KEY)
                .param("only", only)
                .param("after", after)
                .param("most", MOST)
                .query(reader())
                .list();
    }

    private List<String> running() {
        return jdbc.sql("select distinct proc_def_id_ from act_ru_execution where parent_id_ is null")
                .query(String.class)
                .list();
    }

    private String[] bringingRemedies() {
        return repository.createProcessDefinitionQuery().list().stream()
                .map(ProcessDefinition::getId)
                .filter(steps::bringsRemedies)
                .toArray(String[]::new);
    }

    private RowMapper<Standstill> reader() {
        Instant now = clock.instant();
        return (row, index) -> standstill(row, now);
    }

    private static Standstill standstill(ResultSet row, Instant now) throws SQLException {
        Cause cause = Cause.valueOf(row.getString("cause"));
        String caseNumber = row.getString("case_number");
        String reason = row.getString("reason");
        Timestamp since = row.getTimestamp("since");
        return new Standstill(
                row.getString("branch"),
                cause,
                caseNumber == null ? null : new CaseNumber(caseNumber),
                row.getString("definition"),
                row.getString("process"),
                row.getString("instance"),
                row.getString("execution"),
                row.getString("activity"),
                row.getString("job"),
                reason == null ? words(cause) : reason,
                row.getString("detail"),
                since == null ? now : since.toInstant(),
                row.getInt("attempts"));
    }

    private static String words(Cause cause) {
        return switch (cause) {
            case FAILED -> "Every attempt failed";
            case OUTAGE -> "Somebody outside does not answer";
            case NOTHING_AWAITED -> "The case waits here for nothing that could come";
            case NO_BRANCH -> "Nobody and nothing works on the case any more; only its clocks run";
            case SUSPENDED -> "An operator has stopped the process";
            case NO_PROCESS -> "The case has not ended, and its process is gone";
            case REMEDY_LEFT ->
                "The customer knows the decision, and what was proposed or approved to make it good was never begun";
        };
    }
}
