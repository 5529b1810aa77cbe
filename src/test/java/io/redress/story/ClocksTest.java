package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.answer.Complaint.Clock;
import io.redress.answer.engine.EngineJob;
import io.redress.answer.engine.EngineTask;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;

/** What became of a case's time, as systems read it and as the diagram's timers follow it. */
@SandboxTest
class ClocksTest {

    private SandboxDriver world;
    private Desk desk;

    @Autowired
    void enter(SandboxDriver world) {
        this.world = world;
        this.desk = new Desk(world);
    }

    @Test
    void clockStandsStillWhileTheCustomerIsAskedAndTheTimersStandStillWithIt() {
        Filed filed = desk.file(aComplaint().claiming("service").from("asked.twice@example.org"));
        String number = filed.caseNumber();
        EngineTask task = desk.awaitTask(number, "Verify complaint");
        Instant before = clock(number, "resolution").dueAt();

        desk.complete(task, "handler", Map.of("verdict", "ask_customer", "question", "When was that?"));
        desk.awaitStatus(number, "waiting_for_customer");
        Clock paused = clock(number, "resolution");

        assertThat(paused.state()).isEqualTo("paused");
        assertThat(paused.history().get(1).pausedBecause()).isEqualTo("waiting_for_customer");
        assertThat(clock(number, "first_answer").state()).isEqualTo("met");
        assertThat(rungTimer(number)).as("no rung while it stands still").isAfter(before.plus(Duration.ofDays(365)));

        world.advance(Duration.ofDays(3));
        assertThat(Duration.parse(clock(number, "resolution").consumed())).isEqualTo(Duration.parse(paused.consumed()));
        reply(number);
        desk.awaitTask(number, "Verify complaint");
        Clock resumed = clock(number, "resolution");

        assertThat(resumed.state()).isEqualTo("running");
        assertThat(resumed.history()).hasSize(3);
        assertThat(resumed.dueAt()).isAfter(before);
        assertThat(Duration.parse(resumed.wallTime()).minus(Duration.ofDays(3))).isPositive();
        Instant firstRung = clocks(number).stream()
                .filter(shown -> shown.state().equals("running"))
                .map(Clock::dueAt)
                .min(Instant::compareTo)
                .orElseThrow();
        assertThat(rungTimer(number)).isBefore(firstRung);
    }

    @Test
    void whoAsksInPublicIsAnsweredWithinTheHourWhateverTheHour() {
        Filed filed = desk.file(aComplaint().claiming("service").by("social").from("in.public@example.org"));
        desk.awaitTask(filed.caseNumber(), "Verify complaint");

        Clock first = clock(filed.caseNumber(), "first_answer");

        assertThat(first.calendar()).isEqualTo("always");
        assertThat(Duration.parse(first.budget())).isEqualTo(Duration.ofHours(1));
        assertThat(first.dueAt()).isEqualTo(first.startedAt().plus(Duration.ofHours(1)));
    }

    @Test
    void whatTheCustomerWritesUnaskedIsAClockOfItsOwnUntilItIsAnswered() {
        Filed filed = desk.file(aComplaint().claiming("service").from("writes.again@example.org"));
        String number = filed.caseNumber();
        desk.awaitTask(number, "Verify complaint");

        reply(number);
        EngineTask answer = desk.awaitTask(number, "Answer customer");
        assertThat(clock(number, "next_answer").state()).isEqualTo("running");

        desk.complete(answer, "handler", Map.of("replyNeeded", "yes", "reply", "We are looking into it."));
        desk.awaitCase(number, complaint -> clock(number, "next_answer").state().equals("met"));
        assertThat(clock(number, "first_answer").state()).isEqualTo("met");
        assertThat(clocks(number))
                .filteredOn(shown -> shown.kind().equals("owner_action"))
                .extracting(Clock::state)
                .as("the owner's clock begins anew with what the customer notices")
                .containsExactly("met", "running");
    }

    private void reply(String number) {
        desk.client("system")
                .post()
                .uri("/api/complaints/{number}/messages", number)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("text", "On Monday."))
                .retrieve()
                .toBodilessEntity();
    }

    private Instant rungTimer(String number) {
        String instance = desk.instances(number, "complaintResolution").get(0).id();
        return Stream.of("startEvent_rungDue", "event_nextRungDue")
                .flatMap(event -> Stream.of(desk.client("manager")
                        .get()
                        .uri("/engine-rest/job?processInstanceId={id}&timers=true&activityId={event}", instance, event)
                        .retrieve()
                        .body(EngineJob[].class)))
                .findFirst()
                .orElseThrow()
                .dueDate();
    }

    private List<Clock> clocks(String number) {
        return desk.read(number).clocks();
    }

    private Clock clock(String number, String kind) {
        return clocks(number).stream()
                .filter(shown -> shown.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }
}
