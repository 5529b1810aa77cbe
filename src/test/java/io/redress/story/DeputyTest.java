package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;

/** While a lead or manager is away, a named person approves in their place, and only in theirs. */
@SandboxTest
class DeputyTest {

    private SandboxDriver world;
    private Desk desk;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    void enter(SandboxDriver world) {
        this.world = world;
        this.desk = new Desk(world);
    }

    @AfterEach
    void everybodyIsBack() {
        List.of("lead", "lead2", "manager", "handler").forEach(person -> desk.client("manager")
                .delete()
                .uri("/api/deputies/{person}", person)
                .retrieve()
                .toBodilessEntity());
    }

    @Test
    void aHandlerApprovesInTheLeadsPlaceAndOnlyWhileThatLasts() {
        JsonNode before = expensive();
        assertThat(seenBy("handler2", before)).isFalse();

        assertThat(arrange("lead", "lead", "handler2", Duration.ofHours(8))).isEqualTo(200);

        assertThat(seenBy("handler2", before)).isTrue();
        JsonNode after = expensive();
        assertThat(seenBy("handler2", after)).isTrue();
        desk.complete(before, "handler2", Map.of("approval", "approve"));
        String approved = caseOf(before);
        desk.awaitStatus(approved, "waiting_for_follow_up");
        assertThat(world.refunds(approved)).hasSize(1);
        assertThat(desk.timeline(approved))
                .filteredOn(entry -> entry.path("kind").asText().equals("deputy_approved"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.path("text").asText()).contains("in place of lead"))
                .satisfies(entry -> assertThat(entry.path("actor").asText()).isEqualTo("handler2"));

        desk.claim(after, "handler2");
        world.advance(Duration.ofHours(9));

        assertThat(desk.submit(after, "handler2", Map.of("approval", "approve"))
                        .getStatusCode()
                        .is4xxClientError())
                .isTrue();
        assertThat(world.refunds(caseOf(after))).isEmpty();
    }

    @Test
    void anApprovalIsOfferedByItsListenersWhateverItIsCalled() {
        String caseNumber = caseOf(decidedBy("handler"));
        repository
                .createDeployment()
                .addClasspathResource("doors/other-approval.bpmn")
                .enableDuplicateFiltering(true)
                .name("otherApproval")
                .deploy();
        runtime.startProcessInstanceByKey(
                "otherApproval", caseNumber, Map.of("caseNumber", caseNumber, "approverGroup", "leads"));
        JsonNode drawn = desk.awaitTask(caseNumber, "Look at it once more");
        assertThat(seenBy("handler2", drawn)).isFalse();

        arrange("manager", "lead", "handler2", Duration.ofDays(1));

        assertThat(seenBy("handler2", drawn)).isTrue();
        assertThat(found("handler2", "Approvals as a deputy", drawn)).isTrue();
        assertThat(found("lead", "Waiting for approval", drawn)).isTrue();
        assertThat(found("lead", "Waiting for approval", desk.awaitTask(caseNumber, "Approve remedy")))
                .isTrue();
    }

    @Test
    void lentAuthorityNeverServesWhoAskedOrWhoLentOrWhoArrangedIt() {
        // Who asked: the handler's own request, in the lead's place.
        JsonNode own = decidedBy("handler");
        arrange("manager", "lead", "handler", Duration.ofDays(1));
        assertRefused(own, "handler");
        assertThat(seenBy("handler", own)).isFalse();
        // Who lent: the absent lead's own request; the lead's authority would be the requester's own.
        JsonNode lent = decidedBy("lead");
        arrange("manager", "lead", "handler2", Duration.ofDays(1));
        assertRefused(lent, "handler2");
        assertThat(seenBy("handler2", lent)).isFalse();
        // Who arranged it: the manager decided, and chose who would approve it.
        JsonNode arranged = decidedBy("manager");
        arrange("manager", "lead", "handler2", Duration.ofDays(1));
        assertRefused(arranged, "handler2");
    }

