package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.answer.Answers;
import io.redress.answer.Complaint.Clock;
import io.redress.answer.LegalClocks;
import io.redress.answer.LegalClocks.LegalClock;
import io.redress.answer.ProblemDocument;
import io.redress.answer.engine.EngineTask;
import io.redress.answer.sandbox.SandboxOrder;
import io.redress.people.security.Client;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** What laws allow, from what truly happened, by the rows of a table that anybody may add to. */
@SandboxTest
class LegalClocksTest {

    private static final Path TABLE = Path.of("processes", "legal-deadline.dmn");

    private SandboxDriver world;
    private Desk desk;

    @Autowired
    void enter(SandboxDriver world) {
        this.world = world;
        this.desk = new Desk(world);
    }

    @AfterEach
    void release() {
        desk.turnStopSwitch(false);
    }

    @Test
    void refundThatWasAgreedInBritainIsDueOnTheFourteenthDayAndTheLetterNamesIt() {
        desk.turnStopSwitch(true);
        SandboxOrder order = world.copyOf("R-1002");
        String customer = order.customer().email();
        Filed filed = desk.file(aComplaint()
                .claiming("billed_twice")
                .aboutOrder(order.number())
                .from(customer)
                .speaking("en-GB")
                .livingIn("UTC"));
        desk.awaitStep(filed.caseNumber(), "refund", "gateway_awaitRelease");

        Clock owed = clock(filed, "Agreed refund");
        LocalDate agreed = owed.startedAt().atZone(ZoneOffset.UTC).toLocalDate();
        assertThat(owed.kind()).isEqualTo("legal");
        assertThat(owed.state()).isEqualTo("running");
        assertThat(owed.source()).contains("Consumer Rights Act 2015");
        assertThat(owed.dueAt()).isEqualTo(midnight(agreed.plusDays(14)));
        assertThat(desk.read(filed.caseNumber()).keepUntil())
                .isEqualTo(agreed.plusYears(6).toString());

        desk.turnStopSwitch(false);
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");

        assertThat(clock(filed, "Agreed refund").state()).isEqualTo("met");
        desk.awaitMail(customer, "By law you are to have this money back by " + british(agreed.plusDays(13)));
    }

    @Test
    void requestForDataThatNobodyAnswersClimbsToTheLeadsUntilItIsAnswered() {
        Filed filed =
                desk.file(aComplaint().claiming("service").speaking("de-DE").from("wants.data@example.org"));
        String number = filed.caseNumber();
        EngineTask task = desk.awaitTask(number, "Verify complaint");
        Instant asked = desk.now().minusSeconds(20L * 24 * 3600);

        assertThat(Answers.read(
                                tell(
                                        "system",
                                        number,
                                        "legal-events",
                                        Map.of("event", "data_requested", "at", asked.toString())),
                                LegalClocks.class)
                        .items())
                .extracting(LegalClock::clock)
                .startsWith("Answer to data request");
        tell("lead", number, "legal-events", Map.of("event", "data_requested"));
        assertThat(clocks(filed, "Answer to data request"))
                .as("told twice, owed once")
                .hasSize(1);
        desk.awaitStep(number, "complaintResolution", "event_nextRungDue");
        desk.complete(task, "handler", Map.of("verdict", "no_answer_owed", "noAnswerReason", "not_a_complaint"));
        desk.awaitStatus(number, "closed");
        useUpNineTenthsOf(clock(filed, "Answer to data request"));
        desk.awaitEntry(number, "rung_climbed", "Answer to data request is at 80 %: leads told");
        assertThat(tell("lead", number, "legal-events", Map.of("event", "withdrawal_told"))
                        .getStatusCode()
                        .value())
                .as("nobody would be called in a case that has ended")
                .isEqualTo(409);

        Map<String, Object> done = Map.of("clock", "Answer to data request");
        assertThat(tell("lead", number, "legal-clocks/met", done)
                        .getStatusCode()
                        .value())
                .isEqualTo(200);
        assertThat(tell("lead", number, "legal-clocks/met", done)
                        .getStatusCode()
                        .value())
                .isEqualTo(200);
        assertThat(clock(filed, "Answer to data request").state()).isEqualTo("met");
        assertThat(desk.timeline(number))
                .filteredOn(entry -> entry.kind().equals("legal_clock_met"))
                .hasSize(1);
        await("the ladder of a case that owes nothing")
                .atMost(Duration.ofSeconds(90))
                .until(() -> desk.instances(number, "complaintResolution").isEmpty());
    }

