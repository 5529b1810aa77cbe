package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.answer.StopSwitch;
import io.redress.answer.StopSwitch.DailyTotal;
import io.redress.answer.sandbox.SandboxMail;
import io.redress.answer.sandbox.SandboxOrder;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What goes out in a day without a person's decision has a ceiling; in the sandbox 1,000 yuan. */
@SandboxTest
class DailyTotalTest {

    private SandboxDriver world;
    private Desk desk;

    @Autowired
    void enter(SandboxDriver world) {
        this.world = world;
        this.desk = new Desk(world);
    }

    /** Twice a refund and a parcel of 300 yuan each at the same moment: three fit, whatever the order, and one waits. */
    @Test
    void theTotalHoldsTheRestUntilTomorrowAndNoPersonsDecision() {
        beginANewDay();
        List<SandboxOrder> orders = List.of(world.copyOf("S-2010"), world.copyOf("S-2010"));
        List<String> cases = orders.parallelStream()
                .map(order -> file(order, order.customer().email()))
                .toList();

        await().atMost(Duration.ofSeconds(90)).until(() -> yuan().reached());
        await().atMost(Duration.ofSeconds(90))
                .until(() -> sent(cases) == 3 && yuan().sent().equals("900.00"));
        assertThat(yuan().limit()).isEqualTo("1000.00");
        assertThat(told("lead", cases)).hasSize(1);
        assertThat(told("manager", cases)).hasSize(1);

        SandboxOrder third = world.copyOf("S-2010");
        String decided = file(third, "a.friend@example.org");
        desk.complete(
                desk.awaitTask(decided, "Verify complaint"),
                "handler",
                Map.of("verdict", "confirmed", "cause", "system", "remedyChoice", "refund"));
        desk.awaitStatus(decided, "waiting_for_follow_up");
        assertThat(world.refunds(decided)).hasSize(1);
        assertThat(yuan().sent()).isEqualTo("900.00");

        beginANewDay();
        cases.forEach(number -> desk.awaitStatus(number, "waiting_for_follow_up"));
        assertThat(cases).allSatisfy(number -> {
            assertThat(world.refunds(number)).hasSize(1);
            assertThat(world.shipments(number)).hasSize(1);
        });
        assertThat(new BigDecimal(yuan().sent())).isEqualByComparingTo("300");
        assertThat(told("lead", cases)).hasSize(1);
    }

    /** At an hour at which leads and managers are at work, so that they hear of it at once. */
    private void beginANewDay() {
        Instant now = world.clock().instant();
        Instant midnight = now.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
        desk.advanceIntoWork(Duration.between(now, midnight));
    }

    private String file(SandboxOrder order, String address) {
        return desk.file(aComplaint()
                        .claiming("not_received")
                        .aboutOrder(order.number())
                        .sentBy(address.endsWith("example.org") ? "stranger" : "system")
                        .from(address))
                .caseNumber();
    }

    /** Money and goods; an apology costs nothing and is not held. */
    private long sent(List<String> cases) {
        return cases.stream()
                .flatMap(number ->
                        Stream.of("refund", "replacement").flatMap(kind -> desk.remedies(number, kind).stream()))
                .filter(remedy -> remedy.status().equals("settled"))
                .count();
    }

    private DailyTotal yuan() {
        StopSwitch now =
                desk.client("manager").get().uri("/api/stop-switch").retrieve().body(StopSwitch.class);
        return now.totals().stream()
                .filter(total -> total.currency().equals("CNY"))
                .findFirst()
                .orElseThrow();
    }

    private List<SandboxMail> told(String login, List<String> cases) {
        desk.awaitAlert(login, "total in CNY is reached");
        return cases.stream()
                .flatMap(
                        number -> desk
                                .mails(login + "@redress.example", "[" + number + "] The day's total in CNY is reached")
                                .stream())
                .toList();
    }
}
