package io.redress.time.clock;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.core.database.TransactionMemory;
import io.redress.time.calendar.CalendarVersion;
import io.redress.time.calendar.Calendars;
import io.redress.time.clock.CaseClock.Interval;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The clocks and their intervals, as rows. */
@Component
public class ClockRows {

    /** What {@link #read} needs of a clock {@code c} and its interval {@code i}. */
    public static final String COLUMNS =
            "c.*, i.started_at, i.ended_at, i.calendar, i.calendar_version, i.budget_seconds, i.paused_because";

    private final JdbcClient jdbc;
    private final TransactionMemory memory;
    private final Calendars calendars;

    public ClockRows(JdbcClient jdbc, TransactionMemory memory, Calendars calendars) {
        this.jdbc = jdbc;
        this.memory = memory;
        this.calendars = calendars;
    }

    /** Every clock of the case, in the order in which they were started. */
    public List<CaseClock> of(CaseNumber caseNumber) {
        return memory.of(Set.of("case_clock", "clock_interval"), caseNumber, () -> List.copyOf(of(Set.of(caseNumber))));
    }

    /** Every clock of these cases, those of a case in the order in which they were started. */
    public List<CaseClock> of(Collection<CaseNumber> cases) {
        return jdbc.sql("select " + COLUMNS + """
                          from redress.case_clock c join redress.clock_interval i on i.clock_id = c.id
                         where c.case_number = any(:cases) order by c.id, i.position""")
                .param("cases", cases.stream().map(CaseNumber::value).toArray(String[]::new))
                .query(this::read);
    }

    /** The clocks of the case, locked: nobody else changes them until the caller's transaction ends. */
    public List<CaseClock> lock(CaseNumber caseNumber) {
        jdbc.sql("select id from redress.case_clock where case_number = :case order by id for update")
                .param("case", caseNumber.value())
                .query(Long.class)
                .list();
        return of(caseNumber);
    }

    /** Clocks of rows that hold a clock and one of its intervals, those of a clock together and oldest first. */
    public List<CaseClock> read(ResultSet row) throws SQLException {
        List<CaseClock> clocks = new ArrayList<>();
        readEach(row, clocks::add);
        return clocks;
    }

    /** The same, by what a further column says of them. */
    public Map<String, List<CaseClock>> readBy(String column, ResultSet row) throws SQLException {
        Map<String, List<CaseClock>> clocks = new HashMap<>();
        readEach(row, clock -> {
            String key = row.getString(column);
            clocks.computeIfAbsent(key, first -> new ArrayList<>()).add(clock);
        });
        return clocks;
    }

    private void readEach(ResultSet row, Beginning beginning) throws SQLException {
        CaseClock clock = null;
        while (row.next()) {
            if (clock == null || clock.id() != row.getLong("id")) {
                clock = clock(row);
                beginning.of(clock);
            }
            clock.intervals().add(interval(row));
        }
    }

    /** What is done where the rows of a clock begin. */
    private interface Beginning {
        void of(CaseClock clock) throws SQLException;
    }

    private Interval interval(ResultSet row) throws SQLException {
        String paused = row.getString("paused_because");
        CalendarVersion calendar = calendars.asOf(row.getString("calendar"), (Long) row.getObject("calendar_version"));
        return new Interval(
                instant(row, "started_at"),
                instant(row, "ended_at"),
                calendar.calendar(),
                calendar.id(),
                Duration.ofSeconds(row.getLong("budget_seconds")),
                paused == null ? null : PauseReason.valueOf(paused));
    }

    private static CaseClock clock(ResultSet row) throws SQLException {
        return new CaseClock(
                row.getLong("id"),
                row.getString("case_number"),
                ClockKind.valueOf(row.getString("kind")),
                row.getInt("round"),
                row.getString("subject"),
                row.getString("adviser"),
                row.getString("ladder"),
                instant(row, "met_at"),
                instant(row, "stopped_at"),
                instant(row, "told_until"),
                new ArrayList<>());
    }

    /** Starts a clock, unless the case has had this very one. */
    public void start(
            CaseNumber caseNumber, ClockKind kind, int round, String subject, Instant at, Allowance allowance) {
        start(caseNumber, List.of(new ClockStart(kind, round, subject, null, at, allowance)));
    }

