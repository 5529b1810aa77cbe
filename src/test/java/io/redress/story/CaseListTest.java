package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.answer.ComplaintPage;
import io.redress.answer.ComplaintPage.ComplaintSummary;
import io.redress.answer.sandbox.SandboxOrder;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who asks for some cases gets these and no others. */
@SandboxTest
class CaseListTest {

    private SandboxDriver world;
    private Desk desk;
    private String order;
    private String customer;
    private Filed lost;
    private Filed late;

    @Autowired
    void enter(SandboxDriver world) {
        this.world = world;
        this.desk = new Desk(world);
    }

    @BeforeEach
    void twoComplaints() {
        SandboxOrder copy = world.copyOf("R-1004");
        order = copy.number();
        customer = copy.customer().email();
        lost = desk.file(aComplaint()
                .claiming("not_received")
                .aboutOrder(order)
                .from(customer)
                .saying("Nothing came"));
        late = desk.file(aComplaint()
                .claiming("service")
                .by("chat")
                .named("Jörg Müller-" + order)
                .calling("+49 30 " + System.nanoTime() % 10_000_000)
                .from("other" + System.nanoTime() + "@customers.example")
                .saying("Nobody answers"));
    }

    @Test
    void byOrderAndCustomerAndWhatTheyComplainOf() {
        assertThat(found("order", order)).containsExactly(lost.caseNumber());
        assertThat(found("customer", customer)).containsExactly(lost.caseNumber());
        assertThat(found("customer", customer.toUpperCase(java.util.Locale.ROOT)))
                .containsExactly(lost.caseNumber());
        assertThat(found("customer", "jörg müller-" + order)).containsExactly(late.caseNumber());
        assertThat(found("order", order, "claim", "service")).isEmpty();
        assertThat(found("order", order, "claim", "not_received")).containsExactly(lost.caseNumber());
        assertThat(found("order", order, "channel", "chat")).isEmpty();
        assertThat(found("channel", "chat", "claim", "service", "size", "200")).contains(late.caseNumber());
        assertThat(found("order", order + "x")).isEmpty();
    }

    @Test
    void whatIsNewSince() {
        desk.awaitTask(lost.caseNumber(), "Verify complaint");
        desk.awaitTask(late.caseNumber(), "Verify complaint");
        world.advance(Duration.ofMinutes(1));
        Instant now = world.clock().instant();
        assertThat(found("updatedSince", now.toString(), "order", order)).isEmpty();

        desk.client("system")
                .post()
                .uri("/api/complaints/{number}/messages", lost.caseNumber())
                .body(Map.of("text", "Still nothing"))
                .retrieve()
                .toBodilessEntity();

        assertThat(found("updatedSince", now.toString(), "order", order)).containsExactly(lost.caseNumber());
        assertThat(found("updatedSince", "2026-01-01T00:00:00+01:00", "order", order))
                .containsExactly(lost.caseNumber());
    }

    @Test
    void aSystemFindsItsOwn() {
        assertThat(found("stranger", "order", order)).isEmpty();
        assertThat(found("system", "order", order)).containsExactly(lost.caseNumber());
    }

    @Test
    void whatCannotBeReadIsRefused() {
        for (String wrong : List.of(
                "claim=everything",
                "channel=pigeon",
                "status=lost",
                "updatedSince=yesterday",
                "updatedSince=%2B999999999-01-01T00:00:00Z",
                "team=nobody",
                "order=" + "x".repeat(301))) {
            assertThat(desk.client("lead")
                            .get()
                            .uri(world.baseUrl() + "/api/complaints?" + wrong)
                            .retrieve()
                            .toBodilessEntity()
                            .getStatusCode()
                            .value())
                    .as(wrong)
                    .isEqualTo(400);
        }
    }

    private List<String> found(String... asked) {
        return asked.length % 2 == 0 ? found("lead", asked, 0) : found(asked[0], asked, 1);
    }

    private List<String> found(String login, String[] asked, int first) {
        return desk
                .client(login)
                .get()
                .uri("/api/complaints", uri -> {
                    for (int at = first; at < asked.length; at += 2) {
                        uri.queryParam(asked[at], "{" + asked[at] + "}");
                    }
                    Object[] values = new Object[(asked.length - first) / 2];
                    for (int at = 0; at < values.length; at++) {
                        values[at] = asked[first + 2 * at + 1];
                    }
                    return uri.build(values);
                })
                .retrieve()
                .body(ComplaintPage.class)
                .items()
                .stream()
                .map(ComplaintSummary::caseNumber)
                .toList();
    }
}
