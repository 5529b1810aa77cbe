package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.answer.Answers;
import io.redress.answer.Complaint;
import io.redress.answer.ComplaintPage;
import io.redress.answer.ComplaintPage.ComplaintSummary;
import io.redress.answer.SafetyRegister;
import io.redress.answer.SafetyRegister.SafetyRecord;
import io.redress.answer.SafetyRegister.SafetyTold;
import io.redress.answer.engine.EngineFilter;
import io.redress.answer.engine.EngineInstance;
import io.redress.answer.engine.EngineTask;
import io.redress.answer.engine.EngineVariable;
import io.redress.answer.sandbox.SandboxMail;
import io.redress.answer.sandbox.SandboxOrder;
import io.redress.people.security.Client;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Whoever is hurt or in danger is heard at any hour, and by somebody. */
@SandboxTest
class DangerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> CALLED =
            List.of("lead@redress.example", "lead2@redress.example", "alarm@redress.example");

    /** What the lexicon leaves open. */
    private static final String SMOKE =
            "Smoke came out of the adapter, so I pulled the plug at once. Nobody was there.";

    private SandboxDriver world;
    private Desk desk;

    @Autowired
    void enter(SandboxDriver world) {
        this.world = world;
        this.desk = new Desk(world);
    }

    @AfterEach
    void behave() {
        world.behave();
    }

    @Test
    void injuryAtNightCallsLeadDeputyAndOnCallAgainAndAgainUntilSomebodyHasTakenItOn() {
        SandboxOrder order = world.copyOf("R-1001");
        desk.advanceIntoTheNight(Duration.ofMinutes(1));
        Instant filedAt = desk.now();
        Filed filed = desk.file(aComplaint()
                .claiming("not_received")
                .aboutOrder(order.number())
                .from(order.customer().email())
                .speaking("de")
                .saying("Der Wasserkocher kam kaputt an, meine Tochter ist schwer verletzt."));
        String number = filed.caseNumber();

        CALLED.forEach(address -> assertThat(awaitAlarm(address, number, 1).sentAt())
                .as(address)
                .isBetween(filedAt.minusSeconds(1), filedAt.plusSeconds(60)));
        Complaint read = desk.read(number);
        assertThat(read.danger()).isEqualTo("certain");
        assertThat(read.dangerDetail().why()).isNotBlank();
        assertThat(read.dangerDetail().claimedBy()).isNull();
        firstInEveryListAndOnTheCard(number);
        String letter =
                desk.awaitMail(order.customer().email(), "[" + number + "]").text();
        assertThat(letter).contains("112", "Chargen").doesNotContain("Zahlung", "in Ihrer Bestellung");

        // Nobody has claimed it: again after a quarter of an hour, and again; nothing is paid.
        world.advance(Duration.ofMinutes(15));
        CALLED.forEach(address -> awaitAlarm(address, number, 2));
        world.advance(Duration.ofMinutes(15));
        CALLED.forEach(address -> awaitAlarm(address, number, 3));
        assertThat(world.refunds(number)).isEmpty();
        assertThat(world.shipments(number)).isEmpty();
        assertThat(metric()).isGreaterThanOrEqualTo(1);

        EngineTask task = desk.awaitTask(number, "Verify complaint");
        assertThat(task.priority()).isEqualTo(100);
        assertThat(desk.claim(task, "lead2").getStatusCode().value()).isEqualTo(204);
        assertThat(desk.read(number).dangerDetail().claimedBy()).isEqualTo("lead2");
        desk.awaitEntry(number, "danger_claimed", "taken the case on");
        noFurtherAlarm(number, 3);

        // Put back, it is nobody's, and the alarm goes on until somebody has it again.
        desk.client("lead2")
                .post()
                .uri("/engine-rest/task/{id}/unclaim", task.id())
                .retrieve()
                .toBodilessEntity();
        awaitAlarm("lead@redress.example", number, 4);
        assertThat(desk.claim(task, "lead2").getStatusCode().value()).isEqualTo(204);

        registerShowsItAndIsWritten(number);
        // What is owed is what it would have been, only later and by a person; no survey follows.
        ResponseEntity<String> done =
                desk.submit(task, "lead2", Map.of("verdict", "confirmed", "cause", "value", "hurt", "true"));
        assertThat(done.getStatusCode().value()).as(done.getBody()).isEqualTo(204);
        desk.awaitStatus(number, "waiting_for_follow_up");
        assertThat(world.refunds(number)).hasSize(1);
        assertThat(desk.remedies(number, "goodwill")).isEmpty();
        world.advance(Duration.ofDays(6));
        desk.awaitEntry(number, "no_follow_up", "no follow-up is sent");
    }

    private void firstInEveryListAndOnTheCard(String number) {
        List<ComplaintSummary> items =
                get("lead", "/api/complaints?size=100", ComplaintPage.class).items();
        List<String> before = items.stream()
                .takeWhile(item -> !item.caseNumber().equals(number))
                .map(ComplaintSummary::danger)
                .toList();
        assertThat(items).extracting(ComplaintSummary::caseNumber).contains(number);
        assertThat(before).allMatch("certain"::equals);
        EngineTask task = desk.awaitTask(number, "Verify complaint");
        await("danger on the card").atMost(PATIENCE).until(() -> {
            EngineFilter danger = Stream.of(get(
                            "lead",
                            "/engine-rest/filter?resourceType=Task&sortBy=filterId&sortOrder=asc",
                            EngineFilter[].class))
                    .filter(filter -> filter.name().equals("People in danger"))
                    .findFirst()
                    .orElseThrow();
            return Stream.of(get("lead", "/engine-rest/filter/" + danger.id() + "/list", EngineTask[].class))
                    .anyMatch(listed -> listed.id().equals(task.id()));
        });
        assertThat(get("lead", "/engine-rest/task/" + task.id() + "/localVariables/danger", EngineVariable.class)
                        .value())
                .isEqualTo("certain");
    }

    private void registerShowsItAndIsWritten(String number) {
        SafetyRecord row = row(number);
        assertThat(row.article()).isNotBlank();
        assertThat(row.told()).extracting(SafetyTold::to).contains("lead", "lead2", "alarm@redress.example");
        assertThat(row.duties().get(0).state()).isEqualTo("running");
        assertThat(row.duties().get(0).source()).contains("2023/988");

        String address = "/api/safety-register/" + row.id();
        assertThat(put("lead", address, Map.of("batch", "=1+1", "hazard", "The lid comes off", "colour", "red")))
                .contains("colour", "not known");
        put("lead", address, Map.of("batch", "=1+1", "hazard", "The lid comes off", "injury", "A burnt hand"));
        put("lead2", address, Map.of("batch", "L 2209"));
        put("lead", address, Map.of("batch", "=1+1"));
        assertThat(put("lead", address, Map.of("authority", "KBA"))).contains("authorityToldAt");
        put(
                "lead",
                address,
                Map.of("authority", "BAuA", "authorityToldAt", desk.now().toString()));
        SafetyRecord written = row(number);
        assertThat(written.duties().get(0).state()).isEqualTo("met");
        assertThat(written.changes())
                .extracting(change -> change.by() + " " + change.field() + ": " + change.after())
                .contains("lead batch: =1+1", "lead2 batch: L 2209", "lead authority: BAuA");
        String csv = desk.client("lead")
                .get()
                .uri("/api/safety-register")
                .accept(MediaType.parseMediaType("text/csv"))
                .retrieve()
                .body(String.class);
        assertThat(csv.lines().filter(line -> line.contains(number)).findFirst())
                .hasValueSatisfying(line -> assertThat(line).contains("'=1+1", "BAuA", "met"));
        Client lead = Client.browser(world.baseUrl(), "lead");
        assertThat(lead.get("/safety-register").body()).contains("Safety register", number, "The lid comes off");
        assertThat(lead.get("/safety-register?from=tomorrow").status()).isEqualTo(400);
        assertThat(Client.browser(world.baseUrl(), "handler")
                        .get("/safety-register")
                        .status())
                .isEqualTo(403);
        assertThat(status("handler", "/api/safety-register")).isEqualTo(403);
        assertThat(status("lead", "/api/safety-register?form=2026-01-01")).isEqualTo(400);
        assertThat(status("lead", "/api/safety-register?from=yesterday")).isEqualTo(400);
        assertThat(get("lead", "/api/safety-register?from=2001-01-01&to=2001-01-02", SafetyRegister.class)
                        .items())
                .isEmpty();
    }

    @Test
    void possibleDangerOnASundayIsToldOnceAndAgainOnMondayUntilAPersonHasSaidWhichItIs() {
        advanceTo(DayOfWeek.SUNDAY, 11);
        Filed safe = desk.file(smoking("smoke.safe@example.org"));
        Filed hurt = desk.file(smoking("smoke.hurt@example.org"));
        List.of(safe, hurt).forEach(filed -> {
            awaitAlarm("lead@redress.example", filed.caseNumber(), 1);
            awaitAlarm("lead2@redress.example", filed.caseNumber(), 1);
            assertThat(desk.read(filed.caseNumber()).danger()).isEqualTo("possible");
        });
        assertThat(alarms("alarm@redress.example", safe.caseNumber())).isEmpty();
        assertThat(desk.awaitMail("smoke.safe@example.org", "[" + safe.caseNumber() + "]")
                        .text())
                .contains("If anybody was hurt");

        world.advance(Duration.ofHours(3));
        noFurtherAlarm(safe.caseNumber(), 1);
        advanceTo(DayOfWeek.MONDAY, 9);
        assertThat(awaitAlarm("lead@redress.example", safe.caseNumber(), 2)
                        .sentAt()
                        .atZone(ZoneOffset.UTC)
                        .getDayOfWeek())
                .isEqualTo(DayOfWeek.MONDAY);

        EngineTask task = desk.awaitTask(safe.caseNumber(), "Verify complaint");
        desk.claim(task, "handler");
        assertThat(desk.submit(task, "handler", Map.of("verdict", "rejected", "reason", "It is meant to."))
                        .getBody())
                .contains("hurt", "Say first whether anybody was hurt");
        assertThat(desk.submit(
                                task,
                                "handler",
                                Map.of("verdict", "rejected", "reason", "It is meant to.", "hurt", "perhaps"))
                        .getBody())
                .contains("Must be true or false");
        desk.complete(task, "handler", Map.of("verdict", "rejected", "reason", "It is meant to.", "hurt", "false"));
        Complaint ordinary = desk.read(safe.caseNumber());
        assertThat(ordinary.danger()).isEqualTo("none");
        assertThat(ordinary.dangerDetail().saidBy()).isEqualTo("handler");
        assertThat(ordinary.severity()).isNotEqualTo("critical");
        assertThat(row(safe.caseNumber())).isNull();

        EngineTask other = desk.awaitTask(hurt.caseNumber(), "Verify complaint");
        desk.claim(other, "handler");
        assertThat(desk.submit(other, "handler", Map.of("verdict", "rejected", "reason", "No.", "hurt", "true"))
                        .getBody())
                .contains("a lead decides this case");
        assertThat(desk.read(hurt.caseNumber()).danger()).isEqualTo("possible");
        desk.complete(
                other,
                "handler",
                Map.of("verdict", "consult", "question", "Whom do I call?", "hurt", "true", "injury", "Coughs"));
        assertThat(desk.read(hurt.caseNumber()).danger()).isEqualTo("certain");
        CALLED.forEach(address -> awaitMailSaying(address, hurt.caseNumber(), "DANGER"));
        assertThat(row(hurt.caseNumber()).injury()).isEqualTo("Coughs");
        assertThat(desk.read(hurt.caseNumber()).dangerDetail().claimedBy())
                .as("who says it is not who sees to it")
                .isNull();
        post("lead", hurt, "danger/claim", Map.of());
    }

    private static ComplaintDraft smoking(String address) {
        return aComplaint().claiming("defective").from(address).speaking("en").saying(SMOKE);
    }

    @Test
    void dangerToldLaterReachesSomebodyWhateverHasBecomeOfTheCase() {
        Filed open = desk.file(aComplaint().claiming("service").from("later.open@example.org"));
        EngineTask mine = desk.awaitTask(open.caseNumber(), "Verify complaint");
        desk.claim(mine, "handler");
        Filed ended = desk.file(aComplaint().claiming("service").from("later.ended@example.org"));
        desk.complete(
                desk.awaitTask(ended.caseNumber(), "Verify complaint"),
                "handler",
                Map.of("verdict", "no_answer_owed", "noAnswerReason", "spam"));
        desk.awaitStatus(ended.caseNumber(), "closed");
        Filed takenBack = desk.file(aComplaint().claiming("service").from("later.back@example.org"));
        desk.awaitTask(takenBack.caseNumber(), "Verify complaint");

        // No mail leaves while the mail server is down, and none is lost by it.
        world.fault("smtp", "down", 100_000);
        post("system", open, "messages", Map.of("text", "By the way, it caught fire last night."));
        post("system", ended, "messages", Map.of("text", "My son is injured because of it."));
        post("system", takenBack, "withdrawal", Map.of("reason", "Keep it. It caught fire."));
        List<Filed> all = List.of(open, ended, takenBack);
        all.forEach(filed -> desk.awaitEntry(filed.caseNumber(), "danger_alarm", "Alarm 1 is given"));
        world.advance(Duration.ofMinutes(40));
        all.forEach(filed -> assertThat(desk.read(filed.caseNumber()).danger())
                .as(filed.caseNumber())
                .isEqualTo("certain"));
        assertThat(desk.read(ended.caseNumber()).status()).isEqualTo("closed");
        all.forEach(filed -> desk.awaitEntry(filed.caseNumber(), "danger_alarm", "Alarm 2 is given"));
        assertThat(alarms("lead@redress.example", open.caseNumber())).isEmpty();
        world.behave();
        world.advance(Duration.ofMinutes(1));
        all.forEach(filed -> CALLED.forEach(address -> awaitAlarm(address, filed.caseNumber(), 1)));

        // The task that a handler had can be claimed by a lead, who sees to it now.
        EngineTask free = desk.awaitTask(open.caseNumber(), "Verify complaint");
        assertThat(free.assignee()).isNull();
        assertThat(free.priority()).isEqualTo(100);
        assertThat(desk.claim(free, "lead").getStatusCode().value()).isEqualTo(204);
        assertThat(desk.claim(desk.awaitTask(ended.caseNumber(), "Read message"), "lead")
                        .getStatusCode()
                        .value())
                .isEqualTo(204);
        desk.awaitTask(takenBack.caseNumber(), "Read message");
        post("lead", takenBack, "danger/claim", Map.of());
        all.forEach(
                filed -> assertThat(desk.read(filed.caseNumber()).dangerDetail().claimedBy())
                        .isEqualTo("lead"));
    }

    @Test
    void everyDoorAsksWhetherAnybodyWasHurt() {
        Filed byApi = desk.file(
                aComplaint().claiming("service").from("hurt.api@example.org").with("hurt", true));
        assertThat(desk.read(byApi.caseNumber()).danger()).isEqualTo("certain");
        assertThat(desk.send(aComplaint().from("hurt.bad@example.org").with("hurt", "yes"))
                        .getBody())
                .contains("hurt", "Must be true or false");
        assertThat(desk.read(desk.file(aComplaint().from("hurt.no@example.org").with("hurt", false))
                                .caseNumber())
                        .danger())
                .isEqualTo("none");
        assertThat(desk.read(start("handler", "hurt.form@example.org", "true", "String"))
                        .danger())
                .isEqualTo("certain");
        assertThat(desk.read(start("system", "hurt.boolean@example.org", true, "Boolean"))
                        .danger())
                .isEqualTo("certain");
        assertThat(start("handler", "hurt.wrong@example.org", "perhaps", "String"))
                .isNull();

        // The same complaint once more, now with the box ticked: the case that it joins is raised.
        ComplaintDraft twice = aComplaint().from("hurt.twice@example.org").saying("It happened again.");
        Filed first = desk.file(twice);
        assertThat(desk.send(twice.with("hurt", true)).getStatusCode().value()).isEqualTo(200);
        assertThat(desk.read(first.caseNumber()).danger()).isEqualTo("certain");

        // Only a lead takes it back, with a reason; then the case is one like any other.
        assertThat(say("handler", byApi, Map.of("hurt", false, "reason", "A joke")))
                .contains("only a lead");
        assertThat(say("lead", byApi, Map.of("hurt", false))).contains("Say why");
        desk.awaitTask(byApi.caseNumber(), "Verify complaint");
        assertThat(Answers.read(
                                say("lead", byApi, Map.of("hurt", false, "reason", "Spoke with her: nobody")),
                                Complaint.class)
                        .danger())
                .isEqualTo("none");
        SafetyRecord struck = row(byApi.caseNumber());
        assertThat(struck.struckBecause()).isEqualTo("Spoke with her: nobody");
        assertThat(struck.struckBy()).isEqualTo("lead");
        Complaint ordinary = desk.read(byApi.caseNumber());
        assertThat(ordinary.priority()).isLessThan(95);
        assertThat(desk.awaitTask(byApi.caseNumber(), "Verify complaint").priority())
                .isLessThan(95);
    }

    private String start(String login, String address, Object hurt, String type) {
        ResponseEntity<String> answer = desk.client(login)
                .post()
                .uri("/engine-rest/process-definition/key/complaintResolution/start")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of(
                        "variables",
                        Map.of(
                                "description", Map.of("value", "It is late.", "type", "String"),
                                "customerEmail", Map.of("value", address, "type", "String"),
                                "hurt", Map.of("value", hurt, "type", type))))
                .retrieve()
                .toEntity(String.class);
        return answer.getStatusCode().is2xxSuccessful()
                ? Answers.read(answer, EngineInstance.class).businessKey()
                : null;
    }

    private String say(String login, Filed filed, Map<String, Object> said) {
        return put(login, "/api/complaints/" + filed.caseNumber() + "/danger", said);
    }

    private String put(String login, String address, Map<String, ?> body) {
        return desk.client(login)
                .put()
                .uri(address)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .body(String.class);
    }

    private void post(String login, Filed filed, String what, Map<String, ?> body) {
        ResponseEntity<String> answer = desk.client(login)
                .post()
                .uri("/api/complaints/{number}/" + what, filed.caseNumber())
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .toEntity(String.class);
        assertThat(answer.getStatusCode().is2xxSuccessful())
                .as("%s %s", answer.getStatusCode(), answer.getBody())
                .isTrue();
    }

    private <T> T get(String login, String address, Class<T> type) {
        return desk.client(login).get().uri(address).retrieve().body(type);
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

    /** The register's row of a case, {@code null} where it has none. */
    private SafetyRecord row(String number) {
        return get("manager", "/api/safety-register", SafetyRegister.class).items().stream()
                .filter(row -> number.equals(row.caseNumber()))
                .findFirst()
                .orElse(null);
    }

    private double metric() {
        return get("manager", "/actuator/metrics/redress.cases.danger.unclaimed", JsonNode.class)
                .at("/measurements/0/value")
                .asDouble();
    }

    /** Waits for the n-th alarm about a case, and returns the latest. */
    private SandboxMail awaitAlarm(String address, String number, int nth) {
        List<SandboxMail> found = await("alarm " + nth + " about " + number + " to " + address)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> alarms(address, number), alarms -> alarms.size() >= nth);
        assertThat(found).as(address).hasSize(nth);
        return found.get(found.size() - 1);
    }

    private void awaitMailSaying(String address, String number, String word) {
        await(word + " to " + address).atMost(PATIENCE).until(() -> alarms(address, number).stream()
                .anyMatch(mail -> mail.text().contains(word) || mail.subject().contains(word)));
    }

    /** Lets a quarter of an hour pass, and waits until an alarm has gone out for another case: there was none for this one. */
    private void noFurtherAlarm(String number, int told) {
        world.advance(Duration.ofMinutes(16));
        Filed witness = desk.file(aComplaint()
                .from("witness." + number.toLowerCase(Locale.ROOT) + "@example.org")
                .with("hurt", true));
        CALLED.forEach(address -> awaitAlarm(address, witness.caseNumber(), 1));
        post("lead", witness, "danger/claim", Map.of());
        assertThat(alarms("lead@redress.example", number)).hasSize(told);
        assertThat(alarms("lead2@redress.example", number)).hasSize(told);
    }

    /** A mail may tell of several cases. */
    private List<SandboxMail> alarms(String address, String number) {
        return desk.mails(address, number).stream()
                .filter(mail -> {
                    String all = mail.subject() + mail.text();
                    return all.contains("hurt or in danger");
                })
                .toList();
    }

    private void advanceTo(DayOfWeek day, int hour) {
        Instant now = desk.now();
        ZonedDateTime then =
                now.atZone(ZoneOffset.UTC).withHour(hour).withMinute(0).withSecond(5);
        while (!then.toInstant().isAfter(now) || then.getDayOfWeek() != day) {
            then = then.plusDays(1);
        }
        world.advance(Duration.between(now, then.toInstant()));
    }
}
