package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.answer.Complaint.Promise;
import io.redress.answer.engine.EngineTask;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Letters that are held with a reason: nothing goes out until a person lets it go. */
@SandboxTest
class HeldLettersTest {

    private SandboxDriver world;
    private Desk desk;

    @Autowired
    void enter(SandboxDriver world) {
        this.world = world;
        this.desk = new Desk(world);
    }

    @AfterEach
    void behave() {
        world.behave();
    }

    @Test
    void customerWhoHasDiedIsAskedNothingAndHearsTheDecisionOnlyOnceItIsLetGo() {
        String mail = "late-" + UUID.randomUUID() + "@customer.example";
        Filed filed = desk.file(aComplaint().from(mail).saying("The lamp flickers."));
        String number = filed.caseNumber();
        EngineTask verify = desk.awaitTask(number, "Verify complaint");
        desk.awaitMail(mail, number);
        assertThat(hold(number, "handler", Map.of("held", true)).getStatusCode().value())
                .isEqualTo(400);
        assertThat(hold(number, "handler", Map.of("held", true, "reason", "whim"))
                        .getStatusCode()
                        .value())
                .isEqualTo(400);
        assertThat(hold(number, "system", Map.of("held", true, "reason", "deceased"))
                        .getStatusCode()
                        .value())
                .isEqualTo(403);

        assertThat(hold(number, "handler", Map.of("held", true, "reason", "deceased", "note", "Her son called"))
                        .getStatusCode()
                        .value())
                .isEqualTo(200);
        desk.awaitEntry(number, "letters_held", "Her son called");
        int before = world.mailsTo(mail).size();
        desk.complete(
                verify,
                "handler",
                Map.of("verdict", "rejected", "cause", "people", "reason", "The warranty has ended."));
        desk.awaitEntry(number, "letter_held", "Decision");
        desk.awaitStatus(number, "waiting_for_follow_up");
        world.advance(Duration.ofDays(8));
        desk.awaitEntry(number, "letter_held", "Follow up");
        assertThat(world.mailsTo(mail)).hasSize(before);

        // The clock of what is promised runs on while they are held.
        assertThat(promise(number, "resolution").metAt()).isNull();

        // A person may write on purpose, and is asked again; the handler has lost the case to the ladder by now.
        EngineTask decide = desk.awaitTask(number, "Decide on letters");
        desk.complete(decide, "lead", Map.of("lettersDecision", "write", "letterText", "Our condolences."));
        desk.awaitMail(mail, "Our condolences.");
        assertThat(world.mailsTo(mail)).hasSize(before + 1);

        desk.awaitTask(number, "Decide on letters");
        assertThat(hold(number, "lead", Map.of("held", false, "reason", "The heirs ask for it"))
                        .getStatusCode()
                        .value())
                .isEqualTo(200);
        desk.awaitMail(mail, "The warranty has ended.");
        desk.awaitEntry(number, "letter_dropped", "Follow up");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> desk.tasks(number, "Decide on letters").isEmpty());
        assertThat(world.mailsTo(mail)).as("once, and nothing else").hasSize(before + 2);
        assertThat(promise(number, "resolution").metAt()).isNotNull();
    }

    @Test
    void nobodyIsToldByPhoneEither() {
        Filed filed = desk.file(aComplaint()
                .calling("+49301234" + (int) (Math.random() * 100000))
                .saying("It hums."));
        String number = filed.caseNumber();
        EngineTask verify = desk.awaitTask(number, "Verify complaint");
        desk.awaitTask(number, "Tell customer");

        // Held in a form, together with the answer that it asks for.
        desk.complete(
                verify,
                "handler",
                Map.of(
                        "verdict", "rejected",
                        "cause", "people",
                        "reason", "No.",
                        "holdLetters", "minor",
                        "holdNote", "Twelve years old"));

        desk.awaitEntry(number, "letters_held", "Twelve years old");
        desk.awaitEntry(number, "letter_held", "Decision");
        assertThat(desk.tasks(number, "Tell customer")).isEmpty();

        EngineTask decide = desk.awaitTask(number, "Decide on letters");
        desk.complete(decide, "lead", Map.of("lettersDecision", "let_go", "reason", "The mother agrees"));
        EngineTask tell = desk.awaitTask(number, "Tell customer");
        assertThat(tell).isNotNull();
        assertThat(desk.timeline(number).stream()
                        .filter(entry -> entry.kind().equals("message_to_tell"))
                        .toList())
                .as("the acknowledgement is out of date by now")
                .hasSize(2);
    }

    private Promise promise(String number, String kind) {
        for (Promise promise : desk.read(number).promises()) {
            if (promise.kind().equals(kind)) {
                return promise;
            }
        }
        throw new AssertionError(List.of(kind) + " is not promised");
    }

    private ResponseEntity<JsonNode> hold(String number, String login, Map<String, Object> body) {
        return desk.client(login)
                .put()
                .uri("/api/complaints/{number}/letters-hold", number)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .toEntity(JsonNode.class);
    }
}
