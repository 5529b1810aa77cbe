package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.redress.answer.Complaint;
import io.redress.answer.Complaint.Clock;
import io.redress.answer.Timeline.TimelineItem;
import io.redress.answer.engine.EngineTask;
import io.redress.answer.sandbox.SandboxOrder;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;

/** A customer writes when the case has ended: somebody reads it, by a clock, and nothing is lost. */
@SandboxTest
class AfterEndTest {

    private static final String TASK = "Read message";

    private SandboxDriver world;
    private Desk desk;

    @Autowired
    void enter(SandboxDriver world) {
        this.world = world;
        this.desk = new Desk(world);
    }

    @Test
    void closedCaseIsOpenedAgainForSomebodyElse() {
        Filed filed = closedAsSpam("ada.after@example.org");

        writeOnPage(filed, "This is no spam: my lamp never came!");

        EngineTask task = desk.awaitTask(filed.caseNumber(), TASK);
        assertThat(desk.read(filed.caseNumber()).status()).isEqualTo("closed");
        assertThat(page(filed)).contains("Somebody reads it by");
        assertThat(clocks(filed, "next_answer")).containsExactly("running");
        assertThat(desk.claim(task, "handler").getStatusCode().value()).isEqualTo(204);
        assertThat(desk.submit(task, "handler", Map.of("reading", "perhaps")).getBody())
                .contains("reopen, answer, leave");
        assertThat(desk.submit(task, "handler", Map.of("reading", "leave")).getBody())
                .contains("Say why nothing follows");
        desk.complete(task, "handler", Map.of("reading", "reopen"));

        EngineTask again = desk.awaitTask(filed.caseNumber(), "Verify complaint");
        assertThat(again.assignee()).isNotEqualTo("handler");
        desk.awaitMail("ada.after@example.org", "so we have opened it again");
        Complaint reopened = desk.read(filed.caseNumber());
        assertThat(reopened.outcome()).isNull();
        assertThat(page(filed)).doesNotContain("Somebody reads it by");
        assertThat(clocks(filed, "next_answer")).containsExactly("stopped");
        assertThat(clocks(filed, "resolution_total")).containsExactly("running");

        // What the customer writes from now on is answered in the new round, once.
        write("system", filed, "Are you on it?");
        desk.awaitTask(filed.caseNumber(), "Answer customer");
        assertThat(desk.tasks(filed.caseNumber(), "Answer customer")).hasSize(1);
        assertThat(desk.tasks(filed.caseNumber(), TASK)).isEmpty();
        desk.complete(
                again, login(again), Map.of("verdict", "rejected", "reason", "There is no order of yours with us."));
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");
    }

    @Test
    void withdrawnCaseIsOpenedAgainAndCanBeTakenBackOnceMore() {
        SandboxOrder order = world.copyOf("R-1004");
        String address = order.customer().email();
        Filed filed = desk.file(
                aComplaint().claiming("not_received").aboutOrder(order.number()).from(address));
        desk.awaitTask(filed.caseNumber(), "Verify complaint");
        withdraw(filed);
        desk.awaitStatus(filed.caseNumber(), "withdrawn");

        write("system", filed, "I was wrong, it is not here after all.");
        desk.complete(desk.awaitTask(filed.caseNumber(), TASK), "handler2", Map.of("reading", "reopen"));

        EngineTask again = desk.awaitTask(filed.caseNumber(), "Verify complaint");
        desk.awaitMail(address, "so we have opened it again");
        desk.complete(again, login(again), Map.of("verdict", "rejected", "reason", "Somebody signed for it."));
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");
        assertThat(withdraw(filed)).isEqualTo(202);
        desk.awaitStatus(filed.caseNumber(), "withdrawn");
        desk.awaitEntry(filed.caseNumber(), "closed", "");
        assertThat(desk.instances(filed.caseNumber(), "complaintResolution")).isEmpty();
    }

    @Test
    void whoCompletesTheTaskAsItIsIsUnderstoodLikeWhoSubmitsItsForm() {
        Filed filed = closedAsSpam("radia.after@example.org");
        write("system", filed, "Thanks!");
        EngineTask thanks = desk.awaitTask(filed.caseNumber(), TASK);
        write("system", filed, "But I was hurt by it");

        // One click was enough for thanks alone, and is not any more.
        assertThat(completeAsItIs(thanks, Map.of())).isEqualTo(400);
        assertThat(completeAsItIs(thanks, Map.of("reading", "reopen", "reason", "More than thanks")))
                .isEqualTo(204);

        desk.awaitTask(filed.caseNumber(), "Verify complaint");
        desk.awaitEntry(filed.caseNumber(), "message_read", "More than thanks");
    }

