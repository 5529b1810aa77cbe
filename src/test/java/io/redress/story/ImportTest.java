package io.redress.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A shop changes over to Redress in the middle of its open cases. */
@SandboxTest
class ImportTest {

    private static final String HEADER =
            "externalId;channel;receivedAt;acknowledgedAt;claim;customerName;customerEmail;orderNumber;description;owner\n";

    private final String source = "desk-" + UUID.randomUUID().toString().substring(0, 8);

    private SandboxDriver world;
    private Desk desk;

    @Autowired
    private IdentityService identity;

    @Autowired
    void enter(SandboxDriver world) {
        this.world = world;
        this.desk = new Desk(world);
    }

    @Test
    void openCasesComeOverWithTrueClocksAndNobodyIsToldOrPaidTwice() {
        JsonNode order = world.copyOf("R-1001");
        String buyer = order.path("customer").path("email").asText();
        Instant received = now().minus(Duration.ofDays(21));
        Instant heard = received.plus(Duration.ofMinutes(7));
        Instant lately = now().minus(Duration.ofMinutes(10));
        String file = HEADER
                + "A;web;%s;%s;not_received;Ada;%s;%s;It never came.;handler2\n"
                        .formatted(received, heard, buyer, order.path("number").asText())
                + "B;email;%s;;;Bo;bo.%s@example.org;;The app; it hangs.;\n"
                        .formatted(lately, source)
                        .replace("The app; it hangs.", "\"The app; it hangs.\"")
                + "C;email;%s;;;Cy;cy.%s@example.org;;Nobody answers.;\n".formatted(received, source);

        JsonNode dryRun = send(file, true).getBody();
        assertThat(dryRun.path("state").asText()).as(dryRun.toString()).isEqualTo("checked");
        assertThat(dryRun.path("toImport").asInt()).isEqualTo(3);
        assertThat(desk.mails("bo." + source + "@example.org", "")).isEmpty();
        JsonNode done = run(file);

        assertThat(done.path("imported")).hasSize(3);
        String known = caseNumber(done, 0);
        desk.awaitEntry(known, "rung_climbed", "managers told");
        JsonNode task = desk.awaitTask(known, "Verify complaint");
        assertThat(task.path("assignee").asText())
                .as("kept: nobody waited for them here yet")
                .isEqualTo("handler2");
        JsonNode complaint = desk.read(known);
        assertThat(complaint.path("owner").asText()).isEqualTo("handler2");
        assertThat(instant(complaint, "receivedAt")).isEqualTo(received);
        assertThat(instant(promise(complaint, "acknowledgement"), "metAt")).isEqualTo(heard);
        assertThat(instant(promise(complaint, "first_answer"), "dueAt"))
                .as("counted from the receipt, three weeks ago")
                .isAfter(received)
                .isBefore(now().minus(Duration.ofDays(7)));
        assertThat(world.refundsOf(order.path("paymentReference").asText())).isEmpty();
        assertThat(world.shipments(known)).isEmpty();
        desk.awaitEntry(known, "imported", "Imported from " + source + " as A");

        assertThat(desk.awaitMail("bo." + source + "@example.org", caseNumber(done, 1))
                        .path("text")
                        .asText())
                .contains("This is what we promise");
        assertThat(desk.awaitMail("cy." + source + "@example.org", caseNumber(done, 2))
                        .path("text")
                        .asText())
                .contains("you have waited for this longer than you should")
                .doesNotContain("promise");
        assertThat(desk.mails(buyer, known)).as("acknowledged before").isEmpty();

        assertThat(send(file, true).getBody().path("alreadyImported").asInt()).isEqualTo(3);
        JsonNode again = run(file);
        assertThat(again.path("alreadyImported").asInt()).isEqualTo(3);
        assertThat(again.path("imported")).isEmpty();
    }

