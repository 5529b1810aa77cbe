package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.answer.Answers;
import io.redress.answer.Complaint;
import io.redress.answer.Receipt;
import io.redress.answer.engine.EngineTask;
import io.redress.answer.sandbox.SandboxMail;
import io.redress.answer.sandbox.SandboxOrder;
import io.redress.answer.sandbox.SandboxOrder.Buyer;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;

/** Nobody is told anything of an order before it is certain that it is theirs. */
@SandboxTest
class IdentityTest {

    /** Instants, hashes and ids: a second such as 12.45 is no price. */
    private static final Pattern CHANCE = Pattern.compile(
            "\\d{4}-\\d\\d-\\d\\dT[\\d:.]+|\\b[0-9a-f]{64}\\b|\\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b");

    private static final Set<String> SECRET = Set.of(
            "sku",
            "description",
            "trackingCode",
            "reference",
            "street1",
            "zip",
            "city",
            "amount",
            "unitPrice",
            "total");

    private SandboxDriver world;
    private Desk desk;

    @Autowired
    void enter(SandboxDriver world) {
        this.world = world;
        this.desk = new Desk(world);
    }

    /** Who complains, beside the order's own contacts. */
    private record Stranger(String email, String phone, SandboxOrder order, Filed filed) {}

    @Test
    void aStrangerReadsTheHandlersWordsAndNothingOfTheOrder() {
        List<Stranger> strangers = strangers();

        for (Stranger one : strangers) {
            EngineTask task = desk.awaitTask(one.filed().caseNumber(), "Verify complaint");
            assertThat(desk.read(one.filed().caseNumber()).identity()).isEqualTo("open");
            desk.complete(task, "handler", Map.of("verdict", "ask_customer", "question", "Which door was it left at?"));
        }
        for (Stranger one : strangers) {
            assertThat(desk.awaitMail(one.email(), "Which door").text())
                    .contains(one.filed().trackingUrl());
            desk.client("stranger")
                    .post()
                    .uri("/api/complaints/{number}/messages", one.filed().caseNumber())
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(Map.of("text", "At the back door."))
                    .retrieve()
                    .toBodilessEntity();
            desk.complete(
                    desk.awaitTask(one.filed().caseNumber(), "Verify complaint"),
                    "handler",
                    Map.of("verdict", "rejected", "cause", "people", "reason", "Somebody took it in."));
        }
        for (Stranger one : strangers) {
            SandboxMail decision = desk.awaitMail(one.email(), "Somebody took it in.");
            assertThat(decision.text()).contains("We tell nobody but the customer");
            assertNothingOf(one.order(), everythingSaidTo(one));
            assertThat(world.refunds(one.filed().caseNumber())).isEmpty();
        }
    }

    /** A foreign domain, another mailbox, and the order's own phone beside somebody else's mailbox. */
    private List<Stranger> strangers() {
        List<Stranger> strangers = new ArrayList<>();
        for (String way : List.of("domain", "letters", "mailbox", "phone")) {
            SandboxOrder order = world.copyOf("R-1001");
            Buyer customer = order.customer();
            String own = customer.email();
            String email =
                    switch (way) {
                        case "domain" -> own.replace("@example.com", "@exam-ple.com");
                        case "letters" -> "x" + own;
                        default -> "somebody." + UUID.randomUUID() + "@elsewhere.example";
                    };
            String phone = way.equals("phone") ? customer.phone() : null;
            strangers.add(new Stranger(email, phone, order, desk.file(complaint(order, email, phone))));
        }
        return strangers;
    }

    @Test
    void whoWritesFromTheOrdersOwnMailboxReadsEverything() {
        SandboxOrder order = world.copyOf("R-1001");
        String own = order.customer().email();
        Filed filed = desk.file(complaint(order, own.replace("example", "EXAMPLE"), null));

        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");

        Complaint seen = Answers.read(strangersView(filed, ""), Complaint.class);
        assertThat(seen.identity()).isEqualTo("settled");
        assertThat(seen.remedies()).isNotEmpty();
        assertThat(Answers.read(strangersView(filed, "/receipt"), Receipt.class)
                        .chain()
                        .entries())
                .isNotEmpty();
        assertThat(page(filed)).contains("109.70").contains("Refund");
    }

    @Test
    void theOrdersOwnPhoneAloneLetsACaseRunAndIsToldByPhone() {
        SandboxOrder order = world.copyOf("R-1001");
        Buyer customer = order.customer();
        Filed filed = desk.file(complaint(order, null, customer.phone()));

        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");

        assertThat(world.refunds(filed.caseNumber())).hasSize(1);
        assertThat(desk.read(filed.caseNumber()).identity()).isEqualTo("open");
        assertNothingOf(
                order,
                page(filed)
                        + strangersView(filed, "")
                        + strangersView(filed, "/timeline")
                        + strangersView(filed, "/messages"));
        assertThat(desk.tasks(filed.caseNumber(), "Tell customer"))
                .anySatisfy(task -> assertThat(desk.caseFile(task, "handler")).contains("109.70"));
    }

