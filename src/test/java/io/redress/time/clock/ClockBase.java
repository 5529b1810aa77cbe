package io.redress.time.clock;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.core.database.NoMemory;
import io.redress.engine.settings.TestDatabase;
import io.redress.time.calendar.CalendarFixtures;
import io.redress.time.calendar.Calendars;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** The clocks' tables alone, on a real database, and hand-made cases in them. */
public final class ClockBase {

    private static final AtomicInteger COUNT = new AtomicInteger();

    public final JdbcClient jdbc;
    public final PlatformTransactionManager transactions;
    public final ClockRows rows;
    public final Calendars calendars = CalendarFixtures.calendars(Map.of("redress.calendars.standard.zone", "UTC"));

    public ClockBase() {
        DataSource database = TestDatabase.migrated();
        jdbc = JdbcClient.create(database);
        transactions = new JdbcTransactionManager(database);
        rows = new ClockRows(jdbc, new NoMemory(), calendars);
    }

    /** Leaves no case and no calendar behind, so that the tests of a class share one database. */
    public void clear() {
        Stream.of(
                        "clock_interval",
                        "business_calendar",
                        "retiming",
                        "rung",
                        "holding_promise",
                        "legal_clock",
                        "legal_event",
                        "case_clock",
                        "complaint")
                .forEach(table -> jdbc.sql("delete from redress." + table).update());
    }

    /** A case of the claim {@code SERVICE} and a team. */
    public String newCase(String team, String outcome, Instant receivedAt) {
        String number = "C-2026-%06d".formatted(COUNT.incrementAndGet());
        jdbc.sql("""
                        insert into redress.complaint (case_number, version, channel, claim, complainant_role, client, vouched, customer_email,
                          description, received_at, created_at, status, outcome, priority, team, round, question_open)
                        values (:number, 0, 'WEB', 'SERVICE', 'BUYER', 'system', true, 'ada@example.org', 'Rude', :at, :at,
                          'VERIFYING', :outcome, 50, :team, 1, false)""")
                .param("number", number)
                .param("at", Timestamp.from(receivedAt))
                .param("outcome", outcome)
                .param("team", team)
                .update();
        return number;
    }

    /** Starts a clock of the case, in working time of the standard calendar. */
    public CaseClock start(String number, ClockKind kind, Instant at, Duration budget) {
        rows.start(new CaseNumber(number), kind, 1, "", at, new Allowance(budget, Calendars.STANDARD, "standard"));
        return clock(number, kind);
    }

    public CaseClock clock(String number, ClockKind kind) {
        return rows.of(new CaseNumber(number)).stream()
                .filter(clock -> clock.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    public void met(String number, ClockKind kind, Instant at) {
        rows.meet(clock(number, kind), at);
    }

    /** A case that took this much working time from its receipt on a Monday morning. */
    public void resolved(String team, String outcome, Instant receivedAt, Duration after) {
        String number = newCase(team, outcome, receivedAt);
        start(number, ClockKind.RESOLUTION, receivedAt, Duration.ofHours(40));
        met(number, ClockKind.RESOLUTION, calendars.standard().add(receivedAt, after));
    }
}
