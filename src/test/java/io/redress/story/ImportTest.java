package io.redress.story;

import static io.redress.answer.Answers.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.answer.Complaint;
import io.redress.answer.Complaint.Promise;
import io.redress.answer.Import;
import io.redress.answer.ProblemDocument;
import io.redress.answer.engine.EngineTask;
import io.redress.answer.sandbox.SandboxOrder;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.time.Duration;
import java.time.Instant;
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
        SandboxOrder order = world.copyOf("R-1001");
        String buyer = order.customer().email();
        Instant received = now().minus(Duration.ofDays(21));
        Instant heard = received.plus(Duration.ofMinutes(7));
        Instant lately = now().minus(Duration.ofMinutes(10));
        String file = HEADER
                + "A;web;%s;%s;not_received;Ada;%s;%s;It never came.;handler2\n"
                        .formatted(received, heard, buyer, order.number())
                + "B;email;%s;;;Bo;bo.%s@example.org;;The app; it hangs.;\n"
                        .formatted(lately, source)
                        .replace("The app; it hangs.", "\"The app; it hangs.\"")
                + "C;email;%s;;;Cy;cy.%s@example.org;;Nobody answers.;\n".formatted(received, source);

        Import dryRun = read(send(file, true), Import.class);
        assertThat(dryRun.state()).as(dryRun.toString()).isEqualTo("checked");
        assertThat(dryRun.toImport()).isEqualTo(3);
        assertThat(desk.mails("bo." + source + "@example.org", "")).isEmpty();
        Import done = run(file);

        assertThat(done.imported()).hasSize(3);
        String known = caseNumber(done, 0);
        desk.awaitEntry(known, "rung_climbed", "managers told");
        EngineTask task = desk.awaitTask(known, "Verify complaint");
        assertThat(task.assignee()).as("kept: nobody waited for them here yet").isEqualTo("handler2");
        Complaint complaint = desk.read(known);
        assertThat(complaint.owner()).isEqualTo("handler2");
        assertThat(complaint.receivedAt()).isEqualTo(received);
        assertThat(promise(complaint, "acknowledgement").metAt()).isEqualTo(heard);
        assertThat(promise(complaint, "first_answer").dueAt())
                .as("counted from the receipt, three weeks ago")
                .isAfter(received)
                .isBefore(now().minus(Duration.ofDays(7)));
        assertThat(world.refundsOf(order.paymentReference())).isEmpty();
        assertThat(world.shipments(known)).isEmpty();
        desk.awaitEntry(known, "imported", "Imported from " + source + " as A");

        assertThat(desk.awaitMail("bo." + source + "@example.org", caseNumber(done, 1))
                        .text())
                .contains("This is what we promise");
        assertThat(desk.awaitMail("cy." + source + "@example.org", caseNumber(done, 2))
                        .text())
                .contains("you have waited for this longer than you should")
                .doesNotContain("promise");
        assertThat(desk.mails(buyer, known)).as("acknowledged before").isEmpty();

        assertThat(read(send(file, true), Import.class).alreadyImported()).isEqualTo(3);
        Import again = run(file);
        assertThat(again.alreadyImported()).isEqualTo(3);
        assertThat(again.imported()).isEmpty();
    }

    @Test
    void nothingIsImportedWithoutARightDryRunOfTheSameFileToday() {
        String right = HEADER + "A;web;%s;;;Ada;ada.%s@example.org;;It never came.;\n".formatted(now(), source);
        String wrong = right + "B;web;%s;;;Bo;;;No way to reach me.;nobody\n".formatted(now());

        Import dryRun = read(send(wrong, true), Import.class);

        assertThat(dryRun.state()).isEqualTo("refused");
        assertThat(dryRun.refused())
                .extracting(fault -> fault.row() + " " + fault.field())
                .containsExactly("3 customerEmail", "3 owner");
        ResponseEntity<String> refused = send(wrong, false);
        assertThat(refused.getStatusCode().value()).isEqualTo(409);
        assertThat(read(refused, ProblemDocument.class).detail()).contains("dryRun=true");
        assertThat(read(send(right, true), Import.class).alreadyImported()).isZero();
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
        assertThat(read(sendJson(rows, true), Import.class).toImport()).isEqualTo(2);
        identity.deleteUser(login);

        ResponseEntity<String> refused = sendJson(rows, false);

        assertThat(refused.getStatusCode().value()).isEqualTo(422);
        assertThat(read(refused, ProblemDocument.class).fields().get(0)).isEqualTo("rows[1].owner");
        assertThat(read(sendJson(rows.subList(1, 2), true), Import.class).alreadyImported())
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

    private ResponseEntity<String> sendJson(List<Map<String, String>> rows, boolean dryRun) {
        return desk.client("manager")
                .post()
                .uri("/api/imports?source={source}&dryRun={dryRun}", source, dryRun)
                .contentType(MediaType.APPLICATION_JSON)
                .body(rows)
                .retrieve()
                .toEntity(String.class);
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

    private ResponseEntity<String> send(String file, boolean dryRun) {
        return desk.client("manager")
                .post()
                .uri("/api/imports?source={source}&dryRun={dryRun}", source, dryRun)
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .body(file)
                .retrieve()
                .toEntity(String.class);
    }

    private Import run(String file) {
        ResponseEntity<String> started = send(file, false);
        assertThat(started.getStatusCode().value()).as(started.getBody()).isEqualTo(202);
        return await("import")
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> desk.client("manager")
                                .get()
                                .uri(started.getHeaders().getLocation().toString())
                                .retrieve()
                                .body(Import.class),
                        run -> run.state().equals("done"));
    }

    private static String caseNumber(Import done, int at) {
        return done.imported().get(at).caseNumber();
    }

    private static Promise promise(Complaint complaint, String kind) {
        return complaint.promises().stream()
                .filter(promise -> promise.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private Instant now() {
        return world.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
