package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
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
        JsonNode task = desk.awaitTask(number, "Verify complaint");
        Instant before = time(clock(number, "resolution"), "dueAt");

        desk.complete(task, "handler", Map.of("verdict", "ask_customer", "question", "When was that?"));
        desk.awaitStatus(number, "waiting_for_customer");
        JsonNode paused = clock(number, "resolution");

        assertThat(paused.path("state").asText()).isEqualTo("paused");
        assertThat(paused.at("/history/1/pausedBecause").asText()).isEqualTo("waiting_for_customer");
        assertThat(clock(number, "first_answer").path("state").asText()).isEqualTo("met");
        assertThat(rungTimer(number)).as("no rung while it stands still").isAfter(before.plus(Duration.ofDays(365)));

        world.advance(Duration.ofDays(3));
        assertThat(duration(clock(number, "resolution"), "consumed")).isEqualTo(duration(paused, "consumed"));
        reply(number);
        desk.awaitTask(number, "Verify complaint");
        JsonNode resumed = clock(number, "resolution");

        assertThat(resumed.path("state").asText()).isEqualTo("running");
        assertThat(resumed.path("history")).hasSize(3);
        assertThat(time(resumed, "dueAt")).isAfter(before);
        assertThat(duration(resumed, "wallTime").minus(Duration.ofDays(3))).isPositive();
        Instant firstRung = clocks(number).stream()
                .filter(shown -> shown.path("state").asText().equals("running"))
                .map(shown -> time(shown, "dueAt"))
                .min(Instant::compareTo)
                .orElseThrow();
        assertThat(rungTimer(number)).isBefore(firstRung);
    }

    @Test
    void whoAsksInPublicIsAnsweredWithinTheHourWhateverTheHour() {
        Filed filed = desk.file(aComplaint().claiming("service").by("social").from("in.public@example.org"));
        desk.awaitTask(filed.caseNumber(), "Verify complaint");

        JsonNode first = clock(filed.caseNumber(), "first_answer");

        assertThat(first.path("calendar").asText()).isEqualTo("always");
        assertThat(duration(first, "budget")).isEqualTo(Duration.ofHours(1));
        assertThat(time(first, "dueAt")).isEqualTo(time(first, "startedAt").plus(Duration.ofHours(1)));
    }

    @Test
    void whatTheCustomerWritesUnaskedIsAClockOfItsOwnUntilItIsAnswered() {
        Filed filed = desk.file(aComplaint().claiming("service").from("writes.again@example.org"));
        String number = filed.caseNumber();
        desk.awaitTask(number, "Verify complaint");

        reply(number);
        JsonNode answer = desk.awaitTask(number, "Answer customer");
        assertThat(clock(number, "next_answer").path("state").asText()).isEqualTo("running");

        desk.complete(answer, "handler", Map.of("replyNeeded", "yes", "reply", "We are looking into it."));
        desk.awaitCase(
                number,
                complaint -> clock(number, "next_answer").path("state").asText().equals("met"));
        assertThat(clock(number, "first_answer").path("state").asText()).isEqualTo("met");
        assertThat(clocks(number))
                .filteredOn(shown -> shown.path("kind").asText().equals("owner_action"))
                .extracting(shown -> shown.path("state").asText())
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
        JsonNode instance = desk.instances(number, "complaintResolution").get(0);
        JsonNode jobs = desk.client("manager")
                .get()
                .uri(
                        "/engine-rest/job?processInstanceId={id}&timers=true&activityId=startEvent_rungDue",
                        instance.path("id").asText())
                .retrieve()
                .body(JsonNode.class);
        JsonNode job = jobs.isEmpty()
                ? desk.client("manager")
                        .get()
                        .uri(
                                "/engine-rest/job?processInstanceId={id}&timers=true&activityId=event_nextRungDue",
                                instance.path("id").asText())
                        .retrieve()
                        .body(JsonNode.class)
                        .get(0)
                : jobs.get(0);
        return OffsetDateTime.parse(job.path("dueDate").asText().replaceFirst("(\\d\\d)(\\d\\d)$", "$1:$2"))
                .toInstant();
    }

    private List<JsonNode> clocks(String number) {
        return Desk.list(desk.read(number).path("clocks"));
    }

    private JsonNode clock(String number, String kind) {
        return clocks(number).stream()
                .filter(shown -> shown.path("kind").asText().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static Instant time(JsonNode clock, String field) {
        return OffsetDateTime.parse(clock.path(field).asText()).toInstant();
    }

    private static Duration duration(JsonNode clock, String field) {
        return Duration.parse(clock.path(field).asText());
    }
}
