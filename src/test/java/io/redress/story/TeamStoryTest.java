package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.answer.Answers;
import io.redress.answer.Complaint;
import io.redress.answer.Complaint.Clock;
import io.redress.answer.ComplaintPage;
import io.redress.answer.ComplaintPage.ComplaintSummary;
import io.redress.answer.ProblemDocument;
import io.redress.answer.Team;
import io.redress.answer.Team.TeamWarning;
import io.redress.answer.Teams;
import io.redress.answer.engine.EngineIdentityLink;
import io.redress.answer.engine.EngineTask;
import io.redress.answer.engine.EngineVariable;
import io.redress.answer.sandbox.SandboxMail;
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
import java.util.stream.Stream;
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
        EngineTask task = desk.awaitTask(filed.caseNumber(), "Verify complaint");

        Complaint complaint = desk.read(filed.caseNumber());
        assertThat(complaint.team()).isEqualTo("handlers-zh");
        assertThat(complaint.teams()).containsExactly("handlers-zh");
        Clock answer = clock(complaint, "first_answer");
        assertThat(answer.calendar()).isEqualTo("shanghai");
        ZonedDateTime due = answer.dueAt().atZone(SHANGHAI);
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
        SandboxMail mail = desk.awaitMail("li@redress.example", filed.caseNumber());
        assertThat(mail.sentAt().atZone(SHANGHAI).getHour())
                .as("in Shanghai's hours")
                .isBetween(9, 17);
        assertThat(desk.mails("handler@redress.example", filed.caseNumber())).isEmpty();
        assertThat(claim(Client.program(world.baseUrl(), "li"), task, "li").status())
                .isEqualTo(204);
        desk.submit(task, "li", Map.of("verdict", "rejected", "reason", "我们核实过了。"));
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");
        assertThat(desk.read(filed.caseNumber()).owner()).isEqualTo("li");
    }

    @Test
    void customerWhoseLanguageIsCorrectedMovesToItsTeamAndALeadsHandMovesItBack() {
        Filed filed = desk.file(aComplaint().claiming("service").from(address()).speaking("en"));
        EngineTask task = desk.awaitTask(filed.caseNumber(), "Verify complaint");
        desk.claim(task, "handler");

        desk.correct(filed.caseNumber(), "lead", Map.of("locale", "zh-TW", "reason", "She wrote in Chinese"), 200);

        Complaint moved = desk.read(filed.caseNumber());
        assertThat(moved.team()).isEqualTo("handlers-zh");
        assertThat(clock(moved, "resolution").calendar()).isEqualTo("shanghai");
        assertThat(candidates(task)).containsExactly("handlers-zh");
        assertThat(desk.awaitTask(filed.caseNumber(), "Verify complaint").assignee())
                .as("taken from who may not see it any more")
                .isNull();

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
        assertThat(clock(desk.read(filed.caseNumber()), "resolution").calendar())
                .isEqualTo("standard");
        desk.awaitEntry(filed.caseNumber(), "team_changed", "Hanna speaks Chinese");

        desk.correct(filed.caseNumber(), "lead", Map.of("locale", "zh-HK", "reason", "Hong Kong"), 200);
        assertThat(desk.read(filed.caseNumber()).team())
                .as("where a person put it, it stays")
                .isEqualTo("handlers");
        assertThat(move(filed, "manager", "leads", "Somebody senior please")).isEqualTo(200);
        assertThat(candidates(task)).containsExactly("leads");
        assertThat(desk.read(filed.caseNumber()).teams()).containsExactly("leads", "handlers");
    }

    @Test
    void nobodySpeaksItUntilATeamDoesAndATeamThatIsEmptiedOverflows() {
        Filed before = desk.file(icelandic());
        desk.awaitTask(before.caseNumber(), "Verify complaint");
        assertThat(desk.read(before.caseNumber()).team()).isEqualTo("handlers");
        desk.awaitEntry(before.caseNumber(), "nobody_speaks", "Nobody in our teams speaks Icelandic");
        assertThat(caseFile(before)).contains("Nobody in our teams speaks Icelandic; Case handlers takes it.");

        Team empty = Answers.read(put("reykjavik", team(List.of()), 200), Team.class);
        assertThat(empty.warnings()).extracting(TeamWarning::field).contains("members");
        Filed still = desk.file(icelandic());
        desk.awaitEntry(still.caseNumber(), "nobody_speaks", "Icelandic");

        put("reykjavik", team(List.of("handler2")), 200);
        Filed spoken = desk.file(icelandic());
        EngineTask task = desk.awaitTask(spoken.caseNumber(), "Verify complaint");
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
        desk.awaitCase(spoken.caseNumber(), moved -> "handlers".equals(moved.team()));
        desk.awaitEntry(spoken.caseNumber(), "nobody_speaks", "Icelandic");
        assertThat(candidates(task)).doesNotContain("reykjavik").isNotEmpty();
    }

    @Test
    void leadOfSomeTeamsFindsTheirTasksAtOnceHoweverManyOthersComeFirst() {
        put("oslo", team("Oslo", "nb", "lead", List.of("handler2")), 200);
        put("reykjavik", team("Reykjavik", "is", "lead2", List.of("handler2")), 200);
        List<Filed> others = List.of(file("nb"), file("nb"), file("nb"));
        List<Filed> own = List.of(file("is"), file("is"));
        String asked = "/task?sortBy=created&sortOrder=asc&processInstanceBusinessKeyIn="
                + Stream.concat(others.stream(), own.stream())
                        .map(Filed::caseNumber)
                        .collect(Collectors.joining(","));
        for (Client door : doors("lead2")) {
            assertThat(door.get(prefix(door) + asked.replace("?", "/count?"))
                            .json()
                            .path("count")
                            .asInt())
                    .isEqualTo(2);
            assertThat(tasks(door, asked + "&maxResults=1")).containsExactly(processOf(own.get(0)));
            assertThat(tasks(door, asked + "&maxResults=1&firstResult=1")).containsExactly(processOf(own.get(1)));
        }
        for (Client door : doors("manager")) {
            assertThat(tasks(door, asked + "&maxResults=3"))
                    .as("who sees every team finds the oldest")
                    .containsExactlyElementsOf(
                            others.stream().map(this::processOf).toList());
        }
        put("oslo", team("Oslo", "nb", null, List.of()), 200);
        put("reykjavik", team("Reykjavik", "is", null, List.of()), 200);
    }

    private Filed file(String locale) {
        Filed filed = desk.file(aComplaint()
                .claiming("service")
                .from(address())
                .saying("Ring meg. " + UUID.randomUUID())
                .speaking(locale));
        desk.awaitTask(filed.caseNumber(), "Verify complaint");
        return filed;
    }

    private String processOf(Filed filed) {
        return desk.awaitTask(filed.caseNumber(), "Verify complaint").processInstanceId();
    }

    /** The processes whose tasks somebody is given, in their order. */
    private static List<String> tasks(Client door, String asked) {
        return Stream.of(door.get(prefix(door) + asked).as(EngineTask[].class))
                .map(EngineTask::processInstanceId)
                .toList();
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

        Team shipped = lead.get("/api/teams/handlers").as(Team.class);
        assertThat(shipped.members()).containsExactly("handler", "handler2");
        assertThat(Client.program(world.baseUrl(), "li")
                        .get("/api/teams")
                        .as(Teams.class)
                        .items())
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
        return team("Reykjavik", "is", "lead2", members);
    }

    /** @param lead may be {@code null} */
    private static Map<String, Object> team(String name, String language, String lead, List<String> members) {
        Map<String, Object> team = new HashMap<>(Map.of(
                "name",
                name,
                "markets",
                List.of(),
                "languages",
                List.of(language),
                "calendar",
                "standard",
                "zone",
                "UTC",
                "members",
                members));
        team.put("lead", lead);
        return team;
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

    private static List<EngineTask> offered(Client door, Filed filed, String login) {
        return List.of(door.get(prefix(door) + "/task?candidateUser=" + login
                        + "&includeAssignedTasks=true&processInstanceBusinessKey=" + filed.caseNumber())
                .as(EngineTask[].class));
    }

    private static Client.Answer claim(Client door, EngineTask task, String login) {
        return door.post(prefix(door) + "/task/" + task.id() + "/claim", "{\"userId\":\"" + login + "\"}");
    }

    private Set<String> candidates(EngineTask task) {
        return Stream.of(Client.program(world.baseUrl(), "manager")
                        .get("/engine-rest/task/" + task.id() + "/identity-links?type=candidate")
                        .as(EngineIdentityLink[].class))
                .map(EngineIdentityLink::candidate)
                .collect(Collectors.toSet());
    }

    /** What the form of the open task shows of the case. */
    private String caseFile(Filed filed) {
        EngineTask task = desk.awaitTask(filed.caseNumber(), "Verify complaint");
        return Client.program(world.baseUrl(), "manager")
                .get("/engine-rest/task/" + task.id() + "/localVariables/caseFile?deserializeValue=false")
                .as(EngineVariable.class)
                .value();
    }

    private List<String> listed(String login, String query) {
        return Client.program(world.baseUrl(), login)
                .get("/api/complaints?size=200&" + query)
                .as(ComplaintPage.class)
                .items()
                .stream()
                .map(ComplaintSummary::caseNumber)
                .toList();
    }

    private int move(Filed filed, String by, String team, String reason) {
        return answered(by, "/api/complaints/" + filed.caseNumber() + "/team", Map.of("team", team, "reason", reason))
                .getStatusCode()
                .value();
    }

    private ResponseEntity<String> put(String id, Map<String, Object> team, int status) {
        ResponseEntity<String> answer = answered("manager", "/api/teams/" + id, team);
        assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(status);
        return answer;
    }

    private ResponseEntity<String> answered(String login, String address, Map<String, Object> body) {
        return desk.client(login)
                .put()
                .uri(address)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .toEntity(String.class);
    }

    private static List<String> fields(ResponseEntity<String> refused) {
        return Answers.read(refused, ProblemDocument.class).fields();
    }

    private static Clock clock(Complaint complaint, String kind) {
        return complaint.clocks().stream()
                .filter(clock -> clock.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }
}
