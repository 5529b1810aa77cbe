package io.redress.story;

import static io.redress.answer.Answers.read;
import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.answer.BusinessCalendar;
import io.redress.answer.BusinessCalendar.CalendarDefinition;
import io.redress.answer.BusinessCalendars;
import io.redress.answer.Complaint;
import io.redress.answer.Complaint.Clock;
import io.redress.answer.Complaint.Promise;
import io.redress.answer.ProblemDocument;
import io.redress.answer.Timeline.TimelineItem;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Managers change when a team works, on the running system; staff read it; nobody makes a calendar lie. */
@SandboxTest
class CalendarsTest {

    private static final Map<String, Object> BERLIN = Map.of(
            "zone", "Europe/Berlin",
            "hours", Map.of("monday", "09:00-12:00, 13:00-17:00", "saturday", "10:00-14:00"),
            "holidays", List.of("DE-BE"));

    private SandboxDriver world;
    private Desk desk;

    @Autowired
    void enter(SandboxDriver world) {
        this.world = world;
        this.desk = new Desk(world);
    }

    @Test
    void aManagerMakesACalendarAndStaffReadIt() {
        assertThat(put("manager", "berlin", BERLIN).getStatusCode().value()).isEqualTo(200);

        BusinessCalendar berlin = read(get("handler", "/api/calendars/berlin"), BusinessCalendar.class);
        assertThat(berlin.zone()).isEqualTo("Europe/Berlin");
        assertThat(berlin.changedBy()).isEqualTo("manager");
        assertThat(berlin.definition().hours()).containsEntry("saturday", "10:00-14:00");
        assertThat(berlin.freeDates()).isNotEmpty();
        assertThat(berlin.history()).hasSize(1);
        assertThat(read(get("lead", "/api/calendars"), BusinessCalendars.class).items())
                .extracting(BusinessCalendar::name)
                .contains("always", "berlin", "standard");
    }

    @Test
    void aCalendarThatWouldLieIsRefusedRowByRow() {
        put("manager", "hamburg", BERLIN);
        Map<String, Object> lies = Map.of(
                "zone", "Europe/Atlantis",
                "hours", Map.of("monday", "09:00-08:00"),
                "holidays", List.of("DE-BE", "DE-XX"));

        ResponseEntity<String> refused = put("manager", "hamburg", lies);

        assertThat(refused.getStatusCode().value()).isEqualTo(400);
        assertThat(refused.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(read(refused, ProblemDocument.class).fields())
                .containsExactly("zone", "hours.monday", "holidays[1]");
        assertThat(calendar("hamburg").zone()).isEqualTo("Europe/Berlin");
        assertThat(put("manager", "hamburg", Map.of("hours", Map.of("monday", "closed")))
                        .getBody())
                .contains("no weekday has a working hour");
        assertThat(put("manager", "hamburg", Map.of("hour", Map.of()))
                        .getStatusCode()
                        .value())
                .isEqualTo(400);
    }

    @Test
    void onlyManagersChangeAndOnlyStaffRead() {
        assertThat(put("lead", "rome", BERLIN).getStatusCode().value()).isEqualTo(403);
        assertThat(put("handler", "standard", BERLIN).getStatusCode().value()).isEqualTo(403);
        assertThat(put("system", "rome", BERLIN).getStatusCode().value()).isEqualTo(403);
        assertThat(get("system", "/api/calendars/standard").getStatusCode().value())
                .isEqualTo(403);
        assertThat(get("manager", "/api/calendars/rome").getStatusCode().value())
                .isEqualTo(404);
        assertThat(calendar("always").changedBy()).isNull();
    }

    @Test
    void openCasesFollowAClosedDayAndKeepWhatTheyUsed() {
        Filed filed = desk.file(aComplaint().claiming("service").from("closed.day@example.org"));
        desk.awaitTask(filed.caseNumber(), "Verify complaint");
        Clock before = resolution(desk.read(filed.caseNumber()));
        CalendarDefinition usual = calendar("standard").definition();
        LocalDate dueDay = before.dueAt().atZone(ZoneId.of(usual.zone())).toLocalDate();
        CalendarDefinition closed = new CalendarDefinition(
                usual.zone(), usual.hours(), usual.holidays(), List.of(dueDay.toString()), usual.special());
        try {
            assertThat(put("manager", "standard", closed).getStatusCode().value())
                    .isEqualTo(200);
            world.advance(Duration.ofSeconds(5));

            Clock followed = resolution(desk.awaitCase(
                    filed.caseNumber(),
                    complaint -> resolution(complaint).history().size() == 2));

            assertThat(followed.dueAt()).isAfterOrEqualTo(before.dueAt().plus(Duration.ofHours(24)));
            assertThat(promise(filed)).as("what the customer was told").isEqualTo(before.dueAt());
            assertThat(desk.timeline(filed.caseNumber()))
                    .extracting(TimelineItem::kind)
                    .containsOnlyOnce("calendar_changed");
        } finally {
            put("manager", "standard", usual);
        }
    }

    private static Clock resolution(Complaint complaint) {
        return complaint.clocks().stream()
                .filter(clock -> clock.kind().equals("resolution"))
                .findFirst()
                .orElseThrow();
    }

    private Instant promise(Filed filed) {
        return desk.read(filed.caseNumber()).promises().stream()
                .filter(promise -> promise.kind().equals("resolution"))
                .map(Promise::dueAt)
                .findFirst()
                .orElseThrow();
    }

    private BusinessCalendar calendar(String name) {
        return read(get("manager", "/api/calendars/" + name), BusinessCalendar.class);
    }

    private ResponseEntity<String> put(String login, String name, Object definition) {
        return desk.client(login)
                .put()
                .uri("/api/calendars/{name}", name)
                .contentType(MediaType.APPLICATION_JSON)
                .body(definition)
                .retrieve()
                .toEntity(String.class);
    }

    private ResponseEntity<String> get(String login, String address) {
        return desk.client(login).get().uri(address).retrieve().toEntity(String.class);
    }
}