    /** Starts clocks in this order, except those that the case has had already. */
    void start(CaseNumber caseNumber, List<ClockStart> clocks) {
        jdbc.sql("""
                        with wanted as (
                          select * from unnest(cast(:kinds as text[]), cast(:rounds as int[]), cast(:subjects as text[]),
                                     cast(:advisers as text[]), cast(:ladders as text[]), cast(:ats as timestamptz[]),
                                     cast(:calendars as text[]), cast(:versions as bigint[]), cast(:budgets as bigint[]))
                            with ordinality
                              as wanted(kind, round, subject, adviser, ladder, at, calendar, version, budget, position)),
                        started as (
                          insert into redress.case_clock (case_number, kind, round, subject, adviser, ladder)
                          select :case, kind, round, subject, adviser, ladder from wanted order by position
                          on conflict do nothing returning id, kind, round, subject)
                        insert into redress.clock_interval
                          (clock_id, position, started_at, calendar, calendar_version, budget_seconds)
                        select started.id, 0, at, calendar, version, budget
                          from started join wanted using (kind, round, subject) order by started.id""")
                .param("case", caseNumber.value())
                .param("kinds", texts(clocks, start -> start.kind().name()))
                .param("rounds", clocks.stream().map(ClockStart::round).toArray(Integer[]::new))
                .param("subjects", texts(clocks, ClockStart::subject))
                .param("advisers", texts(clocks, ClockStart::adviser))
                .param("ladders", texts(clocks, start -> start.allowance().ladder()))
                .param("ats", texts(clocks, start -> start.at().toString()))
                .param("calendars", texts(clocks, start -> start.allowance().calendar()))
                .param(
                        "versions",
                        clocks.stream()
                                .map(start -> calendars
                                        .inForce(start.allowance().calendar())
                                        .id())
                                .toArray(Long[]::new))
                .param(
                        "budgets",
                        clocks.stream()
                                .map(start -> start.allowance().budget().toSeconds())
                                .toArray(Long[]::new))
                .update();
    }

    private static String[] texts(List<ClockStart> clocks, Function<ClockStart, String> text) {
        return clocks.stream().map(text).toArray(String[]::new);
    }

    /** Ends the present interval of a clock, and begins another one by the calendar in force. */
    public void turn(CaseClock clock, Instant at, String calendar, Duration budget, PauseReason pausedBecause) {
        endInterval(clock, at);
        jdbc.sql("""
                        insert into redress.clock_interval
                          (clock_id, position, started_at, calendar, calendar_version, budget_seconds, paused_because)
                        values (:clock, :position, :at, :calendar, :version, :budget, :because)""")
                .param("clock", clock.id())
                .param("position", clock.intervals().size())
                .param("at", Timestamp.from(notBefore(clock, at)))
                .param("calendar", calendar)
                .param("version", calendars.inForce(calendar).id())
                .param("budget", budget.toSeconds())
                .param("because", pausedBecause == null ? null : pausedBecause.name())
                .update();
    }

    /** Assigns the present interval to the calendar in force, by which its time is counted no differently. */
    public void useCalendar(CaseClock clock, CalendarVersion calendar) {
        jdbc.sql(
                        "update redress.clock_interval set calendar_version = :version where clock_id = :clock and ended_at is null")
                .param("version", calendar.id())
                .param("clock", clock.id())
                .update();
    }

    /** @param until what the customer was told, {@code null} where that no longer stands */
    public void keepTold(CaseClock clock, Instant until) {
        jdbc.sql("update redress.case_clock set told_until = :until where id = :clock")
                .param("until", until == null ? null : Timestamp.from(until))
                .param("clock", clock.id())
                .update();
    }

    void useLadder(CaseClock clock, String ladder) {
        jdbc.sql("update redress.case_clock set ladder = :ladder where id = :clock")
                .param("ladder", ladder)
                .param("clock", clock.id())
                .update();
    }

    /** Ends a clock because what it counts towards has happened. */
    public void meet(CaseClock clock, Instant at) {
        end(clock, "met_at", at);
    }

    /** Ends a clock because nothing is owed any more. */
    public void stop(CaseClock clock, Instant at) {
        end(clock, "stopped_at", at);
    }

    /** Lets a clock that has ended count again, as if it had stood still since. */
    void reopen(CaseClock clock, PauseReason since) {
        Instant ended = clock.endedAt().orElseThrow();
        jdbc.sql("update redress.case_clock set met_at = null, stopped_at = null where id = :clock")
                .param("clock", clock.id())
                .update();
        turn(clock, ended, clock.calendar().name(), clock.budget(), since);
    }

    private void end(CaseClock clock, String column, Instant at) {
        jdbc.sql("""
                        with ended as (
                          update redress.clock_interval set ended_at = :ended where clock_id = :clock and ended_at is null)
                        update redress.case_clock set %s = :at where id = :clock""".formatted(column))
                .param("ended", Timestamp.from(notBefore(clock, at)))
                .param("at", Timestamp.from(at))
                .param("clock", clock.id())
                .update();
    }

    private void endInterval(CaseClock clock, Instant at) {
        jdbc.sql("update redress.clock_interval set ended_at = :at where clock_id = :clock and ended_at is null")
                .param("at", Timestamp.from(notBefore(clock, at)))
                .param("clock", clock.id())
                .update();
    }

    /** What happened before the interval began, such as an answer given in an earlier system, uses none of it. */
    private static Instant notBefore(CaseClock clock, Instant at) {
        Instant begun = clock.present().startedAt();
        return at.isBefore(begun) ? begun : at;
    }

    /** The clocks by which the complaint itself has to be answered. */
    Set<Long> aboutTheAnswer(CaseNumber caseNumber) {
        return Set.copyOf(jdbc.sql("""
                        select c.id from redress.legal_clock l join redress.case_clock c on c.id = l.clock_id
                         where c.case_number = :case and l.event = 'COMPLAINT_RECEIVED' and c.kind = 'LEGAL'""")
                .param("case", caseNumber.value())
                .query(Long.class)
                .list());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
