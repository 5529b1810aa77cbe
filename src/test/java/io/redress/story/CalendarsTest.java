package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
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

        JsonNode read = get("handler", "/api/calendars/berlin").getBody();
        assertThat(read.at("/zone").asText()).isEqualTo("Europe/Berlin");
        assertThat(read.at("/changedBy").asText()).isEqualTo("manager");
        assertThat(read.at("/definition/hours/saturday").asText()).isEqualTo("10:00-14:00");
        assertThat(read.at("/freeDates")).isNotEmpty();
        assertThat(read.at("/history")).hasSize(1);
        assertThat(Desk.list(get("lead", "/api/calendars").getBody().path("items")))
                .extracting(one -> one.path("name").asText())
                .contains("always", "berlin", "standard");
    }

    @Test
    void aCalendarThatWouldLieIsRefusedRowByRow() {
        put("manager", "hamburg", BERLIN);
        Map<String, Object> lies = Map.of(
                "zone", "Europe/Atlantis",
                "hours", Map.of("monday", "09:00-08:00"),
                "holidays", List.of("DE-BE", "DE-XX"));

        ResponseEntity<JsonNode> refused = put("manager", "hamburg", lies);

        assertThat(refused.getStatusCode().value()).isEqualTo(400);
        assertThat(refused.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(Desk.list(refused.getBody().path("errors")))
                .extracting(error -> error.path("field").asText())
                .containsExactly("zone", "hours.monday", "holidays[1]");
        assertThat(get("manager", "/api/calendars/hamburg")
                        .getBody()
                        .at("/zone")
                        .asText())
                .isEqualTo("Europe/Berlin");
        assertThat(put("manager", "hamburg", Map.of("hours", Map.of("monday", "closed")))
                        .getBody()
                        .toString())
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
        assertThat(get("manager", "/api/calendars/always")
                        .getBody()
                        .at("/changedBy")
                        .isNull())
                .isTrue();
    }

    @Test
    void openCasesFollowAClosedDayAndKeepWhatTheyUsed() {
        Filed filed = desk.file(aComplaint().claiming("service").from("closed.day@example.org"));
        desk.awaitTask(filed.caseNumber(), "Verify complaint");
        JsonNode before = resolution(filed);
        JsonNode usual = get("manager", "/api/calendars/standard").getBody().path("definition");
        LocalDate dueDay = time(before, "dueAt")
                .atZone(ZoneId.of(usual.path("zone").asText()))
                .toLocalDate();
        ObjectNode closed = usual.deepCopy();
        closed.putArray("closed").add(dueDay.toString());
        try {
            assertThat(put("manager", "standard", closed).getStatusCode().value())
                    .isEqualTo(200);
            world.advance(Duration.ofSeconds(5));

            JsonNode followed = resolution(desk.awaitCase(
                    filed.caseNumber(),
                    complaint -> resolution(complaint).path("history").size() == 2));

            assertThat(time(followed, "dueAt"))
                    .isAfterOrEqualTo(time(before, "dueAt").plus(Duration.ofHours(24)));
            assertThat(promise(filed)).as("what the customer was told").isEqualTo(time(before, "dueAt"));
            assertThat(desk.timeline(filed.caseNumber()))
                    .extracting(entry -> entry.path("kind").asText())
                    .containsOnlyOnce("calendar_changed");
        } finally {
            put("manager", "standard", usual);
        }
    }

    private JsonNode resolution(Filed filed) {
        return resolution(desk.read(filed.caseNumber()));
    }

    private static JsonNode resolution(JsonNode complaint) {
        return Desk.list(complaint.path("clocks")).stream()
                .filter(clock -> clock.path("kind").asText().equals("resolution"))
                .findFirst()
                .orElseThrow();
    }

    private Instant promise(Filed filed) {
        return Desk.list(desk.read(filed.caseNumber()).path("promises")).stream()
                .filter(promise -> promise.path("kind").asText().equals("resolution"))
                .map(promise -> time(promise, "dueAt"))
                .findFirst()
                .orElseThrow();
    }

    private static Instant time(JsonNode clock, String field) {
        return OffsetDateTime.parse(clock.path(field).asText()).toInstant();
    }

    private ResponseEntity<JsonNode> put(String login, String name, Object definition) {
        return desk.client(login)
                .put()
                .uri("/api/calendars/{name}", name)
                .contentType(MediaType.APPLICATION_JSON)
                .body(definition)
                .retrieve()
                .toEntity(JsonNode.class);
    }

    private ResponseEntity<JsonNode> get(String login, String address) {
        return desk.client(login).get().uri(address).retrieve().toEntity(JsonNode.class);
    }
}
