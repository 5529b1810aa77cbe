package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.answer.Answers;
import io.redress.answer.LetterSamples;
import io.redress.answer.LetterSamples.LetterSample;
import io.redress.answer.ProblemDocument;
import io.redress.answer.ProblemDocument.FieldProblem;
import io.redress.people.security.Client;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A lead looks at how letters are written, and who signed them hears what the lead thought. */
@SandboxTest
class LetterSamplesTest {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private SandboxDriver world;
    private Desk desk;

    @Autowired
    void enter(SandboxDriver world) {
        this.world = world;
        this.desk = new Desk(world);
    }

    @Test
    void leadDrawsLettersScoresOneAndItsHandlerReadsWhy() {
        String words = "We looked at it, and it was as agreed. " + UUID.randomUUID();
        String number = decided("handler", words);
        assertThat(draw("handler", Map.of("count", 1)).getStatusCode().value())
                .as("handlers do not draw")
                .isEqualTo(403);

        LetterSample sample = drawUntil(number, "lead", Map.of("count", 50, "handler", "handler"));
        assertThat(sample.text()).contains(words);
        assertThat(sample.score()).isNull();
        assertThat(drawUntilNone("lead2", "handler"))
                .as("nobody draws a letter twice")
                .noneMatch(again -> again.caseNumber().equals(number));
        assertThat(read("handler", "")).as("nothing before it is scored").noneMatch(one -> of(number, one));

        String id = sample.id();
        assertThat(refused(score("lead", id, Map.of("score", 2))).field()).isEqualTo("comment");
        assertThat(refused(score("lead", id, Map.of("score", 6, "comment", "Good")))
                        .field())
                .isEqualTo("score");
        assertThat(score("handler", id, Map.of("score", 5)).getStatusCode().value())
                .isEqualTo(403);
        assertThat(score("lead", id, Map.of("score", 2, "comment", "Say sorry <first>."))
                        .getStatusCode()
                        .value())
                .isEqualTo(200);

        assertThat(read("handler", "")).anySatisfy(one -> {
            assertThat(one.caseNumber()).isEqualTo(number);
            assertThat(one.comment()).isEqualTo("Say sorry <first>.");
            assertThat(one.scoredBy()).isEqualTo("lead");
        });
        assertThat(read("handler2", "")).as("it is not theirs").noneMatch(one -> of(number, one));
        assertThat(read("handler2", "?handler=handler")).isEmpty();
        assertThat(Client.browser(world.baseUrl(), "handler")
                        .get("/letter-samples")
                        .body())
                .contains("Say sorry &lt;first&gt;.", "2 of 5")
                .doesNotContain("Draw letters by chance");
    }

    @Test
    void nobodyScoresTheirOwnLetter() {
        String number = decided("lead", "It was as agreed. " + UUID.randomUUID());
        assertThat(drawUntilNone("lead", "lead")).noneMatch(one -> of(number, one));

        LetterSample sample = drawUntil(number, "lead2", Map.of("count", 50, "handler", "lead"));

        assertThat(refused(score("lead", sample.id(), Map.of("score", 5))).message())
                .contains("another lead");
    }

    @Test
    void pageDrawsAndSaysWhatIsWrong() {
        Client lead = Client.browser(world.baseUrl(), "lead");
        assertThat(lead.get("/letter-samples").body()).contains("Draw letters by chance");

        assertThat(form(lead, Map.of("count", "0")).body()).contains("Draw from 1 to 50 letters.");
        assertThat(form(lead, Map.of("count", "1", "from", "2026-02-30")).body())
                .contains("Give days such as 2026-11-24.");
        assertThat(form(lead, Map.of("count", "1", "handler", "nobody")).body())
                .contains("There is nobody with the login nobody.");
    }

    private String decided(String person, String words) {
        String address = "letters." + UUID.randomUUID() + "@example.org";
        String number =
                desk.file(aComplaint().claiming("service").from(address)).caseNumber();
        desk.complete(
                desk.awaitTask(number, "Verify complaint"), person, Map.of("verdict", "rejected", "reason", words));
        desk.awaitMail(address, words);
        return number;
    }

    private static boolean of(String number, LetterSample sample) {
        return sample.caseNumber().equals(number);
    }

    /** Other stories' letters come first, perhaps; sooner or later each is drawn. */
    private LetterSample drawUntil(String number, String lead, Map<String, Object> wanted) {
        while (true) {
            List<LetterSample> drawn = letters(draw(lead, wanted));
            Optional<LetterSample> ours =
                    drawn.stream().filter(one -> of(number, one)).findFirst();
            if (ours.isPresent()) {
                return ours.get();
            }
            assertThat(drawn).as("letters that nobody has drawn yet").isNotEmpty();
        }
    }

    private List<LetterSample> drawUntilNone(String lead, String handler) {
        List<LetterSample> all = new ArrayList<>();
        while (true) {
            List<LetterSample> drawn = letters(draw(lead, Map.of("count", 50, "handler", handler)));
            if (drawn.isEmpty()) {
                return all;
            }
            all.addAll(drawn);
        }
    }

    private static List<LetterSample> letters(ResponseEntity<String> drawn) {
        return Answers.read(drawn, LetterSamples.class).items();
    }

    private static FieldProblem refused(ResponseEntity<String> answer) {
        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        return Answers.read(answer, ProblemDocument.class).errors().get(0);
    }

    private ResponseEntity<String> draw(String lead, Map<String, Object> wanted) {
        return desk.client(lead)
                .post()
                .uri("/api/letter-samples")
                .contentType(MediaType.APPLICATION_JSON)
                .body(wanted)
                .retrieve()
                .toEntity(String.class);
    }

    private ResponseEntity<String> score(String lead, String id, Map<String, Object> given) {
        return desk.client(lead)
                .put()
                .uri("/api/letter-samples/{id}", id)
                .contentType(MediaType.APPLICATION_JSON)
                .body(given)
                .retrieve()
                .toEntity(String.class);
    }

    private List<LetterSample> read(String login, String query) {
        return desk.client(login)
                .get()
                .uri("/api/letter-samples" + query)
                .retrieve()
                .body(LetterSamples.class)
                .items();
    }

    private static Client.Answer form(Client lead, Map<String, String> fields) {
        Matcher token = TOKEN.matcher(lead.get("/letter-samples").body());
        assertThat(token.find()).isTrue();
        Map<String, String> sent = new HashMap<>(fields);
        sent.put("_csrf", token.group(1));
        return lead.form("/letter-samples", sent);
    }
}
