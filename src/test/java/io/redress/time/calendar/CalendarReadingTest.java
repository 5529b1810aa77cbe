package io.redress.time.calendar;

import static io.redress.time.calendar.CalendarFixtures.configured;
import static io.redress.time.calendar.CalendarFixtures.weekdays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.redress.core.input.RefusedInput;
import io.redress.core.startup.InvalidSetting;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** A calendar that lies is refused when it is read, with every row that is wrong. */
class CalendarReadingTest {

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "zone                | Europe/Atlantis          | \"Europe/Atlantis\" is no time zone such as"
                        + " Europe/Berlin",
                "hours.monday        | 09:00-08:00              | \"09:00-08:00\" ends before it begins",
                "hours.monday        | 22:00-06:00              | what crosses midnight is two spans",
                "hours.monday        | 09:00-09:00              | \"09:00-09:00\" is empty",
                "hours.monday        | 09:00-12:00, 11:59-17:00 | \"09:00-12:00\" overlaps \"11:59-17:00\"",
                "hours.monday        | 9-5                      | \"9-5\" is no span of time such as 09:00-12:00",
                "hours.monday        | 09:00-12:00,             | \"\" is no span of time",
                "hours.monday        | 09:00-24:01              | \"09:00-24:01\" goes beyond 24:00",
                "hours.monday        | ''                       | names no hours; write \"closed\"",
                "hours.moonday       | 09:00-12:00              | \"moonday\" is no weekday",
                "holidays[0]         | QQ                       | \"QQ\" is no country",
                "holidays[0]         | DE-XX                    | \"DE-XX\" is not known; the parts of DE are BB, BE,"
                        + " BW",
                "holidays[0]         | MT-01                    | MT has no parts",
                "closed[0]           | 2026-02-29               | \"2026-02-29\" is no date",
                "special.2026-12-31  | 12-13                    | \"12-13\" is no span of time",
                "special.2026-13-01  | 09:00-12:00              | \"2026-13-01\" is no date"
            })
    void namesTheRowAndTheReason(String row, String value, String reason) {
        assertThatExceptionOfType(InvalidSetting.class)
                .isThrownBy(() -> configured(Map.of("redress.calendars.berlin." + row, value)))
                .withMessageContaining("redress.calendars.berlin." + row + ": ")
                .withMessageContaining(reason);
    }

    @Test
    void namesEveryFaultOfEveryCalendarAtOnce() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("redress.calendars.berlin.zone", "Berlin");
        settings.put("redress.calendars.berlin.hours.monday", "09:00-08:00");
        settings.put("redress.calendars.berlin.closed", "2026-12-24,2026-12-24");
        settings.put("redress.calendars.never.hours.monday", "closed");
        settings.put("redress.calendars.always.hours.monday", "09:00-17:00");

        InvalidSetting refused = catchThrowableOfType(InvalidSetting.class, () -> configured(settings));

        assertThat(refused.getMessage().split("; redress"))
                .hasSize(5)
                .anyMatch(fault -> fault.contains("berlin.zone: \"Berlin\" is no time zone"))
                .anyMatch(fault -> fault.contains("berlin.hours.monday: \"09:00-08:00\" ends before it begins"))
                .anyMatch(fault -> fault.contains("berlin.closed[1]: \"2026-12-24\" is here twice"))
                .anyMatch(fault -> fault.contains("never.hours: no weekday has a working hour"))
                .anyMatch(fault -> fault.contains("always: this calendar is built in"));
    }

    @Test
    void aMisspeltSettingDoesNotPass() {
        assertThatExceptionOfType(BindException.class)
                .isThrownBy(() -> configured(Map.of(
                        "redress.calendars.berlin.hours.monday", "09:00-17:00",
                        "redress.calendars.berlin.holiday", "DE")))
                .havingRootCause()
                .withMessageContaining("redress.calendars.berlin.holiday");
    }

    @Test
    void theEnvironmentHasTheLastWord() {
        Map<String, Object> variables = Map.of(
                "REDRESS_CALENDARS_STANDARD_HOLIDAYS", "DE-BE,AT",
                "REDRESS_CALENDARS_STANDARD_HOURS_MONDAY", "closed",
                "REDRESS_CALENDARS_NIGHT_HOURS_SUNDAY", "22:00-24:00");

        Calendars calendars = CalendarFixtures.calendars(
                configured(Map.of(), new SystemEnvironmentPropertySource("systemEnvironment", variables)));

        Instant monday = Instant.parse("2026-11-23T11:00:00Z");
        assertThat(calendars.standard().nextOpening(monday)).isEqualTo("2026-11-24T08:00:00Z");
        assertThat(calendars.version("standard").definition().holidays()).containsExactly("DE-BE", "AT");
        assertThat(calendars.named("night").nextOpening(monday)).isEqualTo("2026-11-29T21:00:00Z");
    }

    @Test
    void dateBothClosedAndOpenIsRefused() {
        CalendarDefinition contradiction = new CalendarDefinition(
                null, weekdays("09:00-17:00"), null, List.of("2026-12-24"), Map.of("2026-12-24", "09:00-12:00"));

        RefusedInput refused = catchThrowableOfType(RefusedInput.class, () -> CalendarFixtures.calendar(contradiction));

        assertThat(refused.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.field()).isEqualTo("special.2026-12-24");
            assertThat(problem.message()).isEqualTo("\"2026-12-24\" is here twice.");
        });
    }

    @Test
    void configuredCalendarsAreKnownByName() {
        Calendars calendars = CalendarFixtures.calendars(configured(Map.of(
                "redress.calendars.berlin.zone", "Europe/Berlin",
                "redress.calendars.berlin.hours.monday", "13:00-17:00, 09:00-12:00",
                "redress.calendars.berlin.holidays", "DE-BE, AT",
                "redress.calendars.berlin.special.2026-12-31", "09:00-12:00")));

        assertThat(calendars.names()).containsExactly("always", "berlin", "standard");
        Instant mondayNoon = Instant.parse("2026-11-23T11:00:00Z");
        assertThat(calendars.named("berlin").nextOpening(mondayNoon)).isEqualTo("2026-11-23T12:00:00Z");
        assertThat(calendars.named("berlin").isOpen(Instant.parse("2026-12-31T10:59:59Z")))
                .isTrue();
        assertThat(calendars.standard().between(mondayNoon, mondayNoon.plusSeconds(86_400)))
                .isEqualTo(Duration.ofHours(8));
        assertThat(calendars.standard().zone()).isEqualTo(CalendarFixtures.BERLIN);
        assertThat(calendars.always().between(mondayNoon, mondayNoon.plusSeconds(1)))
                .isEqualTo(Duration.ofSeconds(1));
        assertThatExceptionOfType(UnknownCalendar.class)
                .isThrownBy(() -> calendars.named("rome"))
                .withMessage("There is no calendar \"rome\"; known are always, berlin, standard");
    }
}
