package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.answer.engine.EngineIdentityLink;
import io.redress.answer.engine.EngineTask;
import io.redress.answer.engine.EngineVariable;
import io.redress.answer.sandbox.SandboxOrder;
import io.redress.people.security.Client;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;

/** Who had a case that failed, or let it wait until the ladder took it away, is not asked again while others are there. */
@SandboxTest
class NextPersonTest {

    private SandboxDriver world;
    private Desk desk;

    @Autowired
    void enter(SandboxDriver world) {
        this.world = world;
        this.desk = new Desk(world);
    }

    @Test
    void whoJudgedAndWhoArrangedTheRepairThatFailedAreBothPassedOver() {
        Filed filed = repaired("handler2", "handler");
        notContent(filed);

        EngineTask again = desk.awaitTask(filed.caseNumber(), "Verify complaint");

        assertThat(again.assignee())
                .as("nobody is left in the team, so a lead has it")
                .isIn("lead", "lead2");
        assertThat(candidates(again)).containsOnly("lead", "lead2");
        assertNotOffered(filed, "handler");
        assertNotOffered(filed, "handler2");
        unclaim(again, again.assignee());
        for (Client door : doors("handler")) {
            assertRefused(claim(door, again, "handler"));
        }
        assertThat(claim(Client.program(world.baseUrl(), "lead"), again, "lead").status())
                .as("a control: others take it")
                .isEqualTo(204);
    }

    @Test
    void whoHadTheFailedCaseIsNoCandidateBesideTheColleagueWhoOwnsItNow() {
        Filed filed = repaired("handler", "handler");
        notContent(filed);

        EngineTask again = desk.awaitTask(filed.caseNumber(), "Verify complaint");

        assertThat(again.assignee()).isEqualTo("handler2");
        assertNotOffered(filed, "handler");
        unclaim(again, "handler2");
        assertNotOffered(filed, "handler");
        for (Client door : doors("handler")) {
            assertRefused(claim(door, again, "handler"));
        }
        for (Client door : doors("handler2")) {
            assertThat(door.get(mine(door, filed, "handler2")).json()).hasSize(1);
        }
        assertThat(assign(again, "lead", "handler"))
                .as("a lead's own hand may give it back, and it is written down")
                .isEqualTo(204);
        desk.awaitEntry(filed.caseNumber(), "given_back", "handler");
    }

    /** What was paid is not what the order says, so that a person decides. */
    @Test
    void whoHadTheRepairThatFailedIsNoCandidateOfTheNewCase() {
        SandboxOrder order = world.place("""
                {"order": {"items": [{"sku": "TELLY", "unitPrice": "400.00"}],
                           "repairs": [{"sku": "TELLY", "repairedAt": "%s", "handledBy": "handler"}]},
                 "parcels": [{"state": "signed_for"}], "payments": [{"amount": "390.00"}]}""".formatted(desk.now().minus(Duration.ofDays(9))));
        Filed filed = desk.file(aComplaint()
                .claiming("defective")
                .aboutOrder(order.number())
                .affecting("TELLY", 1)
                .from(order.customer().email())
                .saying("The screen stays black again."));

        EngineTask task = desk.awaitTask(filed.caseNumber(), "Verify complaint");

        assertThat(candidates(task)).containsExactly("handler2");
        assertNotOffered(filed, "handler");
    }

    @Test
    void whoLostItToTheLadderIsNotOfferedItAgain() {
        Filed filed = desk.file(aComplaint().claiming("service").from("ladder@example.org"));
        EngineTask task = desk.awaitTask(filed.caseNumber(), "Verify complaint");
        desk.claim(task, "handler");
        for (int day = 1; day <= 12; day++) {
            world.advance(Duration.ofDays(1));
        }
        desk.awaitEntry(filed.caseNumber(), "rung_climbed", "team told");
        desk.awaitCase(
                filed.caseNumber(),
                late -> desk.awaitTask(filed.caseNumber(), "Verify complaint").assignee() == null);

        assertThat(candidates(task)).contains("handler2").doesNotContain("handler", "handlers");
        assertNotOffered(filed, "handler");
        for (Client door : doors("handler")) {
            assertRefused(claim(door, task, "handler"));
        }
        assertThat(claim(Client.program(world.baseUrl(), "handler2"), task, "handler2")
                        .status())
                .isEqualTo(204);
    }

    @Test
    void whereNobodyElseIsThereTheSamePersonHasItAgainAndItIsSaid() {
        Filed filed = repaired("handler", "handler");
        List.of("handler2", "lead", "lead2").forEach(this::away);
        try {
            notContent(filed);
            EngineTask again = desk.awaitTask(filed.caseNumber(), "Verify complaint");

            assertThat(candidates(again)).containsExactly("handlers");
            String said = "handler had this case before, and nobody else is there.";
            desk.awaitEntry(filed.caseNumber(), "had_it_before", said);
            assertThat(caseFile(again)).contains(said);
            desk.awaitAlert("manager", said);
            assertThat(claim(Client.program(world.baseUrl(), "handler"), again, "handler")
                            .status())
                    .isEqualTo(204);
        } finally {
            List.of("handler2", "lead", "lead2").forEach(this::back);
        }
    }