    @Test
    void requestForDataIsNotForgottenWhereTheCaseEndsTheSameDay() {
        Filed filed =
                desk.file(aComplaint().claiming("service").speaking("de-DE").from("soon.closed@example.org"));
        String number = filed.caseNumber();
        EngineTask task = desk.awaitTask(number, "Verify complaint");
        tell("system", number, "legal-events", Map.of("event", "data_requested"));
        desk.awaitStep(number, "complaintResolution", "event_nextRungDue");
        desk.complete(task, "handler", Map.of("verdict", "no_answer_owed", "noAnswerReason", "not_a_complaint"));
        desk.awaitStatus(number, "closed");

        useUpNineTenthsOf(clock(filed, "Answer to data request"));

        desk.awaitEntry(number, "rung_climbed", "Answer to data request is at 80 %: leads told");
        tell("lead", number, "legal-clocks/met", Map.of("clock", "Answer to data request"));
    }

    @Test
    void handlerSaysInTheFormThatTheCustomerWithdrawsAndTheLawCountsFromTheReceipt() {
        Filed filed = desk.file(aComplaint()
                .claiming("other")
                .speaking("de-DE")
                .livingIn("UTC")
                .from("withdraws@example.org")
                .with("receivedAt", desk.now().minusSeconds(2 * 24 * 3600).toString()));
        String number = filed.caseNumber();
        EngineTask task = desk.awaitTask(number, "Verify complaint");

        desk.complete(
                task,
                "handler",
                Map.of("verdict", "rejected", "reason", "Wir erstatten alles.", "legalEvent", "withdrawal_told"));
        desk.awaitMail("withdraws@example.org", "Nach dem Gesetz haben Sie dieses Geld spätestens am");

        Clock refund = clock(filed, "Refund after withdrawal");
        assertThat(refund.startedAt()).isEqualTo(desk.read(number).receivedAt().truncatedTo(ChronoUnit.SECONDS));
        assertThat(refund.state()).isEqualTo("running");
    }

    @Test
    void handlerSaysThatTheCustomerAskedForDataWhenTheyWroteAndThatItIsAnswered() {
        Filed filed =
                desk.file(aComplaint().claiming("service").speaking("en-GB").from("data.later@example.org"));
        String number = filed.caseNumber();
        EngineTask verify = desk.awaitTask(number, "Verify complaint");
        tell("system", number, "messages", Map.of("text", "And I want to know what you store about me."));

        desk.complete(
                desk.awaitTask(number, "Answer customer"),
                "handler",
                Map.of("replyNeeded", "no", "legalEvent", "data_requested"));
        Clock asked = clock(filed, "Answer to data request");
        assertThat(asked.state()).isEqualTo("running");
        assertThat(asked.startedAt()).isEqualTo(wroteAt(number));

        desk.complete(
                verify,
                "handler",
                Map.of("verdict", "rejected", "reason", "It was as agreed.", "legalEvent", "data_answered"));
        assertThat(clock(filed, "Answer to data request").state()).isEqualTo("met");
    }

    /** A month is as long as it is, and longer where it would end on a day off. */
    private void useUpNineTenthsOf(Clock clock) {
        Instant from = clock.startedAt();
        Instant used =
                from.plus(Duration.between(from, clock.dueAt()).multipliedBy(9).dividedBy(10));
        world.advance(Duration.between(desk.now(), used));
    }

