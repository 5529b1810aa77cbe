package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.redress.answer.CaseMessages;
import io.redress.answer.CaseMessages.CaseMessage;
import io.redress.answer.engine.EngineTask;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;

/** What was said in a case can be read by whoever may see it, in order, and each thing once. */
@SandboxTest
class ConversationTest {

    private SandboxDriver world;
    private Desk desk;

    @Autowired
    void enter(SandboxDriver world) {
        this.world = world;
        this.desk = new Desk(world);
    }

    @Test
    void theComplaintComesFirstThenWhatRulesPeopleAndTheCustomerSaid() {
        Filed filed = desk.file(aComplaint()
                .claiming("service")
                .saying("Nobody picks up the phone.")
                .by("chat")
                .named("Maria Berg")
                .from("maria." + UUID.randomUUID() + "@example.org"));
        desk.awaitTask(filed.caseNumber(), "Verify complaint");
        assertThat(say("system", filed, "It rang for an hour.")).isEqualTo(202);
        EngineTask answer = desk.awaitTask(filed.caseNumber(), "Answer customer");
        desk.complete(answer, "handler", Map.of("replyNeeded", "yes", "reply", "I am looking into it."));
        desk.awaitCase(filed.caseNumber(), complaint -> read("handler", filed).size() == 4);

        for (String reader : List.of("handler", "system")) {
            List<CaseMessage> said = read(reader, filed);
            assertThat(said)
                    .extracting(CaseMessage::direction, CaseMessage::origin, CaseMessage::author, CaseMessage::channel)
                    .containsExactly(
                            tuple("in", "customer", "Maria Berg", "chat"),
                            tuple("out", "rules", "redress", "email"),
                            tuple("in", "customer", "Maria Berg", null),
                            tuple("out", "person", "handler", "email"));
            assertThat(said.get(0).text()).isEqualTo("Nobody picks up the phone.");
            assertThat(said.get(2).text()).isEqualTo("It rang for an hour.");
            assertThat(said.get(3).text()).contains("I am looking into it.");
            assertThat(said).allSatisfy(one -> {
                assertThat(one.visibility()).isEqualTo("private");
                assertThat(one.attachments()).isEmpty();
            });
            assertThat(said).extracting(CaseMessage::at).isSorted();
            assertThat(said).extracting(CaseMessage::id).doesNotHaveDuplicates();
            assertThat(said).as("and the same the next time").isEqualTo(read(reader, filed));
        }
        assertThat(page("handler", filed, 1)).as("there is no more").isEmpty();
    }

    @Test
    void whoDoesNotSeeTheCaseFindsNoConversation() {
        Filed filed = desk.file(aComplaint().claiming("service").from("nobody." + UUID.randomUUID() + "@example.org"));

        assertThat(status("handler", filed, "0")).isEqualTo(200);
        assertThat(status("stranger", filed, "0")).as("another system’s case").isEqualTo(404);
        assertThat(status("li", filed, "0")).as("another team’s case").isEqualTo(404);
        assertThat(status("handler", filed, "-1")).isEqualTo(400);
        assertThat(status("handler", filed, "first")).isEqualTo(400);
    }

    private int say(String client, Filed filed, String text) {
        return desk.client(client)
                .post()
                .uri("/api/complaints/{number}/messages", filed.caseNumber())
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("text", text))
                .retrieve()
                .toBodilessEntity()
                .getStatusCode()
                .value();
    }

    private List<CaseMessage> read(String reader, Filed filed) {
        return page(reader, filed, 0);
    }

    private List<CaseMessage> page(String reader, Filed filed, int page) {
        return desk.client(reader)
                .get()
                .uri("/api/complaints/{number}/messages?page={page}", filed.caseNumber(), page)
                .retrieve()
                .body(CaseMessages.class)
                .items();
    }

    private int status(String reader, Filed filed, String page) {
        return desk.client(reader)
                .get()
                .uri("/api/complaints/{number}/messages?page={page}", filed.caseNumber(), page)
                .retrieve()
                .toBodilessEntity()
                .getStatusCode()
                .value();
    }
}