    @Test
    void whatWasShownIsHiddenOnceItIsOpenWhoComplainsAndShownAgainOnceAPersonHasChecked() {
        SandboxOrder order = world.copyOf("R-1001");
        String own = order.customer().email();
        Filed filed = desk.file(complaint(order, own, null));
        desk.awaitMail(own, "109.70");
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");
        assertThat(page(filed)).contains("109.70");

        String elsewhere = "moved." + UUID.randomUUID() + "@elsewhere.example";
        desk.correct(filed.caseNumber(), "handler", Map.of("email", elsewhere, "reason", "Said so on the phone"), 200);

        assertThat(desk.read(filed.caseNumber()).identity()).isEqualTo("open");
        assertNothingOf(
                order,
                page(filed)
                        + strangersView(filed, "")
                        + strangersView(filed, "/timeline")
                        + strangersView(filed, "/messages")
                        + strangersView(filed, "/receipt"));
        assertThat(page(filed)).contains("We wrote to you on").contains("Where is my parcel?");
        world.advance(Duration.ofDays(8));
        SandboxMail followUp = desk.awaitMail(elsewhere, "Is your complaint settled?");
        assertNothingOf(order, followUp.toString());

        desk.correct(filed.caseNumber(), "handler", Map.of("confirmed", true, "reason", "Checked the passport"), 200);
        assertThat(desk.read(filed.caseNumber()).identity()).isEqualTo("settled");
        assertThat(page(filed)).contains("109.70").doesNotContain("We wrote to you on");
    }

    @Test
    void customersWordsTurnNothingAroundBesideThem() {
        String words = "\u202Eوصل الطرد فارغا";
        String name = "Ada \u202Eevil";
        String address = "words." + UUID.randomUUID() + "@example.org";
        Filed filed =
                desk.file(aComplaint().from(address).named(name).saying(words).speaking("zh-HK"));

        EngineTask task = desk.awaitTask(filed.caseNumber(), "Verify complaint");
        SandboxMail mail = desk.awaitMail(address, filed.caseNumber());

        assertThat(page(filed))
                .doesNotContain("\u202E")
                .contains("dir=\"auto\"")
                .contains("وصل الطرد فارغا");
        assertThat(desk.caseFile(task, "li")).doesNotContain("\u202E").contains("وصل الطرد فارغا");
        assertThat(mail.html() + mail.text() + mail.subject())
                .doesNotContain("\u202E")
                .contains("我們已收到您的申訴")
                .contains("lang=\"zh-HK\"");
        assertThat(desk.read(filed.caseNumber()).description()).isEqualTo(words);
    }

    private static ComplaintDraft complaint(SandboxOrder order, String email, String phone) {
        ComplaintDraft draft = aComplaint()
                .claiming("not_received")
                .saying("Where is my parcel?")
                .aboutOrder(order.number())
                .sentBy("stranger");
        if (email != null) {
            draft.from(email);
        }
        return phone == null ? draft : draft.calling(phone);
    }

    private String everythingSaidTo(Stranger one) {
        return world.mailsTo(one.email())
                + page(one.filed())
                + strangersView(one.filed(), "")
                + strangersView(one.filed(), "/timeline")
                + strangersView(one.filed(), "/receipt");
    }

    private String strangersView(Filed filed, String part) {
        return desk.client("stranger")
                .get()
                .uri("/api/complaints/{number}" + part, filed.caseNumber())
                .retrieve()
                .body(String.class);
    }

    private String page(Filed filed) {
        return world.anybody().get().uri(filed.trackingUrl()).retrieve().body(String.class);
    }

    private void assertNothingOf(SandboxOrder order, String said) {
        List<String> secrets = new ArrayList<>();
        collect(world.order(order.number()), secrets);
        secrets.add("109.70");
        String told = CHANCE.matcher(said).replaceAll("");
        assertThat(secrets).hasSizeGreaterThan(8).allSatisfy(secret -> assertThat(told)
                .doesNotContain(secret));
    }

    private static void collect(JsonNode node, List<String> secrets) {
        node.properties().forEach(field -> {
            String text = field.getValue().asText();
            if (SECRET.contains(field.getKey()) && text.length() > 3) {
                secrets.add(text);
            }
            collect(field.getValue(), secrets);
        });
        if (node.isArray()) {
            node.forEach(element -> collect(element, secrets));
        }
    }
}
