package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.answer.Complaint.Remedy;
import io.redress.answer.PaymentReport;
import io.redress.answer.PaymentReport.PaymentReportItem;
import io.redress.answer.StopSwitch;
import io.redress.answer.sandbox.SandboxOrder;
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
        SandboxOrder order = world.copyOf("R-1001");
        String address = order.customer().email();

        Filed filed = desk.file(
                aComplaint().claiming("not_received").aboutOrder(order.number()).from(address));
        desk.awaitMail(address, filed.caseNumber());
        desk.awaitStatus(filed.caseNumber(), "making_good");

        assertThat(world.refunds(filed.caseNumber())).isEmpty();
        assertThat(world.shipments(filed.caseNumber())).isEmpty();
        assertThat(desk.remedies(filed.caseNumber(), "refund"))
                .extracting(Remedy::status)
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

        StopSwitch now = read("/api/stop-switch", StopSwitch.class);
        assertThat(now.held()).isTrue();
        assertThat(now.mode()).isEqualTo("held");
        assertThat(now.history().get(0).changedBy()).isEqualTo("manager");
        assertThat(now.waiting().cases())
                .filteredOn(item -> item.caseNumber().equals(small))
                .extracting(item -> item.kind() + " " + item.amount())
                .containsExactlyInAnyOrder("refund 109.70", "replacement 104.80");

        PaymentReport report = report();
        assertThat(items(report, small))
                .hasSize(2)
                .allMatch(item -> item.state().equals("waiting"))
                .allMatch(item -> item.basis().equals("lost_parcel"))
                .allMatch(item -> item.decidedBy().equals("redress"));
        assertThat(items(report, large))
                .hasSize(2)
                .allMatch(item -> item.state().equals("needs_approval"))
                .allMatch(item -> item.approver().equals("lead"))
                .allMatch(item -> item.rule().contains("handler’s authority"));
        assertThat(report.totals())
                .anyMatch(line ->
                        line.kind().equals("refund") && line.currency().equals("EUR") && line.needingApproval() >= 1);
        assertThat(desk.client("manager")
                        .get()
                        .uri("/api/stop-switch/report.csv")
                        .retrieve()
                        .body(String.class))
                .contains("\"" + small + "\"", "\"109.70\"", "\"waiting\"");

        turn("manager", false);
        desk.awaitStatus(small, "waiting_for_follow_up");
        assertThat(items(report(), small)).allMatch(item -> item.state().equals("sent"));
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

    private static List<PaymentReportItem> items(PaymentReport report, String caseNumber) {
        return report.items().stream()
                .filter(item -> item.caseNumber().equals(caseNumber))
                .toList();
    }

    private String fileMissing(String like) {
        SandboxOrder order = world.copyOf(like);
        return desk.file(aComplaint()
                        .claiming("not_received")
                        .aboutOrder(order.number())
                        .from(order.customer().email()))
                .caseNumber();
    }

    private PaymentReport report() {
        return read("/api/stop-switch/report", PaymentReport.class);
    }

    private <T> T read(String address, Class<T> type) {
        return desk.client("manager").get().uri(address).retrieve().body(type);
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
