package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.answer.sandbox.SandboxMail;
import io.redress.answer.sandbox.SandboxOrder;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import io.redress.sandbox.easypost.CarrierWebhooks;
import io.redress.sandbox.easypost.ParcelFate;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The carrier gives a parcel up: the customer hears of it, and has it made good, before they complain. */
@SandboxTest
class CarrierReportTest {

    private static final Pattern CASE = Pattern.compile("C-\\d{4}-\\d{6,}");

    private SandboxDriver world;
    private Desk desk;
    private JdbcClient jdbc;

    @Autowired
    void enter(SandboxDriver world, JdbcClient jdbc) {
        this.world = world;
        this.jdbc = jdbc;
        this.desk = new Desk(world);
    }

    @Test
    void parcelThatTheCarrierLostIsMadeGoodWithoutAComplaint() {
        SandboxOrder order = world.copyOf("R-1001");
        String parcel = order.trackingCode();
        String customer = order.customer().email();

        world.providers().parcels().turn(parcel, ParcelFate.LOST);
        byte[] event = world.providers().carrierWebhooks().event(parcel);
        List<Integer> answers = List.of(
                deliver(event, "sandbox-easypost-webhooks"),
                deliver(event, "the-one-before"),
                deliver(event, "sandbox-easypost-webhooks"));

        assertThat(answers).containsOnly(204);
        SandboxMail mail = desk.awaitMail(customer, "Zusteller meldet");
        var number = CASE.matcher(mail.subject());
        assertThat(number.find()).isTrue();
        desk.awaitStatus(number.group(), "waiting_for_follow_up");
        assertThat(desk.read(number.group()).channel()).isEqualTo("carrier");
        assertThat(world.refundsOf(order.paymentReference())).hasSize(1);
        assertThat(world.shipments(number.group())).hasSize(1);
        assertThat(desk.mails(customer, "Zusteller meldet")).hasSize(1);
    }

    @Test
    void reportAboutAParcelThatHasACaseIsNotedThere() {
        SandboxOrder order = world.copyOf("R-1004");
        Filed filed = desk.file(aComplaint()
                .claiming("not_received")
                .aboutOrder(order.number())
                .from(order.customer().email()));
        desk.awaitTask(filed.caseNumber(), "Verify complaint");

        world.anybody()
                .post()
                .uri("/sandbox/parcels/{code}", order.trackingCode())
                .body(Map.of("state", "return_to_sender"))
                .retrieve()
                .toBodilessEntity();

        assertThat(desk.timeline(filed.caseNumber()))
                .filteredOn(entry -> entry.kind().equals("carrier_reported"))
                .hasSize(1);
        assertThat(desk.mails(order.customer().email(), "Zusteller meldet")).isEmpty();
    }

    /** Such as after an update that words it better. */
    @Test
    void theSameReportInOtherWordsIsNotedOnce() {
        SandboxOrder order = world.copyOf("R-1004");
        String parcel = order.trackingCode();
        Filed filed = desk.file(aComplaint()
                .claiming("not_received")
                .aboutOrder(order.number())
                .from(order.customer().email()));
        desk.awaitTask(filed.caseNumber(), "Verify complaint");
        world.providers().parcels().turn(parcel, ParcelFate.LOST);
        byte[] event = world.providers().carrierWebhooks().event(parcel);

        assertThat(deliver(event, "sandbox-easypost-webhooks")).isEqualTo(204);
        desk.awaitEntry(filed.caseNumber(), "carrier_reported", parcel);
        jdbc.sql("update redress.timeline_entry set text = 'Lost, says the carrier'"
                        + " where case_number = :case and kind = 'carrier_reported'")
                .param("case", filed.caseNumber())
                .update();
        assertThat(deliver(event, "sandbox-easypost-webhooks")).isEqualTo(204);

        assertThat(desk.timeline(filed.caseNumber()))
                .filteredOn(entry -> entry.kind().equals("carrier_reported"))
                .singleElement()
                .matches(entry -> entry.text().equals("Lost, says the carrier"));
    }

    @Test
    void eventThatNobodyWeKnowHasSignedIsRefused() {
        SandboxOrder order = world.copyOf("R-1001");
        byte[] event = world.providers().carrierWebhooks().event(order.trackingCode());

        assertThat(deliver(event, "a-guess")).isEqualTo(400);
        var unsigned = desk.client("system")
                .post()
                .uri("/webhooks/easypost")
                .contentType(MediaType.APPLICATION_JSON)
                .body(event)
                .retrieve()
                .toEntity(ProblemDetail.class);
        assertThat(unsigned.getStatusCode().value()).isEqualTo(400);
        assertThat(unsigned.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
    }

    private int deliver(byte[] event, String secret) {
        return world.providers()
                .carrierWebhooks()
                .deliver(
                        URI.create(world.baseUrl() + "/webhooks/easypost"),
                        event,
                        CarrierWebhooks.signature(event, secret));
    }
}
