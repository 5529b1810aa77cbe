package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.answer.Complaint.Remedy;
import io.redress.answer.Timeline.TimelineItem;
import io.redress.answer.engine.EngineTask;
import io.redress.answer.sandbox.SandboxOrder;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;

/** A limit looks at the sum: parts, several cases and other contacts do not slip under it. */
@SandboxTest
class AuthorityLimitsTest {

    private static final Set<String> SETTLED = Set.of("waiting_for_approval", "waiting_for_follow_up");

    private SandboxDriver world;
    private Desk desk;

    @Autowired
    void enter(SandboxDriver world) {
        this.world = world;
        this.desk = new Desk(world);
    }

    /** 1,298 together, each below the limit of 1,000; the same moment, two orders, one contact. */
    @Test
    void twoCasesOfOneCustomerAtOnceDoNotBothSlipUnderTheLimit() {
        SandboxOrder one = world.copyOf("R-1003");
        SandboxOrder two = world.copyOf("R-1003");
        String address = one.customer().email();
        List<String> cases = List.of(one, two).parallelStream()
                .map(order -> desk.file(aComplaint()
                                .claiming("defective")
                                .aboutOrder(order.number())
                                .affecting("TV-OLED-48", 1)
                                .from(address))
                        .caseNumber())
                .toList();

        await().atMost(Duration.ofSeconds(90)).until(() -> cases.stream().allMatch(this::isDecided));

        // What is given on top of the other's remedy may wait as well: it counts in the same sum.
        assertThat(cases.stream().filter(this::isProposedOnly)).hasSize(1);
        String waits = cases.stream().filter(this::isProposedOnly).findFirst().orElseThrow();
        assertThat(desk.timeline(waits))
                .extracting(TimelineItem::text)
                .anyMatch(text -> text.contains("for this customer in 24 hours"));
    }

    /** The contact differs, the midnight too; the order ties the cases together. */
    @Test
    void anotherContactAndAMidnightBetweenDoNotHelp() {
        SandboxOrder order = world.place("""
                {"order": {"items": [{"sku": "PROJECTOR", "unitPrice": "450.00"}, {"sku": "SCREEN", "unitPrice": "600.00"}]},
                 "parcels": [{"state": "lost", "lines": [1]}, {"state": "signed_for", "lines": [2]}]}""");
        Filed first = desk.file(aComplaint()
                .claiming("not_received")
                .aboutOrder(order.number())
                .from(order.customer().email()));
        desk.awaitStatus(first.caseNumber(), "waiting_for_follow_up");
        world.advance(Duration.ofHours(20));

        Filed second = desk.file(aComplaint()
                .claiming("defective")
                .aboutOrder(order.number())
                .affecting("SCREEN", 1)
                .from("somebody.new@example.org"));
        EngineTask task = desk.awaitTask(second.caseNumber(), "Verify complaint");
        desk.complete(
                task,
                "handler2".equals(ownerOf(first)) ? "handler" : "handler2",
                Map.of("verdict", "confirmed", "cause", "value", "remedyChoice", "refund"));

        desk.awaitStatus(second.caseNumber(), "waiting_for_approval");
        assertThat(world.refunds(first.caseNumber())).hasSize(1);
        assertThat(world.refunds(second.caseNumber())).isEmpty();
    }

    /** The requester tries every door to the task that another person has to complete. */
    @Test
    void theRequesterFindsNoDoorToTheApproval() {
        SandboxOrder order = world.copyOf("S-2011");
        Filed filed = desk.file(aComplaint()
                .claiming("not_received")
                .aboutOrder(order.number())
                .from(order.customer().email()));
        desk.complete(
                desk.awaitTask(filed.caseNumber(), "Verify complaint"),
                "lead",
                Map.of("verdict", "confirmed", "cause", "value", "remedyChoice", "refund"));
        EngineTask task = desk.awaitTask(filed.caseNumber(), "Approve remedy");

        List<Integer> answers = new ArrayList<>();
        Map<String, ?> yes = Map.of("variables", Map.of("approval", Map.of("value", "approve")));
        answers.add(post("lead", task, "claim", Map.of("userId", "lead")));
        answers.add(post("lead", task, "assignee", Map.of("userId", "lead")));
        answers.add(post("manager", task, "assignee", Map.of("userId", "lead")));
        answers.add(post("lead", task, "delegate", Map.of("userId", "lead")));
        answers.add(post("lead", task, "complete", yes));
        answers.add(post("lead", task, "submit-form", yes));
        post("lead", task, "resolve", yes);
        // In a colleague's name, with the colleague's task.
        assertThat(post("lead", task, "assignee", Map.of("userId", "lead2"))).isEqualTo(204);
        answers.add(post("lead", task, "complete", yes));
        answers.add(post("lead", task, "submit-form", yes));
        answers.add(post("lead", task, "assignee", Map.of("userId", "handler2")));

        assertThat(answers).allMatch(status -> status >= 400 && status < 500);
        assertThat(desk.read(filed.caseNumber()).status()).isEqualTo("waiting_for_approval");
        assertThat(desk.remedies(filed.caseNumber(), "refund"))
                .extracting(Remedy::status)
                .containsExactly("proposed");
        assertThat(post("lead2", task, "complete", yes)).isEqualTo(204);
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");
    }

    private String ownerOf(Filed filed) {
        return desk.read(filed.caseNumber()).owner();
    }

    private boolean isDecided(String caseNumber) {
        return SETTLED.contains(desk.read(caseNumber).status());
    }

    private boolean isProposedOnly(String caseNumber) {
        return desk.read(caseNumber).remedies().stream()
                .filter(remedy -> !remedy.kind().equals("goodwill"))
                .anyMatch(remedy -> remedy.status().equals("proposed"));
    }

    private int post(String login, EngineTask task, String action, Map<String, ?> body) {
        return desk.client(login)
                .post()
                .uri("/engine-rest/task/{id}/{action}", task.id(), action)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .toBodilessEntity()
                .getStatusCode()
                .value();
    }
}
