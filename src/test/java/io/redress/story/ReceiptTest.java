package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;

/** What was made good can be proved to an auditor, and nobody changes it afterwards unseen. */
@SandboxTest
class ReceiptTest {

    private SandboxDriver world;
    private Desk desk;
    private JdbcTemplate database;

    @Autowired
    void enter(SandboxDriver world, JdbcTemplate database) {
        this.world = world;
        this.desk = new Desk(world);
        this.database = database;
    }

    @Test
    void auditorComputesTheChainAndFindsWhoTampers() throws Exception {
        JsonNode order = world.copyOf("R-1001");
        Filed filed = desk.file(aComplaint()
                .claiming("not_received")
                .aboutOrder(order.path("number").asText())
                .from(order.path("customer").path("email").asText()));
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");

        JsonNode receipt = receipt("system", filed.caseNumber()).getBody();

        JsonNode refund = receipt.path("remedies").get(0);
        JsonNode paid = world.refunds(filed.caseNumber()).get(0);
        assertThat(refund.path("kind").asText()).isEqualTo("refund");
        assertThat(refund.path("id").asText())
                .isEqualTo(paid.path("idempotencyKey").asText());
        assertThat(refund.path("providerReference").asText())
                .isEqualTo(paid.path("id").asText());
        assertThat(refund.path("paymentReference").asText())
                .isEqualTo(paid.path("paymentReference").asText());
        assertThat(refund.path("amount").asText()).isEqualTo(paid.path("amount").asText());
        assertThat(refund.path("settledAt").asText()).isNotBlank();
        assertThat(receipt.path("chain").path("intact").asBoolean()).isTrue();
        assertThat(headComputedOutside(receipt))
                .isEqualTo(receipt.path("chain").path("head").asText());
        assertThat(Desk.list(receipt.path("chain").path("entries")))
                .filteredOn(entry -> entry.path("remedyId").equals(refund.path("id")))
                .extracting(entry -> entry.path("to").asText())
                .containsExactly("proposed", "approved", "sent", "settled");
        assertThat(receipt("stranger", filed.caseNumber()).getStatusCode().value())
                .isEqualTo(404);

        database.execute("begin; set local session_replication_role = replica;"
                + " update redress.remedy set amount = 9.99 where case_number = '%s'; commit"
                        .formatted(filed.caseNumber()));

        JsonNode afterwards = receipt("lead", filed.caseNumber()).getBody();
        assertThat(afterwards.path("chain").path("intact").asBoolean()).isFalse();
    }

    private static String headComputedOutside(JsonNode receipt) throws Exception {
        String previous = "0".repeat(64);
        for (JsonNode entry : receipt.path("chain").path("entries")) {
            String text = previous + "\n" + entry.path("content").asText();
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            previous = HexFormat.of().formatHex(hash);
            assertThat(entry.path("hash").asText()).isEqualTo(previous);
        }
        return previous;
    }

    private ResponseEntity<JsonNode> receipt(String login, String caseNumber) {
        return desk.client(login)
                .get()
                .uri("/api/complaints/{number}/receipt", caseNumber)
                .retrieve()
                .toEntity(JsonNode.class);
    }
}
