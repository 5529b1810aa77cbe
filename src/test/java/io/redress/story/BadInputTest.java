package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.answer.Answers;
import io.redress.answer.ComplaintPage;
import io.redress.answer.ProblemDocument;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Whatever is wrong with a complaint is named, and nothing of it is stored. */
@SandboxTest
class BadInputTest {

    private Desk desk;

    @Autowired
    void enter(SandboxDriver world) {
        this.desk = new Desk(world);
    }

    static Stream<Arguments> wrongComplaints() {
        return Stream.of(
                Arguments.of("customer.email", valid().with("customer", Map.of("name", "Nobody"))),
                Arguments.of("customer.email", valid().with("customer", Map.of("email", "not an address"))),
                Arguments.of("customer.email", valid().with("customer", Map.of("email", "a@b.c\nBcc: x@y.z"))),
                Arguments.of("customer.phone", valid().with("customer", Map.of("phone", "call me"))),
                Arguments.of("customer.locale", valid().with("customer", Map.of("email", "a@b.c", "locale", "!!"))),
                Arguments.of(
                        "customer.timeZone", valid().with("customer", Map.of("email", "a@b.c", "timeZone", "Mars"))),
                Arguments.of("customer.age", valid().with("customer", Map.of("email", "a@b.c", "age", 42))),
                Arguments.of("description", valid().with("description", " ")),
                Arguments.of("description", valid().with("description", "x".repeat(20_001))),
                Arguments.of("description", valid().with("description", 7)),
                Arguments.of("channel", valid().with("channel", "carrier pigeon")),
                Arguments.of("channel", valid().with("channel", "WEB")),
                Arguments.of("claim", valid().with("claim", "everything")),
                Arguments.of("receivedAt", valid().with("receivedAt", "yesterday")),
                Arguments.of("receivedAt", valid().with("receivedAt", "2199-01-01T00:00:00Z")),
                Arguments.of("order.total", order(Map.of("currency", "EUR", "total", "-1.00"))),
                Arguments.of("order.total", order(Map.of("currency", "EUR", "total", "1.001"))),
                Arguments.of("order.total", order(Map.of("currency", "JPY", "total", "1.5"))),
                Arguments.of("order.total", order(Map.of("currency", "EUR", "total", List.of(1)))),
                Arguments.of("order.currency", order(Map.of("currency", "XXL"))),
                Arguments.of(
                        "order.items[0].unitPrice",
                        order(Map.of("items", List.of(Map.of("sku", "A", "quantity", 1, "unitPrice", "free"))))),
                Arguments.of(
                        "order.items[0].quantity", order(Map.of("items", List.of(Map.of("sku", "A", "quantity", 0))))),
                Arguments.of("affectedItems[0].quantity", valid().with("affectedItems", List.of(Map.of("sku", "A")))),
                Arguments.of("affectedItems[0].sku", valid().with("affectedItems", List.of(Map.of("quantity", 1)))),
                Arguments.of("affectedItems", valid().with("affectedItems", "all of them")),
                Arguments.of("customer", valid().with("customer", "me")),
                Arguments.of("paymentCard", valid().with("paymentCard", "4242424242424242")));
    }

    @ParameterizedTest
    @MethodSource("wrongComplaints")
    void isNamedAndNothingIsStored(String field, ComplaintDraft draft) {
        long before = total();

        ResponseEntity<String> answer = desk.send(draft);

        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(answer.getHeaders().getContentType().toString()).startsWith("application/problem+json");
        assertThat(Answers.read(answer, ProblemDocument.class).fields()).contains(field);
        assertThat(answer.getBody()).doesNotContain("Exception").doesNotContain("io.redress");
        assertThat(total()).isEqualTo(before);
    }

    @Test
    void everythingThatIsWrongIsNamedAtOnce() {
        ResponseEntity<String> answer =
                desk.send(valid().with("channel", "pigeon").with("claim", "all").with("description", ""));

        assertThat(Answers.read(answer, ProblemDocument.class).fields()).contains("channel", "claim", "description");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"description\": |400", "[]|400", "null|400", "''|400", "{} {}|400"})
    void whatIsNoJsonObjectIsRefused(String body, int status) {
        assertThat(post("system", body).getStatusCode().value()).isEqualTo(status);
    }

    @Test
    void twoMegabytesAreTooMuch() {
        ResponseEntity<JsonNode> answer = post(
                "system",
                "{\"description\":\"" + "x".repeat(2 * 1024 * 1024) + "\",\"customer\":{\"email\":\"a@b.c\"}}");

        assertThat(answer.getStatusCode().value()).isIn(400, 413);
    }

    @Test
    void wrongLoginAndUnknownCasesAreTurnedAway() {
        assertThat(post("nobody", "{}").getStatusCode().value()).isEqualTo(401);
        assertThat(get("system", "/api/complaints/C-2026-999999")).isEqualTo(404);
        assertThat(get("system", "/api/complaints/' or 1=1")).isEqualTo(404);
        assertThat(get("system", "/api/complaints?status=lost")).isEqualTo(400);
        assertThat(get("system", "/api/complaints?page=-1")).isEqualTo(400);
        assertThat(get("system", "/api/complaints?page=x")).isEqualTo(400);
    }

    @Test
    void somebodyElsesCaseLooksLikeNone() {
        Filed filed = desk.file(valid());

        assertThat(get("stranger", "/api/complaints/" + filed.caseNumber())).isEqualTo(404);
        assertThat(get("stranger", "/api/complaints/" + filed.caseNumber() + "/timeline"))
                .isEqualTo(404);
        assertThat(get("handler", "/api/complaints/" + filed.caseNumber())).isEqualTo(200);
    }

    private int get(String login, String path) {
        return desk.client(login)
                .get()
                .uri(path)
                .retrieve()
                .toBodilessEntity()
                .getStatusCode()
                .value();
    }

    private long total() {
        return desk.client("manager")
                .get()
                .uri("/api/complaints")
                .retrieve()
                .body(ComplaintPage.class)
                .totalItems();
    }

    private ResponseEntity<JsonNode> post(String login, String body) {
        return desk.client(login)
                .post()
                .uri("/api/complaints")
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .toEntity(JsonNode.class);
    }

    private static ComplaintDraft valid() {
        return aComplaint().from("bad.input@example.org").saying("A complaint, " + System.nanoTime());
    }

    private static ComplaintDraft order(Map<String, Object> order) {
        return valid().with("order", order);
    }
}