    @Test
    void onlyManagersAndThePersonArrangeIt() {
        assertThat(arrange("handler", "lead", "handler", Duration.ofDays(1))).isEqualTo(403);
        assertThat(arrange("lead", "lead2", "lead", Duration.ofDays(1))).isEqualTo(403);
        assertThat(arrange("system", "system", "stranger", Duration.ofDays(1))).isEqualTo(403);
        assertThat(arrange("manager", "nobody", "lead", Duration.ofDays(1))).isEqualTo(404);
        assertThat(arrange("lead", "lead", "lead", Duration.ofDays(1))).isEqualTo(400);
        assertThat(arrange("lead", "lead", "system", Duration.ofDays(1))).isEqualTo(400);
        assertThat(arrange("lead", "lead", "handler", Duration.ofDays(-1))).isEqualTo(400);
        assertThat(arrange("lead", "lead", "handler", Duration.ofDays(1))).isEqualTo(200);
        assertThat(deputies("lead").get(0).path("setBy").asText()).isEqualTo("lead");
        assertThat(deputies("handler2"))
                .noneMatch(one -> one.path("deputy").asText().equals("handler")
                        && one.path("endedAt").isNull());
    }

    private void assertRefused(JsonNode task, String login) {
        assertThat(desk.claim(task, login).getStatusCode().is4xxClientError()).isTrue();
        assertThat(desk.submit(task, login, Map.of("approval", "approve"))
                        .getStatusCode()
                        .is4xxClientError())
                .isTrue();
        assertThat(world.refunds(caseOf(task))).isEmpty();
    }

    /** What Tasklist would show this person. */
    private boolean seenBy(String login, JsonNode task) {
        return desk.client(login)
                .get()
                .uri("/engine-rest/task/{id}", task.path("id").asText())
                .retrieve()
                .toBodilessEntity()
                .getStatusCode()
                .is2xxSuccessful();
    }

    private boolean found(String login, String list, JsonNode task) {
        String id = desk.client(login)
                .get()
                .uri("/engine-rest/filter?name={name}", list)
                .retrieve()
                .body(JsonNode.class)
                .at("/0/id")
                .asText();
        return Desk.list(desk.client(login)
                        .get()
                        .uri("/engine-rest/filter/{id}/list?maxResults=1000", id)
                        .retrieve()
                        .body(JsonNode.class))
                .stream()
                .anyMatch(one -> one.path("id").equals(task.path("id")));
    }

    private int arrange(String by, String person, String deputy, Duration howLong) {
        Instant until = world.clock().instant().plus(howLong);
        return desk.client(by)
                .put()
                .uri("/api/deputies/{person}", person)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("deputy", deputy, "until", until.toString(), "reason", "On leave"))
                .retrieve()
                .toBodilessEntity()
                .getStatusCode()
                .value();
    }

    private List<JsonNode> deputies(String reader) {
        return Desk.list(desk.client(reader)
                .get()
                .uri("/api/deputies")
                .retrieve()
                .body(JsonNode.class)
                .path("items"));
    }

    private JsonNode expensive() {
        JsonNode order = world.copyOf("R-1007");
        Filed filed = desk.file(aComplaint()
                .claiming("not_received")
                .aboutOrder(order.path("number").asText())
                .from(order.path("customer").path("email").asText()));
        return named(desk.awaitTask(filed.caseNumber(), "Approve remedy"), filed.caseNumber());
    }

    /** A refund that this person decided, in a currency in which nobody decides alone: a lead or manager approves. */
    private JsonNode decidedBy(String person) {
        JsonNode order = world.copyOf("S-2011");
        Filed filed = desk.file(aComplaint()
                .claiming("not_received")
                .aboutOrder(order.path("number").asText())
                .from(order.at("/customer/email").asText()));
        desk.complete(
                desk.awaitTask(filed.caseNumber(), "Verify complaint"),
                person,
                Map.of("verdict", "confirmed", "cause", "value", "remedyChoice", "refund"));
        return named(desk.awaitTask(filed.caseNumber(), "Approve remedy"), filed.caseNumber());
    }

    private static JsonNode named(JsonNode task, String caseNumber) {
        return ((ObjectNode) task).put("caseNumber", caseNumber);
    }

    private static String caseOf(JsonNode task) {
        return task.path("caseNumber").asText();
    }
}
