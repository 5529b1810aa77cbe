package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.answer.Complaint;
import io.redress.answer.Complaint.Clock;
import io.redress.answer.Timeline.TimelineItem;
import io.redress.answer.engine.EngineTask;
import io.redress.answer.engine.EngineVariable;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;

/** A clock that stands still waits for the customer, whoever reads it, and makes nothing late. */
@SandboxTest
class PausedClocksTest {

    private static final String ENGINE_TIME = "yyyy-MM-dd'T'HH:mm:ss.SSSZ";

    private SandboxDriver world;
    private Desk desk;

    @Autowired
    void enter(SandboxDriver world) {
        this.world = world;
        this.desk = new Desk(world);
    }

    @ParameterizedTest
    @CsvSource({
        "en, waiting for your answer, 'We are late'",
        "de, wartet auf Ihre Antwort, 'Wir sind zu spät'",
        "zh-CN, 正在等待您的回复, 我们晚了",
        "zh-TW, 正在等待您的回覆, 我們遲了"
    })
    void customerReadsThatWeWaitForTheirAnswerAndTheQuestionFirst(String locale, String waiting, String late) {
        Filed filed = desk.file(aComplaint()
                .claiming("service")
                .from("asked." + locale + "@example.org")
                .speaking(locale));
        ask(filed.caseNumber(), "When was that?");
        desk.awaitStatus(filed.caseNumber(), "waiting_for_customer");

        world.advance(Duration.ofDays(10));
        String page = page(filed);

        assertThat(page).contains(waiting).doesNotContain(late, "class=\"late\"");
        assertThat(page.substring(0, page.indexOf("</section>")))
                .as("the question with its box before anything else")
                .contains("When was that?", "<textarea");
        assertThat(page.split("<textarea dir=\"auto\" id=\"text\"", -1)).hasSize(2);
    }

    @Test
    void staffAndSystemsReadThatNothingIsDueUntilTheCustomerAnswers() {
        Filed filed = desk.file(aComplaint().claiming("service").from("waited.for@example.org"));
        String number = filed.caseNumber();
        ask(number, "When was that?");
        desk.awaitStatus(number, "waiting_for_customer");
        world.advance(Duration.ofDays(10));
        hold(number, Map.of("held", true, "reason", "identity"));

        EngineTask task = desk.awaitTask(number, "Decide on letters");
        Complaint complaint = desk.read(number);

        Instant now = desk.now();
        Clock clock = clock(number, "resolution");
        assertThat(clock.paused()).isTrue();
        assertThat(clock.dueAt()).isAfterOrEqualTo(now.minusSeconds(1));
        assertThat(clock.lateness()).isEqualTo("PT0S");
        assertThat(complaint.promises())
                .filteredOn(promise -> promise.paused())
                .isNotEmpty()
                .allSatisfy(promise -> assertThat(promise.dueAt()).isAfterOrEqualTo(now.minus(Duration.ofMinutes(1))));
        assertThat(task.due()).as("on the card").isAfter(now.minus(Duration.ofMinutes(1)));
        assertThat(variable(task, "waitingFor")).isEqualTo("the customer’s answer");
        assertThat(variable(task, "caseFile"))
                .contains("Waiting for the customer’s answer", "waiting for the customer’s answer, ", "paused once")
                .doesNotContain("overdue");

        reply(number);
        desk.awaitTask(number, "Verify complaint");
        EngineTask open = desk.awaitTask(number, "Decide on letters");
        assertThat(variable(open, "waitingFor")).as("the card follows").isNull();
        assertThat(variable(open, "caseFile")).doesNotContain("aiting for the customer’s answer");
        assertThat(open.due()).isBeforeOrEqualTo(clock(number, "resolution").dueAt());
    }

    @Test
    void whatIsTakenBackWhileWeWaitedWasNotLate() {
        Filed filed = desk.file(aComplaint().claiming("service").from("taken.back.asked@example.org"));
        String number = filed.caseNumber();
        ask(number, "When was that?");
        desk.awaitStatus(number, "waiting_for_customer");

        world.advance(Duration.ofDays(10));
        post(number, "withdrawal", Map.of("reason", "It turned up."));
        desk.awaitStatus(number, "withdrawn");

        assertThat(clock(number, "resolution").lateness()).isEqualTo("PT0S");
        assertThat(clock(number, "resolution").paused()).isFalse();
        assertThat(kinds(number)).doesNotContain("promise_broken");
    }

