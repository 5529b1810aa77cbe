package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.answer.Complaint.Promise;
import io.redress.answer.engine.EngineTask;
import io.redress.answer.sandbox.SandboxOrder;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
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
        SandboxOrder order = world.copyOf("R-1001");
        String phone = order.customer().phone();
        Filed filed = desk.file(aComplaint()
                .by("phone")
                .claiming("not_received")
                .aboutOrder(order.number())
                .calling(phone));

        EngineTask acknowledge = desk.awaitTask(filed.caseNumber(), "Tell customer");
        assertThat(promise(filed, "acknowledgement").metAt()).isNull();
        desk.complete(acknowledge, "handler", Map.of("toldBy", "phone"));

        desk.awaitCase(
                filed.caseNumber(),
                complaint -> promise(filed, "acknowledgement").metAt() != null);
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

        EngineTask tell = desk.awaitTask(filed.caseNumber(), "Tell customer");

        ZonedDateTime morning = desk.now()
                .atZone(BERLIN)
                .toLocalDate()
                .plusDays(1)
                .atTime(9, 15)
                .atZone(BERLIN);
        assertThat(tell.due()).isEqualTo(morning.toInstant());
        assertThat(promise(filed, "acknowledgement").dueAt()).isEqualTo(morning.toInstant());
        assertThat(desk.awaitTask(far.caseNumber(), "Tell customer").due())
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

        assertThat(promise(filed, "acknowledgement").metAt()).isNotNull();
        assertThat(desk.tasks(filed.caseNumber(), "Tell customer")).isEmpty();
        assertThat(desk.timeline(filed.caseNumber()))
                .filteredOn(entry -> entry.kind().equals("acknowledged_at_once"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.actor()).isEqualTo("handler"));
        SandboxOrder order = world.copyOf("R-1004");
        String address = order.customer().email();
        Filed written = desk.file(aComplaint()
                .by("counter")
                .from(address)
                .aboutOrder(order.number())
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

    private Promise promise(Filed filed, String kind) {
        return desk.read(filed.caseNumber()).promises().stream()
                .filter(promise -> promise.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }
}