    @Test
    void ofManyWhoOpenTheCaseAgainAtOnceOneDoesIt() {
        Filed filed = closedAsSpam("hedy.after@example.org");
        write("system", filed, "It is not settled at all.");
        EngineTask task = desk.awaitTask(filed.caseNumber(), TASK);

        List<Integer> answers = IntStream.range(0, 8)
                .mapToObj(
                        i -> CompletableFuture.supplyAsync(() -> desk.submit(task, "lead", Map.of("reading", "reopen"))
                                .getStatusCode()
                                .value()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).containsOnlyOnce(204).allMatch(answer -> answer < 500);
        desk.awaitTask(filed.caseNumber(), "Verify complaint");
        assertThat(desk.instances(filed.caseNumber(), "complaintResolution")).hasSize(1);
    }

    private int completeAsItIs(EngineTask task, Map<String, String> form) {
        Map<String, Object> variables = new HashMap<>();
        form.forEach((name, value) -> variables.put(name, Map.of("value", value, "type", "String")));
        desk.claim(task, "handler");
        return desk.client("handler")
                .post()
                .uri("/engine-rest/task/{id}/complete", task.id())
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("variables", variables))
                .retrieve()
                .toBodilessEntity()
                .getStatusCode()
                .value();
    }

    @Test
    void severalMessagesAreAnsweredInOneTask() {
        Filed filed = closedAsSpam("grace.after@example.org");
        List<String> texts = IntStream.range(0, 8).mapToObj(i -> "Message " + i).toList();

        // At the same moment, by page and API.
        Stream.concat(
                        texts.stream().map(text -> CompletableFuture.runAsync(() -> write("system", filed, text))),
                        Stream.of("page 1", "page 2")
                                .map(text -> CompletableFuture.runAsync(() -> writeOnPage(filed, text))))
                .toList()
                .forEach(CompletableFuture::join);

        EngineTask task = desk.awaitTask(filed.caseNumber(), TASK);
        assertThat(desk.tasks(filed.caseNumber(), TASK)).hasSize(1);
        assertThat(desk.instances(filed.caseNumber(), "readMessage")).hasSize(1);
        String shown = desk.form(task);
        assertThat(shown).contains("\"messagesToRead\":{\"type\":\"Integer\",\"value\":10");
        assertThat(shown).contains(texts).contains("page 1", "page 2");

        // Who has read ten does not answer eleven.
        write("system", filed, "One more");
        desk.claim(task, "handler");
        assertThat(submit(task, Map.of("reading", "leave", "reason", "nothing_new"), 10))
                .contains("written once more");
        assertThat(desk.form(task)).contains("One more");
        desk.complete(task, "handler", Map.of("reading", "answer", "answer", "We have read all of it."));

        desk.awaitMail("grace.after@example.org", "We have read all of it.");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> desk.instances(filed.caseNumber(), "readMessage").isEmpty());
        assertThat(clocks(filed, "next_answer")).containsExactly("met");
        assertThat(desk.read(filed.caseNumber()).status()).isEqualTo("closed");

