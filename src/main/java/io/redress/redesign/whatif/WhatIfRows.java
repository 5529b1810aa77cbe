package io.redress.redesign.whatif;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.redesign.model.ModelFile;
import io.redress.redesign.tape.Tape.Span;
import io.redress.redesign.whatif.WhatIfRun.CaseList;
import io.redress.redesign.whatif.WhatIfRun.ListedCase;
import io.redress.redesign.whatif.WhatIfRun.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The SQL of runs. What a run writes, it writes beside the transaction in which it reads the tape. */
@Component
class WhatIfRows {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String SELECT = """
            select r.*,
              (select array_agg(name order by name) from redress.what_if_file f where f.run = r.id) as files,
              (select count(*) from redress.what_if_case c where c.run = r.id and list = 'CHANGED') as changed_listed,
              (select count(*) from redress.what_if_case c where c.run = r.id and list = 'UNDECIDED') as undecided_listed
              from redress.what_if_run r\s""";

    private final JdbcClient jdbc;

    WhatIfRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional
    public UUID add(Collection<ModelFile> files, Span span, String person, Instant now) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into redress.what_if_run (id, status, created_at, created_by, from_at, to_at, last)
                        values (:id, 'QUEUED', :now, :person, :from, :to, :last)""")
                .param("id", id)
                .param("now", Timestamp.from(now))
                .param("person", person)
                .param("from", timestamp(span.from()))
                .param("to", timestamp(span.to()))
                .param("last", span.last())
                .update();
        files.forEach(file -> jdbc.sql("insert into redress.what_if_file values (:run, :name, :content)")
                .param("run", id)
                .param("name", file.name())
                .param("content", file.content())
                .update());
        return id;
    }

    int waiting() {
        return jdbc.sql("select count(*) from redress.what_if_run where status = 'QUEUED'")
                .query(Integer.class)
                .single();
    }

    Optional<WhatIfRun> find(UUID id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(WhatIfRows::run)
                .optional();
    }

    /** Newest first, without their reports. */
    List<WhatIfRun> latest(int most) {
        return jdbc.sql(SELECT + "order by created_at desc, id limit :most")
                .param("most", most)
                .query(WhatIfRows::run)
                .list();
    }

    List<ModelFile> files(UUID id) {
        return jdbc.sql("select name, content from redress.what_if_file where run = :run order by name")
                .param("run", id)
                .query((row, number) -> new ModelFile(row.getString("name"), row.getBytes("content")))
                .list();
    }

    List<ListedCase> cases(UUID id, CaseList list, long offset, int most) {
        return jdbc.sql("""
                        select told from redress.what_if_case where run = :run and list = :list
                         order by place offset :offset limit :most""")
                .param("run", id)
                .param("list", list.name())
                .param("offset", offset)
                .param("most", most)
                .query((row, number) -> read(row.getString("told"), ListedCase.class))
                .list();
    }

    /** Takes the next one that waits, if any; nobody else gets it. */
    Optional<UUID> claim() {
        return jdbc.sql("""
                        update redress.what_if_run set status = 'RUNNING', started_at = clock_timestamp(),
                          seen_at = clock_timestamp()
                         where id = (select id from redress.what_if_run where status = 'QUEUED'
                                      order by created_at, id limit 1 for update skip locked)
                        returning id""").query(UUID.class).optional();
    }

    /** Says that its node is at it. */
    void seen(UUID id) {
        jdbc.sql("update redress.what_if_run set seen_at = clock_timestamp() where id = :id and status = 'RUNNING'")
                .param("id", id)
                .update();
    }

    /** Fails those whose node has not been heard of for so long. */
    int fail(Duration silentFor, String why) {
        return jdbc.sql("""
                        update redress.what_if_run set status = 'FAILED', why = :why, ended_at = clock_timestamp()
                         where status = 'RUNNING' and seen_at < clock_timestamp() - make_interval(secs => :seconds)""")
                .param("why", why)
                .param("seconds", (double) silentFor.toSeconds())
                .update();
    }

    /** @return whether it still runs */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public boolean progress(UUID id, long done, long total) {
        return jdbc.sql("""
                        update redress.what_if_run set done = :done, total = :total, seen_at = clock_timestamp()
                         where id = :id and status = 'RUNNING'""")
                        .param("done", done)
                        .param("total", total)
                        .param("id", id)
                        .update()
                == 1;
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void list(UUID id, CaseList list, int firstPlace, List<ListedCase> cases) {
        jdbc.sql("""
                        insert into redress.what_if_case (run, list, place, case_number, told)
                        select :run, :list, :first + place - 1, c.case_number, cast(told as json)
                          from unnest(:cases, :told) with ordinality as listed(case_number, told, place)
                          join redress.complaint c on c.case_number = listed.case_number""")
                .param("run", id)
                .param("list", list.name())
                .param("first", firstPlace)
                .param("cases", cases.stream().map(ListedCase::caseNumber).toArray(String[]::new))
                .param("told", cases.stream().map(WhatIfRows::write).toArray(String[]::new))
                .update();
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void done(UUID id, WhatIfReport report) {
        jdbc.sql("""
                        update redress.what_if_run set status = 'DONE', done = total, report = cast(:report as json),
                          ended_at = clock_timestamp()
                         where id = :id and status = 'RUNNING'""").param("report", write(report)).param("id", id).update();
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void failed(UUID id, String why) {
        jdbc.sql("""
                        update redress.what_if_run set status = 'FAILED', why = :why, ended_at = clock_timestamp()
                         where id = :id and status = 'RUNNING'""").param("why", why).param("id", id).update();
    }

    void cancel(UUID id) {
        jdbc.sql("""
                        update redress.what_if_run set status = 'CANCELLED', ended_at = clock_timestamp()
                         where id = :id and status in ('QUEUED', 'RUNNING')""").param("id", id).update();
    }

    void forget(Instant before) {
        jdbc.sql("delete from redress.what_if_run where created_at < :before and status not in ('QUEUED', 'RUNNING')")
                .param("before", Timestamp.from(before))
                .update();
    }

    private static WhatIfRun run(ResultSet row, int number) throws SQLException {
        Timestamp from = row.getTimestamp("from_at");
        Timestamp to = row.getTimestamp("to_at");
        String report = row.getString("report");
        return new WhatIfRun(
                row.getObject("id", UUID.class),
                Status.valueOf(row.getString("status")),
                row.getTimestamp("created_at").toInstant(),
                row.getString("created_by"),
                List.of((String[]) row.getArray("files").getArray()),
                new Span(
                        from == null ? null : from.toInstant(),
                        to == null ? null : to.toInstant(),
                        row.getObject("last", Integer.class)),
                row.getLong("done"),
                row.getLong("total"),
                row.getString("why"),
                report == null ? null : read(report, WhatIfReport.class),
                row.getLong("changed_listed"),
                row.getLong("undecided_listed"));
    }

    private static Timestamp timestamp(Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static <T> T read(String json, Class<T> what) {
        try {
            return JSON.readValue(json, what);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("A run of what-if cannot be read", unreadable);
        }
    }
}
