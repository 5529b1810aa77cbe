package io.redress.core.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers, texts and times at their bounds, on either side. */
class JsonBoundsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-02T03:04:05Z",
                "2026-01-02T03:04",
                "2026-01-02t03:04:05.123456789+01:00",
                "2026-01-02T03:04:05.000+0000",
                "2026-01-02T03:04:05+01:00[Europe/Berlin]",
                "20260102T030405Z",
                "1900-01-01T00:00:00Z",
                "2199-12-31T23:59:59Z",
                "2026-01-02T03:04 the parcel lay before the door",
                "9999-12-31",
                "4711-0815-42",
                "1E400",
                "12-34-56 Tea"
            })
    void textsThatPeopleAndProgramsWriteAreTaken(String text) {
        assertThat(JsonBounds.text(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1899-12-31T23:59:59Z",
                "2200-01-01T00:00:00Z",
                "+2026-01-02T03:04:05Z",
                "+999999999-12-31T23:59:59.999999999-18:00",
                "-999999999-01-01T00:00:00Z",
                "+999999999-12-31",
                " 0000-01-01T00:00:00.000+0000",
                "99999-1-1T0:0:0.0+0000",
                "2026-999999999-01T00:00:00Z",
                "2026-01--999999999T00:00:00Z",
                "2026-01-01T999999999:00:00.000+0000",
                "2026-01-01T00:999999999:00.000+0000",
                "2026-01-01T00:00:00.999999999999+0000"
            })
    void timesOfOtherAgesAreNot(String text) {
        assertThat(JsonBounds.text(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "12.50", "999999999999999", "0.30000000000000004", "1e3", "1.5E-7", "1e15"})
    void numbersThatCanBeCalculatedWithAreTaken(String number) {
        assertThat(JsonBounds.number(number)).isEmpty();
        assertThatCode(() -> JsonBounds.check("[" + number + "]")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1e16", "1E+400", "-1e-1000000", "1e999999999999", "9999999999999999", "0.000000000000000000001"
            })
    void numbersThatCannotAreNot(String number) {
        assertThat(JsonBounds.number(number)).isPresent();
        assertThatThrownBy(() -> JsonBounds.check("{\"a\":[1," + number + "]}"))
                .isInstanceOfSatisfying(
                        RefusedInput.class,
                        refused -> assertThat(refused.problems().get(0).field()).isEqualTo("a[1]"));
    }

    @Test
    void namesAreTextsToo() {
        assertThatThrownBy(() -> JsonBounds.check("{\"" + "n".repeat(30_000) + "\":1}"))
                .isInstanceOf(RefusedInput.class);
    }

    @Test
    void yearsAreNearOnEitherSide() {
        assertThat(Years.near(LocalDate.of(1900, 1, 1))).isEqualTo("1900-01-01");
        assertThat(Years.near(YearMonth.of(2199, 12))).isEqualTo(YearMonth.of(2199, 12));
        assertThatThrownBy(() -> Years.near(LocalDate.MAX)).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> Years.near(OffsetDateTime.MIN)).isInstanceOf(DateTimeException.class);
    }
}