    @Test
    void nothingIsImportedWithoutARightDryRunOfTheSameFileToday() {
        String right = HEADER + "A;web;%s;;;Ada;ada.%s@example.org;;It never came.;\n".formatted(now(), source);
        String wrong = right + "B;web;%s;;;Bo;;;No way to reach me.;nobody\n".formatted(now());

        JsonNode dryRun = send(wrong, true).getBody();

        assertThat(dryRun.path("state").asText()).isEqualTo("refused");
        assertThat(Desk.list(dryRun.path("refused")))
                .extracting(fault ->
                        fault.path("row").asInt() + " " + fault.path("field").asText())
                .containsExactly("3 customerEmail", "3 owner");
        ResponseEntity<JsonNode> refused = send(wrong, false);
        assertThat(refused.getStatusCode().value()).isEqualTo(409);
        assertThat(refused.getBody().path("detail").asText()).contains("dryRun=true");
        assertThat(send(right, true).getBody().path("alreadyImported").asInt()).isZero();
        world.advance(Duration.ofHours(25));
        assertThat(send(right, false).getStatusCode().value()).isEqualTo(409);
    }

    @Test
    void aRunChecksOnceMoreAndImportsNothingWhereSomebodyHasLeftSince() {
        String login = "leaver" + source.replaceAll("[^a-z0-9]", "");
        User leaver = identity.newUser(login);
        leaver.setPassword("Only-4-today-" + source);
        identity.saveUser(leaver);
        identity.createMembership(login, "handlers");
        List<Map<String, String>> rows = List.of(row("A", login), row("B", "handler"));
        assertThat(sendJson(rows, true).getBody().path("toImport").asInt()).isEqualTo(2);
        identity.deleteUser(login);

        ResponseEntity<JsonNode> refused = sendJson(rows, false);

        assertThat(refused.getStatusCode().value()).isEqualTo(422);
        assertThat(refused.getBody().path("errors").get(0).path("field").asText())
                .isEqualTo("rows[1].owner");
        assertThat(sendJson(rows.subList(1, 2), true)
                        .getBody()
                        .path("alreadyImported")
                        .asInt())
                .isZero();
    }

    private Map<String, String> row(String id, String owner) {
        return Map.of(
                "externalId",
                id,
                "receivedAt",
                now().toString(),
                "customerPhone",
                "+49 30 1234",
                "description",
                "It never came.",
                "owner",
                owner);
    }

    private ResponseEntity<JsonNode> sendJson(List<Map<String, String>> rows, boolean dryRun) {
        return desk.client("manager")
                .post()
                .uri("/api/imports?source={source}&dryRun={dryRun}", source, dryRun)
                .contentType(MediaType.APPLICATION_JSON)
                .body(rows)
                .retrieve()
                .toEntity(JsonNode.class);
    }

    @Test
    void onlyManagersImport() {
        for (String login : List.of("lead", "handler", "system")) {
            assertThat(desk.client(login)
                            .post()
                            .uri("/api/imports")
                            .contentType(MediaType.parseMediaType("text/csv"))
                            .body(HEADER)
                            .retrieve()
                            .toBodilessEntity()
                            .getStatusCode()
                            .value())
                    .isEqualTo(403);
        }
    }

    private ResponseEntity<JsonNode> send(String file, boolean dryRun) {
        return desk.client("manager")
                .post()
                .uri("/api/imports?source={source}&dryRun={dryRun}", source, dryRun)
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .body(file)
                .retrieve()
                .toEntity(JsonNode.class);
    }

    private JsonNode run(String file) {
        ResponseEntity<JsonNode> started = send(file, false);
        assertThat(started.getStatusCode().value())
                .as(String.valueOf(started.getBody()))
                .isEqualTo(202);
        return await("import")
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> desk.client("manager")
                                .get()
                                .uri(started.getHeaders().getLocation().toString())
                                .retrieve()
                                .body(JsonNode.class),
                        run -> run.path("state").asText().equals("done"));
    }

    private static String caseNumber(JsonNode done, int at) {
        return done.path("imported").get(at).path("caseNumber").asText();
    }

    private static JsonNode promise(JsonNode complaint, String kind) {
        return Desk.list(complaint.path("promises")).stream()
                .filter(promise -> promise.path("kind").asText().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static Instant instant(JsonNode node, String field) {
        return OffsetDateTime.parse(node.path(field).asText()).toInstant();
    }

    private Instant now() {
        return world.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
