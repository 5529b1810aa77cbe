package io.redress.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
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

    private Desk desk;

    @Autowired
    void enter(SandboxDriver world) {
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
        assertThat(get("manager", "/api/calendars/standard")
                        .getBody()
                        .at("/changedBy")
                        .isNull())
                .isTrue();
    }

    private ResponseEntity<JsonNode> put(String login, String name, Map<String, ?> definition) {
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
