package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.people.security.Client;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A case reaches people who speak its language, in their hours, and stays among them. */
@SandboxTest
class TeamStoryTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private SandboxDriver world;
    private Desk desk;

    @Autowired
    void enter(SandboxDriver world) {
        this.world = world;
        this.desk = new Desk(world, "manager");
    }

    @Test
    void chineseComplaintAtTwoInBerlinIsNineInShanghai() {
        untilNineInShanghai();
        Filed filed = desk.file(chinese());
        JsonNode task = desk.awaitTask(filed.caseNumber(), "Verify complaint");

        JsonNode complaint = desk.read(filed.caseNumber());
        assertThat(complaint.path("team").asText()).isEqualTo("handlers-zh");
        assertThat(Desk.list(complaint.path("teams")))
                .extracting(JsonNode::asText)
                .containsExactly("handlers-zh");
        JsonNode answer = clock(complaint, "first_answer");
        assertThat(answer.path("calendar").asText()).isEqualTo("shanghai");
        ZonedDateTime due = Instant.parse(answer.path("dueAt").asText()).atZone(SHANGHAI);
        assertThat(due.toLocalDate())
                .as("on the same day there")
                .isEqualTo(desk.now().atZone(SHANGHAI).toLocalDate());
        assertThat(due.getHour()).isBetween(17, 18);
        assertThat(candidates(task)).containsExactly("handlers-zh");
        for (Client door : doors("li")) {
            assertThat(offered(door, filed, "li")).hasSize(1);
        }
        for (Client door : doors("handler")) {
            assertThat(offered(door, filed, "handler")).isEmpty();
            assertThat(claim(door, task, "handler").status()).isEqualTo(404);
        }
        assertThat(listed("lead", "team=handlers-zh")).contains(filed.caseNumber());
        assertThat(listed("lead", "team=handlers")).doesNotContain(filed.caseNumber());
        assertThat(Client.program(world.baseUrl(), "lead")
                        .get("/api/complaints?team=nobody")
                        .status())
                .isEqualTo(400);

        world.advance(Duration.ofHours(7).plusMinutes(30));
        JsonNode mail = desk.awaitMail("li@redress.example", filed.caseNumber());
        assertThat(Instant.parse(mail.path("sentAt").asText()).atZone(SHANGHAI).getHour())
                .as("in Shanghai's hours")
                .isBetween(9, 17);
        assertThat(desk.mails("handler@redress.example", filed.caseNumber())).isEmpty();
        assertThat(claim(Client.program(world.baseUrl(), "li"), task, "li").status())
                .isEqualTo(204);
        desk.submit(task, "li", Map.of("verdict", "rejected", "reason", "我们核实过了。"));
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");
        assertThat(desk.read(filed.caseNumber()).path("owner").asText()).isEqualTo("li");
    }

    @Test
    void customerWhoseLanguageIsCorrectedMovesToItsTeamAndALeadsHandMovesItBack() {
        Filed filed = desk.file(aComplaint().claiming("service").from(address()).speaking("en"));
        JsonNode task = desk.awaitTask(filed.caseNumber(), "Verify complaint");
        desk.claim(task, "handler");

        desk.correct(filed.caseNumber(), "lead", Map.of("locale", "zh-TW", "reason", "She wrote in Chinese"), 200);

        JsonNode moved = desk.read(filed.caseNumber());
        assertThat(moved.path("team").asText()).isEqualTo("handlers-zh");
        assertThat(clock(moved, "resolution").path("calendar").asText()).isEqualTo("shanghai");
        assertThat(candidates(task)).containsExactly("handlers-zh");
        assertThat(desk.awaitTask(filed.caseNumber(), "Verify complaint")
                        .path("assignee")
                        .isNull())
                .as("taken from who may not see it any more")
                .isTrue();

        for (Client door : doors("handler")) {
            assertThat(door.get(prefix(door) + "/task?processInstanceBusinessKey=" + filed.caseNumber())
                            .json())
                    .as("nor listed for them any more")
                    .isEmpty();
        }
        for (Client door : doors("li")) {
            assertThat(offered(door, filed, "li")).hasSize(1);
        }

        assertThat(move(filed, "li", "handlers", "I would rather not")).isEqualTo(403);
        assertThat(move(filed, "lead", "nobody", "?")).isEqualTo(400);
        assertThat(move(filed, "lead", "\0", "?")).isEqualTo(400);
        assertThat(move(filed, "lead", "handlers", "\0")).isEqualTo(400);
        assertThat(move(filed, "lead", "handlers", " ")).isEqualTo(400);
        assertThat(move(filed, "system", "handlers", "?")).isEqualTo(403);
        assertThat(move(filed, "lead", "handlers", "Hanna speaks Chinese")).isEqualTo(200);
        assertThat(candidates(task)).containsExactly("handlers");
        assertThat(clock(desk.read(filed.caseNumber()), "resolution")
                        .path("calendar")
                        .asText())
                .isEqualTo("standard");
        desk.awaitEntry(filed.caseNumber(), "team_changed", "Hanna speaks Chinese");

        desk.correct(filed.caseNumber(), "lead", Map.of("locale", "zh-HK", "reason", "Hong Kong"), 200);
        assertThat(desk.read(filed.caseNumber()).path("team").asText())
                .as("where a person put it, it stays")
                .isEqualTo("handlers");
        assertThat(move(filed, "manager", "leads", "Somebody senior please")).isEqualTo(200);
        assertThat(candidates(task)).containsExactly("leads");
        assertThat(Desk.list(desk.read(filed.caseNumber()).path("teams")))
                .extracting(JsonNode::asText)
                .containsExactly("leads", "handlers");
    }

    @Test
    void nobodySpeaksItUntilATeamDoesAndATeamThatIsEmptiedOverflows() {
        Filed before = desk.file(icelandic());
        desk.awaitTask(before.caseNumber(), "Verify complaint");
        assertThat(desk.read(before.caseNumber()).path("team").asText()).isEqualTo("handlers");
        desk.awaitEntry(before.caseNumber(), "nobody_speaks", "Nobody in our teams speaks Icelandic");
        assertThat(caseFile(before)).contains("Nobody in our teams speaks Icelandic; Case handlers takes it.");

        JsonNode empty = put("reykjavik", team(List.of()), 200);
        assertThat(Desk.list(empty.path("warnings")))
                .extracting(warning -> warning.path("field").asText())
                .contains("members");
        Filed still = desk.file(icelandic());
        desk.awaitEntry(still.caseNumber(), "nobody_speaks", "Icelandic");

        put("reykjavik", team(List.of("handler2")), 200);
        Filed spoken = desk.file(icelandic());
        JsonNode task = desk.awaitTask(spoken.caseNumber(), "Verify complaint");
        assertThat(candidates(task)).containsExactly("reykjavik");
        for (Client door : doors("handler2")) {
            assertThat(offered(door, spoken, "handler2"))
                    .as("a person in two teams sees both")
                    .hasSize(1);
            assertThat(offered(door, before, "handler2")).hasSize(1);
        }
        assertThat(offered(Client.program(world.baseUrl(), "handler"), spoken, "handler"))
                .isEmpty();

        desk.letResolutionsBeLate(List.of(spoken.caseNumber()));
        desk.awaitAlert("lead2", spoken.caseNumber());
        assertThat(desk.mails("lead@redress.example", spoken.caseNumber()))
                .as("its lead is told, not all leads")
                .isEmpty();

        put("reykjavik", team(List.of()), 200);
        desk.awaitCase(spoken.caseNumber(), moved -> moved.path("team").asText().equals("handlers"));
        desk.awaitEntry(spoken.caseNumber(), "nobody_speaks", "Icelandic");
        assertThat(candidates(task)).doesNotContain("reykjavik").isNotEmpty();
    }

    @Test
    void whatIsWrongWithATeamIsNamedFieldByFieldAndNothingIsKept() {
        Map<String, Object> wrong = new HashMap<>();
        wrong.put("name", " ");
        wrong.put("markets", List.of("DE", "Germany"));
        wrong.put("languages", List.of("de", "klingonish"));
        wrong.put("calendar", "weekends");
        wrong.put("zone", "Middle/Earth");
        wrong.put("lead", "handler");
        wrong.put("deputies", List.of("nobody"));
        wrong.put("members", List.of("handler", "ghost", "system"));

        assertThat(fields(put("nowhere", wrong, 400)))
                .containsExactlyInAnyOrder(
                        "name", "markets", "languages", "calendar", "zone", "lead", "deputies", "members", "members");
        Client lead = Client.program(world.baseUrl(), "lead");
        assertThat(lead.get("/api/teams/nowhere").status()).isEqualTo(404);
        assertThat(lead.put("/api/teams/nowhere", "{\"name\":\"Mine\"}").status())
                .isEqualTo(403);
        assertThat(fields(put("managers", Map.of("name", "Ours"), 400))).containsExactly("id");
        assertThat(fields(put("nowhere", Map.of("name", "Ours", "colour", "red"), 400)))
                .containsExactly("colour");
        assertThat(fields(put("nowhere", Map.of("name", "a\0b", "lead", "\0", "members", List.of("x\0")), 400)))
                .as("what no database can keep")
                .containsExactlyInAnyOrder("name", "lead", "members[0]");
        assertThat(fields(put("nowhere", Map.of("name", "Ours", "members", "handler"), 400)))
                .containsExactly("members");
        Map<String, Object> last =
                new HashMap<>(Map.of("name", "Case handlers", "languages", List.of("de", "en"), "members", List.of()));
        assertThat(fields(put("handlers", last, 400)))
                .as("somebody must take what no other team can")
                .containsExactly("members");
        last.remove("members");
        last.put("overflow", false);
        assertThat(fields(put("handlers", last, 400))).containsExactly("overflow");

        JsonNode shipped = lead.get("/api/teams/handlers").json();
        assertThat(Desk.list(shipped.path("members")))
                .extracting(JsonNode::asText)
                .containsExactly("handler", "handler2");
        assertThat(Client.program(world.baseUrl(), "li")
                        .get("/api/teams")
                        .json()
                        .path("items"))
                .as("members of every team are staff")
                .hasSizeGreaterThan(1);
        assertThat(Client.program(world.baseUrl(), "system").get("/api/teams").status())
                .isEqualTo(403);
        assertThat(Client.browser(world.baseUrl(), "handler").get("/teams").status())
                .isEqualTo(403);
    }

    private static ComplaintDraft chinese() {
        return aComplaint()
                .claiming("service")
                .from(address())
                .saying("客服没有回电，我等了一个星期。")
                .speaking("zh-CN");
    }

    private static ComplaintDraft icelandic() {
        return aComplaint()
                .claiming("service")
                .from(address())
                .saying("Enginn hringir í mig. " + UUID.randomUUID())
                .speaking("is");
    }

    private static String address() {
        return "team-" + UUID.randomUUID() + "@example.org";
    }

    private static Map<String, Object> team(List<String> members) {
        return Map.of(
                "name",
                "Reykjavik",
                "markets",
                List.of(),
                "languages",
                List.of("is"),
                "calendar",
                "standard",
                "zone",
                "UTC",
                "lead",
                "lead2",
                "members",
                members);
    }

    /** 01:00 UTC on a working day: 02:00 in Berlin's winter, 09:00 in Shanghai. */
    private void untilNineInShanghai() {
        Instant now = desk.now();
        ZonedDateTime then =
                now.atZone(ZoneOffset.UTC).withMinute(0).withSecond(0).withNano(0);
        while (then.getHour() != 1
                || then.getDayOfWeek().getValue() > 5
                || !then.toInstant().isAfter(now)) {
            then = then.plusHours(1);
        }
        world.advance(Duration.between(now, then.toInstant()));
    }

    private List<Client> doors(String login) {
        return List.of(Client.program(world.baseUrl(), login), Client.browser(world.baseUrl(), login));
    }

    private static String prefix(Client door) {
        return door.get("/engine-rest/version").status() == 200 ? "/engine-rest" : "/camunda/api/engine/engine/default";
    }

    private static List<JsonNode> offered(Client door, Filed filed, String login) {
        return Desk.list(door.get(prefix(door) + "/task?candidateUser=" + login
                        + "&includeAssignedTasks=true&processInstanceBusinessKey=" + filed.caseNumber())
                .json());
    }

    private static Client.Answer claim(Client door, JsonNode task, String login) {
        return door.post(
                prefix(door) + "/task/" + task.path("id").asText() + "/claim", "{\"userId\":\"" + login + "\"}");
    }

    private Set<String> candidates(JsonNode task) {
        return Desk.list(Client.program(world.baseUrl(), "manager")
                        .get("/engine-rest/task/" + task.path("id").asText() + "/identity-links?type=candidate")
                        .json())
                .stream()
                .map(link -> link.path("userId").isNull() ? link.path("groupId") : link.path("userId"))
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
    }

    /** What the form of the open task shows of the case. */
    private String caseFile(Filed filed) {
        JsonNode task = desk.awaitTask(filed.caseNumber(), "Verify complaint");
        return Client.program(world.baseUrl(), "manager")
                .get("/engine-rest/task/" + task.path("id").asText()
                        + "/localVariables/caseFile?deserializeValue=false")
                .json()
                .path("value")
                .asText();
    }

    private List<String> listed(String login, String query) {
        return Desk.list(Client.program(world.baseUrl(), login)
                        .get("/api/complaints?size=200&" + query)
                        .json()
                        .path("items"))
                .stream()
                .map(item -> item.path("caseNumber").asText())
                .toList();
    }

    private int move(Filed filed, String by, String team, String reason) {
        return answered(by, "/api/complaints/" + filed.caseNumber() + "/team", Map.of("team", team, "reason", reason))
                .getStatusCode()
                .value();
    }

    private JsonNode put(String id, Map<String, Object> team, int status) {
        ResponseEntity<JsonNode> answer = answered("manager", "/api/teams/" + id, team);
        assertThat(answer.getStatusCode().value())
                .as(String.valueOf(answer.getBody()))
                .isEqualTo(status);
        return answer.getBody();
    }

    private ResponseEntity<JsonNode> answered(String login, String address, Map<String, Object> body) {
        return desk.client(login)
                .put()
                .uri(address)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .toEntity(JsonNode.class);
    }

    private static List<String> fields(JsonNode problem) {
        return Desk.list(problem.path("errors")).stream()
                .map(error -> error.path("field").asText())
                .toList();
    }

    private static JsonNode clock(JsonNode complaint, String kind) {
        return Desk.list(complaint.path("clocks")).stream()
                .filter(clock -> clock.path("kind").asText().equals(kind))
                .findFirst()
                .orElseThrow();
    }
}
