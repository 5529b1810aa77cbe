package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.answer.Complaint.Promise;
import io.redress.answer.engine.EngineJob;
import io.redress.answer.engine.EngineTask;
import io.redress.answer.sandbox.SandboxMail;
import io.redress.answer.sandbox.SandboxOrder;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A customer hears until when we need before a promise breaks, and again before that one does. */
@SandboxTest
class HoldingAnswerTest {

    private static final String START = "startEvent_promiseInDanger";
    private static final String NEXT = "event_nextPromiseInDanger";
    private static final String MORE_TIME = "Your complaint needs more time";
    private static final DateTimeFormatter IN_TOKYO = DateTimeFormatter.ofLocalizedDateTime(
                    FormatStyle.LONG, FormatStyle.SHORT)
            .withLocale(Locale.GERMAN)
            .withZone(ZoneId.of("Asia/Tokyo"));

    private SandboxDriver world;
    private Desk desk;

    @Autowired
    void enter(SandboxDriver world) {
        this.world = world;
        this.desk = new Desk(world);
    }

    @AfterEach
    void release() {
        desk.turnStopSwitch(false);
    }

    @Test
    void customerHearsInTheirOwnLanguageAndZoneAndAgainBeforeThatPromiseBreaks() {
        String address = "tokyo@example.org";
        Filed filed = desk.file(
                aComplaint().claiming("service").from(address).speaking("de").livingIn("Asia/Tokyo"));
        String number = filed.caseNumber();
        EngineTask task = desk.awaitTask(number, "Verify complaint");
        Instant firstAnswer = promises(number, "first_answer").get(0).dueAt();
        assertThat(timer(number, START)).isBefore(firstAnswer);

        turnTo(timer(number, START));
        SandboxMail mail = desk.awaitMail(address, "Ihre Beschwerde braucht mehr Zeit");
        desk.awaitCase(number, complaint -> !promises(number, "holding").isEmpty());
        Instant until = promises(number, "holding").get(0).dueAt();
        assertThat(until).isAfter(firstAnswer);
        assertThat(until.getEpochSecond() % 900).as("a full quarter of an hour").isZero();
        assertThat(mail.text()).contains(IN_TOKYO.format(until));
        assertThat(timer(number, NEXT)).isBefore(until);

        turnTo(timer(number, NEXT));
        desk.awaitCase(number, complaint -> promises(number, "holding").size() == 2);
        List<Promise> given = promises(number, "holding");
        assertThat(given.get(0).stoppedAt()).as("replaced before it was broken").isNotNull();
        assertThat(given.get(1).dueAt()).isAfter(until);
        assertThat(desk.mails(address, "braucht mehr Zeit")).hasSize(2);
        assertThat(desk.mails(address, "die Leitung unseres Teams")).hasSize(1);

        desk.complete(
                task, "handler", Map.of("verdict", "rejected", "reason", "Nobody was unfriendly to you that day."));
        desk.awaitStatus(number, "waiting_for_follow_up");
        assertThat(promises(number, "holding").get(1).metAt())
                .as("kept with the decision")
                .isNotNull();
        desk.awaitAlert("lead", "[" + number + "] A customer is told once more");
    }

    @Test
    void nobodyIsToldThatNeedsNoPersonOrWhomWeAsked() {
        SandboxOrder lost = world.copyOf("R-1001");
        Filed quick = desk.file(aComplaint()
                .claiming("not_received")
                .from(lost.customer().email())
                .aboutOrder(lost.number()));
        Filed asked = desk.file(aComplaint().claiming("service").from("asked@example.org"));
        EngineTask task = desk.awaitTask(asked.caseNumber(), "Verify complaint");
        Instant inDanger = timer(asked.caseNumber(), START);
        desk.complete(task, "handler", Map.of("verdict", "ask_customer", "question", "On which day was it?"));
        desk.awaitStatus(asked.caseNumber(), "waiting_for_customer");
        desk.awaitStatus(quick.caseNumber(), "waiting_for_follow_up");
        assertThat(timer(asked.caseNumber(), START))
                .as("far away while the customer is asked")
                .isAfter(inDanger.plus(Duration.ofDays(365)));

        turnTo(inDanger);
        desk.client("system")
                .post()
                .uri("/api/complaints/{number}/messages", asked.caseNumber())
                .body(Map.of("text", "On Monday."))
                .retrieve()
                .toBodilessEntity();
        desk.awaitTask(asked.caseNumber(), "Verify complaint");

        assertThat(timer(asked.caseNumber(), START))
                .as("of the resolution, which goes on")
                .isAfter(inDanger)
                .isBefore(inDanger.plus(Duration.ofDays(60)));
        assertThat(desk.mails("asked@example.org", MORE_TIME)).isEmpty();
        assertThat(desk.mails(lost.customer().email(), quick.caseNumber() + "] " + MORE_TIME))
                .isEmpty();
        assertThat(promises(quick.caseNumber(), "holding")).isEmpty();
    }

