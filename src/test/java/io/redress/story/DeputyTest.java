package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.answer.Deputyships;
import io.redress.answer.Deputyships.Deputyship;
import io.redress.answer.engine.EngineFilter;
import io.redress.answer.engine.EngineTask;
import io.redress.answer.sandbox.SandboxOrder;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
        List.of("lead", "lead2", "manager", "handler")
                .forEach(person -> assertThat(end(person)).isIn(204, 404));
    }

    @Test
    void aHandlerApprovesInTheLeadsPlaceAndOnlyWhileThatLasts() {
        Waiting before = expensive();
        assertThat(seenBy("handler2", before.task())).isFalse();

        assertThat(arrange("lead", "lead", "handler2", Duration.ofHours(8))).isEqualTo(200);

        assertThat(seenBy("handler2", before.task())).isTrue();
        Waiting after = expensive();
        assertThat(seenBy("handler2", after.task())).isTrue();
        desk.complete(before.task(), "handler2", Map.of("approval", "approve"));
        String approved = before.caseNumber();
        desk.awaitStatus(approved, "waiting_for_follow_up");
        assertThat(world.refunds(approved)).hasSize(1);
        assertThat(desk.timeline(approved))
                .filteredOn(entry -> entry.kind().equals("deputy_approved"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.text()).contains("in place of lead"))
                .satisfies(entry -> assertThat(entry.actor()).isEqualTo("handler2"));

        desk.claim(after.task(), "handler2");
        world.advance(Duration.ofHours(9));

        assertThat(desk.submit(after.task(), "handler2", Map.of("approval", "approve"))
                        .getStatusCode()
                        .is4xxClientError())
                .isTrue();
        assertThat(world.refunds(after.caseNumber())).isEmpty();
    }

    @Test
    void anApprovalIsOfferedByItsListenersWhateverItIsCalled() {
        String caseNumber = decidedBy("handler").caseNumber();
        repository
                .createDeployment()
                .addClasspathResource("doors/other-approval.bpmn")
                .enableDuplicateFiltering(true)
                .name("otherApproval")
                .deploy();
        runtime.startProcessInstanceByKey(
                "otherApproval", caseNumber, Map.of("caseNumber", caseNumber, "approverGroup", "leads"));
        EngineTask drawn = desk.awaitTask(caseNumber, "Look at it once more");
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
        Waiting own = decidedBy("handler");
        arrange("manager", "lead", "handler", Duration.ofDays(1));
        assertRefused(own, "handler");
        assertThat(seenBy("handler", own.task())).isFalse();
        // Who lent: the absent lead's own request; the lead's authority would be the requester's own.
        Waiting lent = decidedBy("lead");
        arrange("manager", "lead", "handler2", Duration.ofDays(1));
        assertRefused(lent, "handler2");
        assertThat(seenBy("handler2", lent.task())).isFalse();
        // Who arranged it: the manager decided, and chose who would approve it.
        Waiting arranged = decidedBy("manager");
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
        assertThat(deputies("lead").get(0).setBy()).isEqualTo("lead");
        assertThat(deputies("handler2")).noneMatch(one -> one.deputy().equals("handler") && one.endedAt() == null);
    }

    /** The engine begins the absence in a thread of its own, which the person who calls it off may meet at any step. */
    @Test
    void whatWasArrangedIsCalledOffAtWhateverMomentItBegins() {
        for (int round = 0; round < 20; round++) {
            assertThat(arrange("manager", "lead", "lead2", Duration.ofHours(8))).isEqualTo(200);
            assertThat(end("lead")).as("round %d", round).isEqualTo(204);
        }
        assertThat(end("lead")).as("nothing is left").isEqualTo(404);
    }

    private void assertRefused(Waiting waiting, String login) {
        assertThat(desk.claim(waiting.task(), login).getStatusCode().is4xxClientError())
                .isTrue();
        assertThat(desk.submit(waiting.task(), login, Map.of("approval", "approve"))
                        .getStatusCode()
                        .is4xxClientError())
                .isTrue();
        assertThat(world.refunds(waiting.caseNumber())).isEmpty();
    }

    /** What Tasklist would show this person. */
    private boolean seenBy(String login, EngineTask task) {
        return desk.client(login)
                .get()
                .uri("/engine-rest/task/{id}", task.id())
                .retrieve()
                .toBodilessEntity()
                .getStatusCode()
                .is2xxSuccessful();
    }

    private boolean found(String login, String list, EngineTask task) {
        String id = desk.client(login)
                .get()
                .uri("/engine-rest/filter?name={name}", list)
                .retrieve()
                .body(EngineFilter[].class)[0]
                .id();
        return Stream.of(desk.client(login)
                        .get()
                        .uri("/engine-rest/filter/{id}/list?maxResults=1000", id)
                        .retrieve()
                        .body(EngineTask[].class))
                .anyMatch(one -> one.id().equals(task.id()));
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

    private int end(String person) {
        return desk.client("manager")
                .delete()
                .uri("/api/deputies/{person}", person)
                .retrieve()
                .toBodilessEntity()
                .getStatusCode()
                .value();
    }

    private List<Deputyship> deputies(String reader) {
        return desk.client(reader)
                .get()
                .uri("/api/deputies")
                .retrieve()
                .body(Deputyships.class)
                .items();
    }

    private Waiting expensive() {
        SandboxOrder order = world.copyOf("R-1007");
        Filed filed = desk.file(aComplaint()
                .claiming("not_received")
                .aboutOrder(order.number())
                .from(order.customer().email()));
        return new Waiting(filed.caseNumber(), desk.awaitTask(filed.caseNumber(), "Approve remedy"));
    }

    /** A refund that this person decided, in a currency in which nobody decides alone: a lead or manager approves. */
    private Waiting decidedBy(String person) {
        SandboxOrder order = world.copyOf("S-2011");
        Filed filed = desk.file(aComplaint()
                .claiming("not_received")
                .aboutOrder(order.number())
                .from(order.customer().email()));
        desk.complete(
                desk.awaitTask(filed.caseNumber(), "Verify complaint"),
                person,
                Map.of("verdict", "confirmed", "cause", "value", "remedyChoice", "refund"));
        return new Waiting(filed.caseNumber(), desk.awaitTask(filed.caseNumber(), "Approve remedy"));
    }

    /** What waits for approval, in which case. */
    private record Waiting(String caseNumber, EngineTask task) {}
}