        // The next one is a task of its own.
        write("system", filed, "And now?");
        desk.awaitTask(filed.caseNumber(), TASK);
    }

    @Test
    void thanksAreOneClickAndWhatFollowsThemIsNot() {
        Filed filed = closedAsSpam("joan.after@example.org");
        write("system", filed, "Vielen Dank! 🙏");

        EngineTask task = desk.awaitTask(filed.caseNumber(), TASK);
        assertThat(desk.form(task)).contains("\"value\":\"thanks\"", "\"value\":\"leave\"");
        write("system", filed, "Thanks, but it is still broken.");
        assertThat(desk.form(task)).doesNotContain("\"value\":\"thanks\"", "\"value\":\"leave\"");
        desk.complete(task, "handler", Map.of("reading", "leave", "reason", "nothing_new"));

        write("system", filed, "Thank you very much");
        EngineTask thanks = desk.awaitTask(filed.caseNumber(), TASK);
        desk.claim(thanks, "handler");
        assertThat(desk.submit(thanks, "handler", Map.of()).getStatusCode().value())
                .as("as it was filled in")
                .isEqualTo(204);
        desk.awaitEntry(filed.caseNumber(), "message_read", "thanks");
    }

    @Test
    void nobodyReadingClimbsTheLadder() {
        Filed filed = closedAsSpam("mary.after@example.org");
        write("system", filed, "I still wait for my money.");
        desk.awaitTask(filed.caseNumber(), TASK);

        desk.advanceIntoWork(Duration.ofDays(4));

        desk.awaitEntry(filed.caseNumber(), "rung_climbed", "next_answer");
        desk.awaitAlert("lead", filed.caseNumber());
        assertThat(page(filed)).contains("are late");
    }

    @Test
    void whatStaffPassOnIsRecordedAsPassedOn() {
        Filed filed = closedAsSpam("edith.after@example.org");
        write("handler", filed, "She called: the lamp is here.");
        write("system", filed, "I wrote this myself.");

        assertThat(entries(filed, "customer_wrote"))
                .extracting(entry -> entry.actor(), entry -> entry.onBehalfOf())
                .containsExactly(tuple("handler", "customer"), tuple("customer", null));
        SandboxOrder order = world.copyOf("R-1004");
        Filed open = desk.file(aComplaint()
                .claiming("not_received")
                .aboutOrder(order.number())
                .from(order.customer().email()));
        desk.awaitTask(open.caseNumber(), "Verify complaint");
        for (String nothing : List.of("", ".", "…", "? !", "x")) {
            assertThat(post("lead", open, "withdrawal", Map.of("reason", nothing)))
                    .as(nothing)
                    .isEqualTo(400);
        }
        assertThat(post("lead", open, "withdrawal", Map.of("reason", "He said so on the phone.")))
                .isEqualTo(202);
        desk.awaitStatus(open.caseNumber(), "withdrawn");
        assertThat(entries(open, "withdrawal_requested")).singleElement().satisfies(entry -> {
            assertThat(entry.actor()).isEqualTo("lead");
            assertThat(entry.onBehalfOf()).isEqualTo("customer");
            assertThat(entry.text()).isEqualTo("The complaint was taken back: He said so on the phone.");
        });
    }

    private Filed closedAsSpam(String address) {
        Filed filed = desk.file(aComplaint().from(address).saying("Buy cheap watches, says " + address));
        desk.complete(
                desk.awaitTask(filed.caseNumber(), "Verify complaint"),
                "handler",
                Map.of("verdict", "no_answer_owed", "noAnswerReason", "spam"));
        desk.awaitStatus(filed.caseNumber(), "closed");
        return filed;
    }

    private String login(EngineTask task) {
        return task.assignee() == null ? "handler2" : task.assignee();
    }

    private void write(String login, Filed filed, String text) {
        assertThat(post(login, filed, "messages", Map.of("text", text))).isEqualTo(202);
    }

    private int withdraw(Filed filed) {
        return post("system", filed, "withdrawal", Map.of("reason", "It turned up."));
    }

    private int post(String login, Filed filed, String what, Map<String, String> body) {
        return desk.client(login)
                .post()
                .uri("/api/complaints/{number}/" + what, filed.caseNumber())
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .toBodilessEntity()
                .getStatusCode()
                .value();
    }

    private void writeOnPage(Filed filed, String text) {
        assertThat(world.anybody()
                        .post()
                        .uri(filed.trackingUrl() + "/messages")
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(Map.of("text", text))
                        .retrieve()
                        .toBodilessEntity()
                        .getStatusCode()
                        .value())
                .isEqualTo(202);
    }

    private String page(Filed filed) {
        return world.anybody().get().uri(filed.trackingUrl()).retrieve().body(String.class);
    }

    private String submit(EngineTask task, Map<String, String> form, int messagesShown) {
        Map<String, Object> variables = new HashMap<>();
        form.forEach((name, value) -> variables.put(name, Map.of("value", value, "type", "String")));
        variables.put("messagesToRead", Map.of("value", messagesShown, "type", "Integer"));
        return desk.client("handler")
                .post()
                .uri("/engine-rest/task/{id}/submit-form", task.id())
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("variables", variables))
                .retrieve()
                .body(String.class);
    }

    private List<String> clocks(Filed filed, String kind) {
        return desk.read(filed.caseNumber()).clocks().stream()
                .filter(clock -> clock.kind().equals(kind))
                .map(Clock::state)
                .toList();
    }

    private List<TimelineItem> entries(Filed filed, String kind) {
        return desk.timeline(filed.caseNumber()).stream()
                .filter(entry -> entry.kind().equals(kind))
                .toList();
    }
}