    @Test
    void questionThatNobodyHasToldLetsTheClocksRun() {
        Filed filed = desk.file(
                aComplaint().claiming("service").by("phone").calling("+49 30 5550" + (int) (Math.random() * 100_000)));
        String number = filed.caseNumber();
        desk.complete(desk.awaitTask(number, "Tell customer"), "lead", Map.of("toldBy", "phone"));
        ask(number, "When was that?");

        EngineTask tell = desk.awaitTask(number, "Tell customer");
        assertThat(clock(number, "resolution").state()).isEqualTo("running");
        assertThat(clock(number, "first_answer").state()).isEqualTo("running");
        assertThat(desk.read(number).status()).isEqualTo("verifying");
        assertThat(page(filed)).doesNotContain("waiting for your answer", "We have a question for you");

        desk.complete(tell, "lead", Map.of("toldBy", "phone"));
        desk.awaitStatus(number, "waiting_for_customer");
        assertThat(clock(number, "resolution").state()).isEqualTo("paused");
        assertThat(page(filed)).contains("waiting for your answer", "When was that?");

        reply(number);
        desk.awaitTask(number, "Verify complaint");
        assertThat(clock(number, "resolution").history()).hasSize(3);
    }

    @Test
    void questionThatIsHeldLetsTheClocksRunUntilItGoesOut() {
        Filed filed = desk.file(aComplaint().claiming("service").from("held.question@example.org"));
        String number = filed.caseNumber();
        EngineTask verify = desk.awaitTask(number, "Verify complaint");
        hold(number, Map.of("held", true, "reason", "identity"));
        desk.complete(verify, "handler", Map.of("verdict", "ask_customer", "question", "When was that?"));
        desk.awaitEntry(number, "letter_held", "Question");

        assertThat(clock(number, "resolution").state()).isEqualTo("running");
        assertThat(desk.read(number).status()).isEqualTo("verifying");

        hold(number, Map.of("held", false, "reason", "They may be written to again"));
        desk.awaitStatus(number, "waiting_for_customer");
        assertThat(clock(number, "resolution").state()).isEqualTo("paused");
    }

    @Test
    void whatWasLateBeforeTheQuestionStaysSoAndGetsNoLaterByWaiting() {
        Filed filed = desk.file(aComplaint().claiming("service").from("late.asked@example.org"));
        String number = filed.caseNumber();
        desk.awaitTask(number, "Verify complaint");
        desk.letResolutionsBeLate(List.of(number));
        ask(number, "When was that?");
        desk.awaitStatus(number, "waiting_for_customer");
        Duration late = lateness(number);
        assertThat(late).isPositive();

        world.advance(Duration.ofDays(5));

        assertThat(lateness(number)).isEqualTo(late);
        assertThat(clock(number, "resolution").dueAt())
                .isAfterOrEqualTo(desk.now().minus(Duration.ofMinutes(1)));
        assertThat(page(filed)).contains("waiting for your answer").doesNotContain("We are late");
    }

    private void ask(String number, String question) {
        EngineTask task = desk.awaitTask(number, "Verify complaint");
        String login = task.assignee() == null ? "lead" : task.assignee();
        desk.complete(task, login, Map.of("verdict", "ask_customer", "question", question));
    }

    private void reply(String number) {
        post(number, "messages", Map.of("text", "On Monday."));
    }

    private void post(String number, String what, Map<String, Object> body) {
        assertThat(desk.client("system")
                        .post()
                        .uri("/api/complaints/{number}/{what}", number, what)
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(body)
                        .retrieve()
                        .toBodilessEntity()
                        .getStatusCode()
                        .value())
                .isEqualTo(202);
    }

    private void hold(String number, Map<String, Object> body) {
        assertThat(desk.client("lead")
                        .put()
                        .uri("/api/complaints/{number}/letters-hold", number)
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(body)
                        .retrieve()
                        .toEntity(String.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(200);
    }

    private String page(Filed filed) {
        return world.anybody()
                .get()
                .uri(filed.trackingUrl())
                .accept(MediaType.TEXT_HTML)
                .retrieve()
                .body(String.class);
    }

    private List<String> kinds(String number) {
        return desk.timeline(number).stream().map(TimelineItem::kind).toList();
    }

    private Duration lateness(String number) {
        return Duration.parse(clock(number, "resolution").lateness());
    }

    private Clock clock(String number, String kind) {
        return desk.read(number).clocks().stream()
                .filter(shown -> shown.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private String variable(EngineTask task, String name) {
        Map<String, EngineVariable> variables = desk.client("manager")
                .get()
                .uri("/engine-rest/task/{id}/variables?deserializeValues=false", task.id())
                .retrieve()
                .body(new ParameterizedTypeReference<>() {});
        return variables.containsKey(name) ? variables.get(name).value() : null;
    }
}
