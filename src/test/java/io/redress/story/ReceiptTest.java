package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.answer.Answers;
import io.redress.answer.Receipt;
import io.redress.answer.Receipt.ReceiptEntry;
import io.redress.answer.Receipt.ReceiptRemedy;
import io.redress.answer.sandbox.SandboxOrder;
import io.redress.answer.sandbox.SandboxRefund;
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
        SandboxOrder order = world.copyOf("R-1001");
        Filed filed = desk.file(aComplaint()
                .claiming("not_received")
                .aboutOrder(order.number())
                .from(order.customer().email()));
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");

        Receipt receipt = Answers.read(receipt("system", filed.caseNumber()), Receipt.class);

        ReceiptRemedy refund = receipt.remedies().get(0);
        SandboxRefund paid = world.refunds(filed.caseNumber()).get(0);
        assertThat(refund.kind()).isEqualTo("refund");
        assertThat(refund.id()).isEqualTo(paid.idempotencyKey());
        assertThat(refund.providerReference()).isEqualTo(paid.id());
        assertThat(refund.paymentReference()).isEqualTo(paid.paymentReference());
        assertThat(refund.amount()).isEqualTo(paid.amount());
        assertThat(refund.settledAt()).isNotNull();
        assertThat(receipt.chain().intact()).isTrue();
        assertThat(headComputedOutside(receipt)).isEqualTo(receipt.chain().head());
        assertThat(receipt.chain().entries())
                .filteredOn(entry -> refund.id().equals(entry.remedyId()))
                .extracting(ReceiptEntry::to)
                .containsExactly("proposed", "approved", "sent", "settled");
        assertThat(receipt("stranger", filed.caseNumber()).getStatusCode().value())
                .isEqualTo(404);

        database.execute("begin; set local session_replication_role = replica;"
                + " update redress.remedy set amount = 9.99 where case_number = '%s'; commit"
                        .formatted(filed.caseNumber()));

        Receipt afterwards = Answers.read(receipt("lead", filed.caseNumber()), Receipt.class);
        assertThat(afterwards.chain().intact()).isFalse();
    }

    private static String headComputedOutside(Receipt receipt) throws Exception {
        String previous = "0".repeat(64);
        for (ReceiptEntry entry : receipt.chain().entries()) {
            String text = previous + "\n" + entry.content();
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            previous = HexFormat.of().formatHex(hash);
            assertThat(entry.hash()).isEqualTo(previous);
        }
        return previous;
    }

    private ResponseEntity<String> receipt(String login, String caseNumber) {
        return desk.client(login)
                .get()
                .uri("/api/complaints/{number}/receipt", caseNumber)
                .retrieve()
                .toEntity(String.class);
    }
}
