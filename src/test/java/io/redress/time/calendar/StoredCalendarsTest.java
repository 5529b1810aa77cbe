package io.redress.time.calendar;

import static io.redress.time.calendar.CalendarFixtures.weekdays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.redress.core.input.RefusedInput;
import io.redress.engine.settings.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a manager changes is in force on every node, and what is wrong never is. */
@ExtendWith(OutputCaptureExtension.class)
class StoredCalendarsTest {

    private static final Instant TUESDAY_EVENING = Instant.parse("2026-11-24T17:30:00Z");
    private static JdbcClient jdbc;

    private final StoredCalendars here = node();
    private final Calendars there = new Calendars(CalendarFixtures.configured(Map.of()), node());

    @BeforeAll
    static void open() {
        jdbc = JdbcClient.create(TestDatabase.migrated());
    }

    private static StoredCalendars node() {
        return new StoredCalendars(jdbc, CalendarFixtures.configured(Map.of()), Clock.systemUTC(), Duration.ZERO);
    }

    private static CalendarDefinition until(String closing) {
        return new CalendarDefinition("UTC", weekdays("09:00-" + closing), null, null, null);
    }

    @Test
    void changeIsInForceOnTheOtherNode() {
        assertThat(there.standard().isOpen(TUESDAY_EVENING)).isFalse();

        here.put("standard", until("18:00"), "mona");

        assertThat(there.standard().isOpen(TUESDAY_EVENING)).isTrue();
        assertThat(there.standard()).as("kept while nothing changes").isSameAs(there.standard());
        assertThat(there.version("standard").changedBy()).isEqualTo("mona");
        here.put("standard", until("17:00"), "mona");
        assertThat(there.standard().isOpen(TUESDAY_EVENING)).isFalse();
        assertThat(here.history("standard"))
                .extracting(StoredCalendars.Change::definition)
                .containsExactly(until("17:00"), until("18:00"));
    }

    @Test
    void wrongDefinitionIsNotStored() {
        here.put("night", until("18:00"), "mona");
        long before = rows();

        assertThatExceptionOfType(RefusedInput.class)
                .isThrownBy(() -> here.put("night", until("08:00"), "mona"))
                .withMessageContaining("hours.monday: \"09:00-08:00\" ends before it begins");
        assertThatExceptionOfType(RefusedInput.class).isThrownBy(() -> here.put("always", until("18:00"), "mona"));
        assertThatExceptionOfType(RefusedInput.class).isThrownBy(() -> here.put("Ni ght", until("18:00"), "mona"));

        assertThat(rows()).isEqualTo(before);
        assertThat(there.named("night").isOpen(TUESDAY_EVENING)).isTrue();
    }

    @Test
    void whatCannotBeReadAnyMoreLeavesTheLastValidRulesInForce(CapturedOutput console) {
        here.put("weekend", until("18:00"), "mona");
        store("weekend", "{\"hours\": {\"monday\": \"09:00-17:00\"}, \"holidays\": [\"QQ\"]}");
        store("weekend", "{\"hours\": {\"monday\": \"09:00-17:00\"}, \"moon\": \"full\"}");

        for (Calendars node : List.of(there, new Calendars(CalendarFixtures.configured(Map.of()), node()))) {
            assertThat(node.named("weekend").isOpen(TUESDAY_EVENING)).isTrue();
        }
        store("other", "{}");
        assertThat(there.names()).contains("weekend").doesNotContain("other");
        assertThat(console.getAll().lines().filter(line -> line.contains("\"QQ\" is no country")))
                .as("once on each node")
                .hasSize(2);
        assertThat(console.getAll()).contains("Calendar weekend as mona stored it at");
    }

    @Test
    void configurationHasANewVersionWhereItChangedAndTheOldOneStaysKnown() {
        Calendars early = harbour("17:00");
        CalendarVersion before = early.version("harbour");
        Calendars same = harbour("17:00");
        assertThat(same.version("harbour").id()).isEqualTo(before.id());

        Calendars late = harbour("18:00");

        assertThat(early.named("harbour").isOpen(TUESDAY_EVENING)).isTrue();
        assertThat(late.asOf("harbour", before.id()).calendar().isOpen(TUESDAY_EVENING))
                .isFalse();
        assertThat(late.asOf("harbour", null).id())
                .as("the first that was kept")
                .isEqualTo(before.id());
        here.put("harbour", until("17:00"), "mona");
        harbour("19:00");
        assertThat(late.version("harbour").changedBy())
                .as("a manager's goes before")
                .isEqualTo("mona");
    }

    private static Calendars harbour(String closing) {
        ConfiguredCalendars configured = CalendarFixtures.configured(Map.of(
                "redress.calendars.harbour.zone",
                "UTC",
                "redress.calendars.harbour.hours.tuesday",
                "09:00-" + closing));
        return new Calendars(configured, new StoredCalendars(jdbc, configured, Clock.systemUTC(), Duration.ZERO));
    }

    private static void store(String name, String definition) {
        jdbc.sql("insert into redress.business_calendar (name, definition, changed_by, changed_at)"
                        + " values (?, ?::json, 'mona', now())")
                .param(name)
                .param(definition)
                .update();
    }

    private static long rows() {
        return jdbc.sql("select count(*) from redress.business_calendar")
                .query(Long.class)
                .single();
    }
}
