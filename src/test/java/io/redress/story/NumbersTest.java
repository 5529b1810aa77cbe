package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.answer.engine.EngineTask;
import io.redress.answer.sandbox.SandboxOrder;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Amounts and articles as systems write them and as people type them, at the doors. */
@SandboxTest
class NumbersTest {

    @Autowired
    SandboxDriver world;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(world);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e3",
                "1.5e1",
                "1E+400",
                "1e1000000",
                "-0.5",
                "\"1e3\"",
                "\"+5\"",
                "\" 5\"",
                "\"5,00\"",
                "\"1.\"",
                "\"٣٢\"",
                "10.505",
                "1234567890123"
            })
    void anAmountThatASystemDoesNotWriteIsRefusedByItsOwnText(String total) {
        ResponseEntity<String> answer = post(total);

        assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(400);
        assertThat(answer.getBody()).contains("\"order.total\"", "\"order.items[0].unitPrice\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"24.90", "24.9", "\"24.90\"", "0", "\"24.900\"", "100.0", "999999999999.99"})
    void anAmountThatASystemWritesIsTaken(String total) {
        ResponseEntity<String> answer = post(total);

        assertThat(answer.getStatusCode().value()).as(answer.getBody()).isIn(200, 201);
    }

    @Test
    void aHandlerTypesAsTheirLanguageDoes() {
        SandboxOrder order = world.copyOf("R-1001");
        Filed filed = desk.file(aComplaint()
                .claiming("late")
                .aboutOrder(order.number())
                .from(order.customer().email()));
        EngineTask task = desk.awaitTask(filed.caseNumber(), "Verify complaint");
        desk.claim(task, "handler");

        for (String typed : new String[] {"1.000", "1,000", "10.505", "-5", "1e1", "٣٢٫٩٠", "１０", "10 £", "ten"}) {
            ResponseEntity<String> answer = desk.submit(task, "handler", refund(typed));
            assertThat(answer.getStatusCode().value()).as(typed).isEqualTo(400);
            assertThat(answer.getBody())
                    .contains("\"message\":\"Amount to refund: ")
                    .doesNotContain("[0-9]", "refundAmount: ");
        }
        assertThat(desk.submit(task, "handler", refund("1.000")).getBody())
                .contains("can be read as 1 or as 1,000. Write 1000 or 1.00.");

        desk.complete(task, "handler", refund("10,50 €"));

        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");
        assertThat(world.refunds(filed.caseNumber())).singleElement().satisfies(refund -> assertThat(refund.amount())
                .isEqualTo("10.50"));
    }

    @Test
    void aSlipInAnArticleIsNamedAndNothingIsPaid() {
        SandboxOrder order = world.copyOf("R-1001");
        Filed filed = desk.file(aComplaint()
                .claiming("incomplete")
                .aboutOrder(order.number())
                .from(order.customer().email()));
        EngineTask task = desk.awaitTask(filed.caseNumber(), "Verify complaint");
        desk.claim(task, "handler");

        ResponseEntity<String> slip = desk.submit(task, "handler", affecting("HEADPHONES-BT, CABEL-USBC-2M"));
        ResponseEntity<String> tooMany = desk.submit(task, "handler", affecting("HEADPHONES-BT, 3 x CABLE-USBC-2M"));

        assertThat(slip.getStatusCode().value()).isEqualTo(400);
        assertThat(slip.getBody())
                .contains("Affected articles: ", "CABEL-USBC-2M", "is not in the order", "Did you mean CABLE-USBC-2M?");
        assertThat(tooMany.getStatusCode().value()).isEqualTo(400);
        assertThat(tooMany.getBody()).contains("The order has 2 of CABLE-USBC-2M, not 3.");
        assertThat(world.refunds(filed.caseNumber())).isEmpty();
        assertThat(world.shipments(filed.caseNumber())).isEmpty();
    }

    private static Map<String, String> refund(String amount) {
        return Map.of(
                "verdict", "partly",
                "cause", "system",
                "remedyChoice", "refund",
                "refundAmount", amount,
                "reason", "It came late.");
    }

    private static Map<String, String> affecting(String articles) {
        return Map.of(
                "verdict", "confirmed",
                "cause", "system",
                "remedyChoice", "refund",
                "affectedArticles", articles);
    }

    private ResponseEntity<String> post(String amount) {
        String body = """
                {"description": "It came broken.", "customer": {"email": "numbers@example.org"},
                 "order": {"number": "N-1", "currency": "EUR", "total": %s,
                           "items": [{"sku": "A", "description": "A", "quantity": 1, "unitPrice": %s}]}}""".formatted(amount, amount);
        return desk.client("system")
                .post()
                .uri("/api/complaints")
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange((request, response) -> ResponseEntity.status(response.getStatusCode())
                        .body(new String(response.getBody().readAllBytes())));
    }
}
