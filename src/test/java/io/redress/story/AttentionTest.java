package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.answer.LettersHold;
import io.redress.answer.engine.EngineTask;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Lawyers, press, authorities, abuse and the fourth call: nothing goes out by itself until a lead has looked. */
@SandboxTest
class AttentionTest {

    private SandboxDriver world;
    private Desk desk;

    @Autowired
    void enter(SandboxDriver world) {
        this.world = world;
        this.desk = new Desk(world);
    }

    @Test
    void aLawyersLetterIsAnsweredOnceALeadHasLooked() {
        String mail = mail();
        String number = desk.file(aComplaint()
                        .from(mail)
                        .claiming("service")
                        .saying("The lamp flickers. My solicitor will be in touch."))
                .caseNumber();
        desk.awaitEntry(number, "attention", "solicitor");
        desk.awaitEntry(number, "letter_held", "");

        assertThat(hold(number).reason()).isEqualTo("lawyer");
        assertThat(world.mailsTo(mail)).isEmpty();
        assertThat(tasksOf("lead", number)).contains("Decide on letters");
        assertThat(tasksOf("handler", number)).as("a lead is asked").doesNotContain("Decide on letters");
        assertThat(letGo(number, "handler").getStatusCode().value()).isEqualTo(400);
        assertThat(hold(number).held()).isTrue();

        assertThat(letGo(number, "lead").getStatusCode().value()).isEqualTo(200);
        desk.awaitMail(mail, number);

        say(number, "As I said, my solicitor knows of it.");
        desk.awaitEntry(number, "customer_wrote", "");
        assertThat(hold(number).held()).as("a lead knows it already").isFalse();
    }

    @Test
    void whoWantsNoLawyerIsAnsweredAtOnce() {
        String mail = mail();
        String number = desk.file(aComplaint()
                        .from(mail)
                        .claiming("service")
                        .saying("I do not want to involve a lawyer, just answer me. The garlic press broke."))
                .caseNumber();
        desk.awaitMail(mail, number);

        assertThat(hold(number).held()).isFalse();
    }

    @Test
    void laterWordsCountToo() {
        for (String said : List.of(
                "press: Tomorrow I go to the press with this.",
                "authority: Ich habe die Verbraucherzentrale eingeschaltet.",
                "abuse: \u4F60\u4EEC\u8FD9\u7FA4\u738B\u516B\u86CB")) {
            String number = desk.file(
                            aComplaint().from(mail()).claiming("service").saying("It is late."))
                    .caseNumber();
            desk.awaitTask(number, "Verify complaint");
            assertThat(hold(number).held()).isFalse();

            say(number, said.substring(said.indexOf(' ') + 1));

            assertThat(hold(number).reason()).isEqualTo(said.substring(0, said.indexOf(':')));
        }
    }

    @Test
    void whoHasToWriteOnAFourthDayIsSeenByALead() {
        String number = desk.file(aComplaint().from(mail()).claiming("service").saying("It is late."))
                .caseNumber();
        say(number, "Hello?");
        say(number, "Is anybody there?");
        say(number, "Please answer.");
        assertThat(hold(number).held()).as("one conversation").isFalse();
        for (int day = 2; day <= 4; day++) {
            assertThat(hold(number).held()).as("before day " + day).isFalse();
            world.advance(Duration.ofDays(1));
            say(number, "This is day " + day);
        }

        assertThat(hold(number).reason()).isEqualTo("fourth_call");
    }

    private List<String> tasksOf(String login, String number) {
        desk.awaitTask(number, "Decide on letters");
        return Stream.of(desk.client(login)
                        .get()
                        .uri(
                                "/engine-rest/task?candidateUser={login}&includeAssignedTasks=true"
                                        + "&processInstanceBusinessKey={number}",
                                login,
                                number)
                        .retrieve()
                        .body(EngineTask[].class))
                .map(EngineTask::name)
                .toList();
    }

    private static String mail() {
        return "attention-" + UUID.randomUUID() + "@customer.example";
    }

    private void say(String number, String text) {
        assertThat(desk.client("system")
                        .post()
                        .uri("/api/complaints/{number}/messages", number)
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(Map.of("text", text))
                        .retrieve()
                        .toBodilessEntity()
                        .getStatusCode()
                        .value())
                .isEqualTo(202);
    }

    private LettersHold hold(String number) {
        return desk.client("lead")
                .get()
                .uri("/api/complaints/{number}/letters-hold", number)
                .retrieve()
                .body(LettersHold.class);
    }

    private ResponseEntity<JsonNode> letGo(String number, String login) {
        return desk.client(login)
                .put()
                .uri("/api/complaints/{number}/letters-hold", number)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("held", false, "reason", "I have read it"))
                .retrieve()
                .toEntity(JsonNode.class);
    }
}