    private Instant wroteAt(String number) {
        return desk.read(number).clocks().stream()
                .filter(shown -> shown.kind().equals("next_answer"))
                .map(shown -> shown.startedAt().truncatedTo(ChronoUnit.SECONDS))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatCannotHaveHappenedIsRefused() {
        String number = desk.file(aComplaint().claiming("service").from("asks.oddly@example.org"))
                .caseNumber();
        String tomorrow = desk.now().plusSeconds(24 * 3600).toString();

        assertThat(faults(tell("system", number, "legal-events", Map.of("event", "full_moon"))))
                .containsExactly("event");
        assertThat(faults(tell("system", number, "legal-events", Map.of("event", "refund_agreed"))))
                .as("what Redress finds out by itself")
                .containsExactly("event");
        assertThat(faults(tell("system", number, "legal-events", Map.of("event", "delivered", "at", tomorrow))))
                .containsExactly("at");
        assertThat(faults(tell("system", number, "legal-clocks/met", Map.of("clock", "Nothing"))))
                .containsExactly("clock");
        assertThat(tell("stranger", number, "legal-events", Map.of("event", "data_requested"))
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
    }

    @Test
    void guaranteeSaysUntilWhenADefectCountsAndCallsNobody() {
        SandboxOrder order = world.copyOf("R-1010");
        Filed filed = desk.file(aComplaint()
                .claiming("defective")
                .aboutOrder(order.number())
                .from(order.customer().email()));
        desk.awaitTask(filed.caseNumber(), "Verify complaint");

        Clock guarantee = clock(filed, "Legal guarantee");
        LocalDate delivered = guarantee.startedAt().atZone(ZoneOffset.UTC).toLocalDate();
        assertThat(guarantee.kind()).isEqualTo("legal_right");
        assertThat(guarantee.dueAt()).isEqualTo(midnight(delivered.plusYears(2).plusDays(1)));
        assertThat(desk.read(filed.caseNumber()).promises())
                .as("nobody promised it")
                .noneMatch(promise -> promise.kind().startsWith("legal"));
    }

    @Test
    void bankAddsItsOwnRowsWithoutCode() throws IOException {
        String shipped = Files.readString(TABLE);
        deploy(shipped.replace("    </decisionTable>", rows() + "    </decisionTable>"));
        try {
            Filed british = desk.file(aComplaint()
                    .claiming("service")
                    .speaking("en-GB")
                    .livingIn("UTC")
                    .from("uk.account@example.org"));
            Filed german = desk.file(
                    aComplaint().claiming("billed_twice").speaking("de-DE").from("konto@example.org"));
            LocalDate today = clock(british, "Final response")
                    .startedAt()
                    .atZone(ZoneOffset.UTC)
                    .toLocalDate();

            assertThat(clock(british, "Final response").dueAt())
                    .isEqualTo(midnight(today.plusWeeks(8).plusDays(1)));
            assertThat(clock(german, "Answer about a payment").dueAt())
                    .isEqualTo(midnight(afterWorkingDays(today, 15).plusDays(1)));
            desk.awaitMail(
                    "uk.account@example.org", "By law you have our final answer by " + british(today.plusWeeks(8)));

            desk.complete(
                    desk.awaitTask(british.caseNumber(), "Verify complaint"),
                    "handler",
                    Map.of("verdict", "rejected", "reason", "The account was closed as you had asked."));
            desk.awaitMail("uk.account@example.org", "turn to an ombudsman");
            desk.awaitCase(
                    british.caseNumber(),
                    whole -> clock(british, "Final response").state().equals("met"));
        } finally {
            deploy(shipped);
        }
    }

    private static String rows() {
        return row(
                        "\"GB\"",
                        List.of(
                                "\"Final response\"",
                                "\"duty\"",
                                "8",
                                "\"weeks\"",
                                "\"after\"",
                                "false",
                                "\"standard\"",
                                "\"legal.answerBy, legal.ombudsman\"",
                                "\"P3Y\"",
                                "\"FCA DISP 1.6.2R\""))
                + row(
                        "\"DE\",\"AT\"",
                        List.of(
                                "\"Answer about a payment\"",
                                "\"duty\"",
                                "15",
                                "\"working_days\"",
                                "\"after\"",
                                "false",
                                "\"standard\"",
                                "\"legal.answerBy\"",
                                "\"\"",
                                "\"Directive (EU) 2015/2366 Art. 101(2)\""));
    }

    private static String row(String country, List<String> outputs) {
        StringBuilder row = new StringBuilder("<rule id=\"rule_bank" + Math.abs(outputs.hashCode()) + "\">");
        for (String input : List.of(country, "", "\"complaint_received\"", "")) {
            row.append("<inputEntry><text>").append(input).append("</text></inputEntry>");
        }
        outputs.forEach(
                output -> row.append("<outputEntry><text>").append(output).append("</text></outputEntry>"));
        return row.append("</rule>").toString();
    }

    private void deploy(String table) {
        var answer = Client.program(world.baseUrl(), "manager")
                .deploy("/engine-rest/deployment/create", "legal-deadline.dmn", table);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private ResponseEntity<String> tell(String login, String number, String door, Map<String, Object> body) {
        return desk.client(login)
                .post()
                .uri("/api/complaints/" + number + "/" + door)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .toEntity(String.class);
    }

    private static List<String> faults(ResponseEntity<String> answer) {
        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        return Answers.read(answer, ProblemDocument.class).fields();
    }

    private Clock clock(Filed filed, String name) {
        return clocks(filed, name).stream().findFirst().orElseThrow();
    }

    private List<Clock> clocks(Filed filed, String name) {
        return desk.read(filed.caseNumber()).clocks().stream()
                .filter(shown -> name.equals(shown.subject()))
                .toList();
    }

    /** The first instant of a day in the sandbox's zone. */
    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** The sandbox's calendar knows no holidays. */
    private static LocalDate afterWorkingDays(LocalDate day, int count) {
        LocalDate last = day;
        for (int left = count; left > 0; ) {
            last = last.plusDays(1);
            left -= last.getDayOfWeek().getValue() < 6 ? 1 : 0;
        }
        return last;
    }

    private static String british(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(Locale.UK)
                .format(day);
    }
}