    @Test
    void whoHasNoMailAddressIsToldByAPersonAndThenHasThePromise() {
        Filed filed = desk.file(aComplaint().by("phone").claiming("service").calling("+49 30 5550199"));
        String number = filed.caseNumber();
        desk.complete(desk.awaitTask(number, "Tell customer"), "handler", Map.of("toldBy", "phone"));
        desk.awaitTask(number, "Verify complaint");

        turnTo(timer(number, START));
        EngineTask tell = desk.awaitTask(number, "Tell customer");
        assertThat(promises(number, "holding")).as("not told yet").isEmpty();
        desk.complete(tell, "handler", Map.of("toldBy", "phone"));

        desk.awaitCase(number, complaint -> promises(number, "holding").size() == 1);
        assertThat(timer(number, NEXT))
                .isBefore(promises(number, "holding").get(0).dueAt());
    }

    @Test
    void nobodyIsToldTwiceThatWeNeedLongerWhileNobodyHasATask() {
        // Held by the stop switch a case waits without anybody having a task.
        desk.turnStopSwitch(true);
        SandboxOrder order = world.copyOf("R-1001");
        String address = order.customer().email();
        Filed filed = desk.file(aComplaint()
                .claiming("not_received")
                .aboutOrder(order.number())
                .from(address)
                .speaking("en"));
        String number = filed.caseNumber();
        desk.awaitStatus(number, "making_good");

        turnTo(timer(number, START));
        desk.awaitCase(number, complaint -> promises(number, "holding").size() == 1);
        turnTo(timer(number, NEXT));
        desk.awaitAlert("lead", "[" + number + "] A promise is in danger, and nobody has a task");
        assertThat(desk.mails(address, number + "] " + MORE_TIME)).hasSize(1);

        // Somebody has one now.
        desk.client("system")
                .post()
                .uri("/api/complaints/{number}/messages", number)
                .body(Map.of("text", "Where is it?"))
                .retrieve()
                .toBodilessEntity();
        desk.awaitTask(number, "Answer customer");
        world.advance(Duration.ofMinutes(16));
        desk.awaitCase(number, complaint -> promises(number, "holding").size() == 2);
        assertThat(desk.mails(address, number + "] " + MORE_TIME)).hasSize(2);
    }

    private List<Promise> promises(String caseNumber, String kind) {
        return desk.read(caseNumber).promises().stream()
                .filter(promise -> promise.kind().equals(kind))
                .toList();
    }

    /** When a timer of the case fires, as a manager sees it, who may also move it. */
    private Instant timer(String caseNumber, String place) {
        desk.awaitCase(caseNumber, complaint -> !jobs(caseNumber, place).isEmpty());
        return jobs(caseNumber, place).get(0).dueDate();
    }

    private List<EngineJob> jobs(String caseNumber, String place) {
        String instance =
                desk.instances(caseNumber, "complaintResolution").get(0).id();
        return List.of(desk.client("manager")
                .get()
                .uri("/engine-rest/job?processInstanceId={id}&activityId={place}", instance, place)
                .retrieve()
                .body(EngineJob[].class));
    }

    private void turnTo(Instant at) {
        Duration ahead = Duration.between(world.clock().instant(), at).plusSeconds(1);
        if (!ahead.isNegative() && !ahead.isZero()) {
            world.advance(ahead);
        }
    }
}
