package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A customer who can only be phoned is told everything all the same, by a person. */
@SandboxTest
class PhoneTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private SandboxDriver world;
    private Desk desk;

    @Autowired
    void enter(SandboxDriver world) {
        this.world = world;
        this.desk = new Desk(world);
    }

    @Test
    void everyMessageBecomesATaskAndIsKeptWhenLogged() {
        JsonNode order = world.copyOf("R-1001");
        String phone = world.order(order.path("number").asText())
                .path("customer")
                .path("phone")
                .asText();
        Filed filed = desk.file(aComplaint()
                .by("phone")
                .claiming("not_received")
                .aboutOrder(order.path("number").asText())
                .calling(phone));

        JsonNode acknowledge = desk.awaitTask(filed.caseNumber(), "Tell customer");
        assertThat(promise(filed, "acknowledgement").path("metAt").isNull()).isTrue();
        desk.complete(acknowledge, "handler", Map.of("toldBy", "phone"));

        desk.awaitCase(
                filed.caseNumber(),
                complaint -> !promise(filed, "acknowledgement").path("metAt").isNull());
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");
        assertThat(world.refunds(filed.caseNumber())).hasSize(1);
        desk.complete(
                desk.awaitTask(filed.caseNumber(), "Tell customer"),
                "handler",
                Map.of("toldBy", "letter", "customerSaid", "Thank you, that was quick."));
        assertThat(desk.awaitTask(filed.caseNumber(), "Answer customer")).isNotNull();
    }

    @Test
    void nobodyIsRungUpOnASaturdayNight() {
        untilSaturdayNight();
        Filed filed =
                desk.file(aComplaint().by("phone").calling("+49 30 1234567").saying("The lamp does not shine."));
        Filed far = desk.file(aComplaint()
                .by("phone")
                .calling("+1 808 555 0123")
                .livingIn("Pacific/Honolulu")
                .saying("The lamp does not shine at all."));

        JsonNode tell = desk.awaitTask(filed.caseNumber(), "Tell customer");

        ZonedDateTime morning = desk.now()
                .atZone(BERLIN)
                .toLocalDate()
                .plusDays(1)
                .atTime(9, 15)
                .atZone(BERLIN);
        assertThat(due(tell)).isEqualTo(morning.toInstant());
        assertThat(OffsetDateTime.parse(
                                promise(filed, "acknowledgement").path("dueAt").asText())
                        .toInstant())
                .isEqualTo(morning.toInstant());
        assertThat(due(desk.awaitTask(far.caseNumber(), "Tell customer")))
                .as("where it is noon, a quarter of an hour is one")
                .isBefore(desk.now().plus(Duration.ofMinutes(16)));
    }

    @Test
    void whoHeardItOnThePhoneIsNotRungUpToHearItAgain() {
        Filed filed = desk.file(aComplaint()
                .by("phone")
                .calling("+49 30 7654321")
                .saying("The lamp does not shine any more.")
                .with("acknowledged", true)
                .sentBy("handler"));

        desk.awaitTask(filed.caseNumber(), "Verify complaint");

        assertThat(promise(filed, "acknowledgement").path("metAt").isNull()).isFalse();
        assertThat(desk.tasks(filed.caseNumber(), "Tell customer")).isEmpty();
        assertThat(desk.timeline(filed.caseNumber()))
                .filteredOn(entry -> entry.path("kind").asText().equals("acknowledged_at_once"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.path("actor").asText()).isEqualTo("handler"));
        JsonNode order = world.copyOf("R-1004");
        String address = order.at("/customer/email").asText();
        Filed written = desk.file(aComplaint()
                .by("counter")
                .from(address)
                .aboutOrder(order.path("number").asText())
                .with("acknowledged", true));
        desk.awaitTask(written.caseNumber(), "Verify complaint");
        assertThat(desk.mails(address, written.caseNumber())).isEmpty();
        assertThat(desk.send(aComplaint().from(address).with("acknowledged", "perhaps"))
                        .getStatusCode()
                        .value())
                .isEqualTo(400);
    }

    private void untilSaturdayNight() {
        ZonedDateTime now = desk.now().atZone(BERLIN);
        ZonedDateTime night =
                now.with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY)).with(LocalTime.of(22, 0));
        world.advance(Duration.between(now, night.isAfter(now) ? night : night.plusWeeks(1)));
    }

    private static Instant due(JsonNode task) {
        return OffsetDateTime.parse(
                        task.path("due").asText(), DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ"))
                .toInstant();
    }

    private JsonNode promise(Filed filed, String kind) {
        return Desk.list(desk.read(filed.caseNumber()).path("promises")).stream()
                .filter(promise -> promise.path("kind").asText().equals(kind))
                .findFirst()
                .orElseThrow();
    }
}
