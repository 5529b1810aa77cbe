package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;

/** The stop switch holds money and goods, and nothing else; released, each goes out once. */
@SandboxTest
class StopSwitchTest {

    private SandboxDriver world;
    private Desk desk;

    @Autowired
    void enter(SandboxDriver world) {
        this.world = world;
        this.desk = new Desk(world);
    }

    @AfterEach
    void release() {
        turn("manager", false);
    }

    @Test
    void heldMoneyAndGoodsGoOutOnceWhenReleased() {
        assertThat(turn("manager", true)).isEqualTo(200);
        JsonNode order = world.copyOf("R-1001");
        String address = order.path("customer").path("email").asText();

        Filed filed = desk.file(aComplaint()
                .claiming("not_received")
                .aboutOrder(order.path("number").asText())
                .from(address));
        desk.awaitMail(address, filed.caseNumber());
        desk.awaitStatus(filed.caseNumber(), "making_good");

        assertThat(world.refunds(filed.caseNumber())).isEmpty();
        assertThat(world.shipments(filed.caseNumber())).isEmpty();
        assertThat(desk.remedies(filed.caseNumber(), "refund"))
                .extracting(remedy -> remedy.path("status").asText())
                .containsExactly("approved");

        turn("manager", false);
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");

        assertThat(world.refunds(filed.caseNumber())).hasSize(1);
        assertThat(world.shipments(filed.caseNumber())).hasSize(1);
    }

    @Test
    void managersSeeWhatWaitsAndWhatWouldBePaid() {
        turn("manager", true);
        String small = fileMissing("R-1001");
        String large = fileMissing("R-1007");
        desk.awaitStatus(small, "making_good");
        desk.awaitTask(large, "Approve remedy");

        JsonNode now = read("/api/stop-switch");
        assertThat(now.path("held").asBoolean()).isTrue();
        assertThat(now.path("mode").asText()).isEqualTo("held");
        assertThat(now.at("/history/0/changedBy").asText()).isEqualTo("manager");
        assertThat(now.at("/waiting/cases"))
                .filteredOn(item -> item.path("caseNumber").asText().equals(small))
                .extracting(item ->
                        item.path("kind").asText() + " " + item.path("amount").asText())
                .containsExactlyInAnyOrder("refund 109.70", "replacement 104.80");

        JsonNode report = read("/api/stop-switch/report");
        assertThat(items(report, small))
                .hasSize(2)
                .allMatch(item -> item.path("state").asText().equals("waiting"))
                .allMatch(item -> item.path("basis").asText().equals("lost_parcel"))
                .allMatch(item -> item.path("decidedBy").asText().equals("redress"));
        assertThat(items(report, large))
                .hasSize(2)
                .allMatch(item -> item.path("state").asText().equals("needs_approval"))
                .allMatch(item -> item.path("approver").asText().equals("lead"))
                .allMatch(item -> item.path("rule").asText().contains("handler’s authority"));
        assertThat(Desk.list(report.path("totals")))
                .anyMatch(line -> line.path("kind").asText().equals("refund")
                        && line.path("currency").asText().equals("EUR")
                        && line.path("needingApproval").asInt() >= 1);
        assertThat(desk.client("manager")
                        .get()
                        .uri("/api/stop-switch/report.csv")
                        .retrieve()
                        .body(String.class))
                .contains("\"" + small + "\"", "\"109.70\"", "\"waiting\"");

        turn("manager", false);
        desk.awaitStatus(small, "waiting_for_follow_up");
        assertThat(items(read("/api/stop-switch/report"), small))
                .allMatch(item -> item.path("state").asText().equals("sent"));
    }

    @Test
    void onlyManagersTouchTheSwitch() {
        for (String login : List.of("lead", "handler", "system")) {
            assertThat(turn(login, true)).isEqualTo(403);
            assertThat(status(login, "/api/stop-switch")).isEqualTo(403);
            assertThat(status(login, "/api/stop-switch/report")).isEqualTo(403);
            assertThat(status(login, "/api/stop-switch/report.csv")).isEqualTo(403);
        }
        assertThat(status("manager", "/api/stop-switch/report?from=2026-02-01&to=2026-01-01"))
                .isEqualTo(400);
        assertThat(status("manager", "/api/stop-switch/report?from=2020-02-01")).isEqualTo(400);
    }

    private static List<JsonNode> items(JsonNode report, String caseNumber) {
        return Desk.list(report.path("items")).stream()
                .filter(item -> item.path("caseNumber").asText().equals(caseNumber))
                .toList();
    }

    private String fileMissing(String like) {
        JsonNode order = world.copyOf(like);
        return desk.file(aComplaint()
                        .claiming("not_received")
                        .aboutOrder(order.path("number").asText())
                        .from(order.at("/customer/email").asText()))
                .caseNumber();
    }

    private JsonNode read(String address) {
        return desk.client("manager").get().uri(address).retrieve().body(JsonNode.class);
    }

    private int status(String login, String address) {
        return desk.client(login)
                .get()
                .uri(address)
                .retrieve()
                .toBodilessEntity()
                .getStatusCode()
                .value();
    }

    private int turn(String login, boolean held) {
        return desk.client(login)
                .put()
                .uri("/api/stop-switch")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("held", held, "reason", "A test of the switch"))
                .retrieve()
                .toBodilessEntity()
                .getStatusCode()
                .value();
    }
}