    private void away(String login) {
        assertThat(Client.program(world.baseUrl(), "manager")
                        .put(
                                "/api/deputies/" + login,
                                "{\"deputy\":\"manager\",\"until\":\"%s\",\"reason\":\"A test\"}"
                                        .formatted(desk.now().plus(Duration.ofDays(60))))
                        .status())
                .isEqualTo(200);
    }

    private void back(String login) {
        Client.program(world.baseUrl(), "manager").delete("/api/deputies/" + login);
    }

    /** What the task's form shows of the case. */
    private String caseFile(EngineTask task) {
        return Client.program(world.baseUrl(), "manager")
                .get("/engine-rest/task/" + task.id() + "/localVariables/caseFile?deserializeValue=false")
                .as(EngineVariable.class)
                .value();
    }

    /** A defect that one person judges and another arranges the repair of. */
    private Filed repaired(String judge, String repairer) {
        SandboxOrder order = world.copyOf("R-1010");
        Filed filed = desk.file(aComplaint()
                .claiming("defective")
                .aboutOrder(order.number())
                .from(order.customer().email())
                .speaking("en"));
        desk.complete(
                desk.awaitTask(filed.caseNumber(), "Verify complaint"),
                judge,
                Map.of(
                        "verdict",
                        "confirmed",
                        "cause",
                        "value",
                        "remedyChoice",
                        "repair",
                        "reason",
                        "It is broken and is repaired."));
        EngineTask repair = desk.awaitTask(filed.caseNumber(), "Arrange by hand");
        if (repair.assignee() != null) {
            unclaim(repair, repair.assignee());
        }
        desk.complete(repair, repairer, Map.of("resolution", "done_otherwise", "proof", "Booking 4711"));
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");
        return filed;
    }

    private void notContent(Filed filed) {
        world.advance(Duration.ofDays(6));
        desk.awaitCase(filed.caseNumber(), asked -> world.anybody()
                .mutate()
                .defaultStatusHandler(status -> true, (request, response) -> {})
                .build()
                .post()
                .uri(filed.trackingUrl() + "/feedback")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("resolved", false, "score", 3))
                .retrieve()
                .toBodilessEntity()
                .getStatusCode()
                .is2xxSuccessful());
    }

    /** The same person at the engine's door for programs and at that of Tasklist. */
    private List<Client> doors(String login) {
        return List.of(Client.program(world.baseUrl(), login), Client.browser(world.baseUrl(), login));
    }

    private static String prefix(Client door) {
        return door.get("/engine-rest/version").status() == 200 ? "/engine-rest" : "/camunda/api/engine/engine/default";
    }

    private static String mine(Client door, Filed filed, String login) {
        return prefix(door) + "/task?candidateUser=" + login + "&includeAssignedTasks=true&processInstanceBusinessKey="
                + filed.caseNumber() + "&name=Verify%20complaint";
    }

    /** On no door, neither as a person nor through a group, nor in a list that asks for no candidate, such as Overdue. */
    private void assertNotOffered(Filed filed, String login) {
        for (Client door : doors(login)) {
            assertThat(door.get(mine(door, filed, login)).json())
                    .as("offered to " + login)
                    .isEmpty();
            assertThat(door.get(prefix(door) + "/task?processInstanceBusinessKey=" + filed.caseNumber()
                                    + "&name=Verify%20complaint")
                            .json())
                    .as("listed for " + login)
                    .isEmpty();
        }
    }

    private static Client.Answer claim(Client door, EngineTask task, String login) {
        return door.post(prefix(door) + "/task/" + task.id() + "/claim", "{\"userId\":\"" + login + "\"}");
    }

    private static void assertRefused(Client.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isBetween(400, 403);
    }

    private int assign(EngineTask task, String by, String to) {
        return Client.program(world.baseUrl(), by)
                .post("/engine-rest/task/" + task.id() + "/assignee", "{\"userId\":\"" + to + "\"}")
                .status();
    }

    private void unclaim(EngineTask task, String by) {
        assertThat(Client.program(world.baseUrl(), by)
                        .post("/engine-rest/task/" + task.id() + "/unclaim", "{}")
                        .status())
                .isEqualTo(204);
    }

    private Set<String> candidates(EngineTask task) {
        return Stream.of(Client.program(world.baseUrl(), "manager")
                        .get("/engine-rest/task/" + task.id() + "/identity-links?type=candidate")
                        .as(EngineIdentityLink[].class))
                .map(EngineIdentityLink::candidate)
                .collect(Collectors.toSet());
    }
}
