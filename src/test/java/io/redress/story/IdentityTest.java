package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
    private record Stranger(String email, String phone, JsonNode order, Filed filed) {}

    @Test
    void aStrangerReadsTheHandlersWordsAndNothingOfTheOrder() {
        List<Stranger> strangers = strangers();

        for (Stranger one : strangers) {
            JsonNode task = desk.awaitTask(one.filed().caseNumber(), "Verify complaint");
            assertThat(desk.read(one.filed().caseNumber()).path("identity").asText())
                    .isEqualTo("open");
            desk.complete(task, "handler", Map.of("verdict", "ask_customer", "question", "Which door was it left at?"));
        }
        for (Stranger one : strangers) {
            assertThat(desk.awaitMail(one.email(), "Which door").path("text").asText())
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
            JsonNode decision = desk.awaitMail(one.email(), "Somebody took it in.");
            assertThat(decision.path("text").asText()).contains("We tell nobody but the customer");
            assertNothingOf(one.order(), everythingSaidTo(one));
            assertThat(world.refunds(one.filed().caseNumber())).isEmpty();
        }
    }

    /** A foreign domain, another mailbox, and the order's own phone beside somebody else's mailbox. */
    private List<Stranger> strangers() {
        List<Stranger> strangers = new ArrayList<>();
        for (String way : List.of("domain", "letters", "mailbox", "phone")) {
            JsonNode order = world.copyOf("R-1001");
            JsonNode customer = world.order(order.path("number").asText()).path("customer");
            String own = customer.path("email").asText();
            String email =
                    switch (way) {
                        case "domain" -> own.replace("@example.com", "@exam-ple.com");
                        case "letters" -> "x" + own;
                        default -> "somebody." + UUID.randomUUID() + "@elsewhere.example";
                    };
            String phone = way.equals("phone") ? customer.path("phone").asText() : null;
            strangers.add(new Stranger(email, phone, order, desk.file(complaint(order, email, phone))));
        }
        return strangers;
    }

    @Test
    void whoWritesFromTheOrdersOwnMailboxReadsEverything() {
        JsonNode order = world.copyOf("R-1001");
        String own = order.path("customer").path("email").asText();
        Filed filed = desk.file(complaint(order, own.replace("example", "EXAMPLE"), null));

        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");

        JsonNode seen = strangersView(filed, "");
        assertThat(seen.path("identity").asText()).isEqualTo("settled");
        assertThat(seen.path("remedies")).isNotEmpty();
        assertThat(strangersView(filed, "/receipt").path("chain").path("entries"))
                .isNotEmpty();
        assertThat(page(filed)).contains("109.70").contains("Refund");
    }

    @Test
    void theOrdersOwnPhoneAloneLetsACaseRunAndIsToldByPhone() {
        JsonNode order = world.copyOf("R-1001");
        JsonNode customer = world.order(order.path("number").asText()).path("customer");
        Filed filed = desk.file(complaint(order, null, customer.path("phone").asText()));

        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");

        assertThat(world.refunds(filed.caseNumber())).hasSize(1);
        assertThat(desk.read(filed.caseNumber()).path("identity").asText()).isEqualTo("open");
        assertNothingOf(order, page(filed) + strangersView(filed, "") + strangersView(filed, "/timeline"));
        assertThat(desk.tasks(filed.caseNumber(), "Tell customer"))
                .anySatisfy(task -> assertThat(desk.caseFile(task, "handler")).contains("109.70"));
    }

    @Test
    void whatWasShownIsHiddenOnceItIsOpenWhoComplainsAndShownAgainOnceAPersonHasChecked() {
        JsonNode order = world.copyOf("R-1001");
        String own = order.path("customer").path("email").asText();
        Filed filed = desk.file(complaint(order, own, null));
        desk.awaitMail(own, "109.70");
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");
        assertThat(page(filed)).contains("109.70");

        String elsewhere = "moved." + UUID.randomUUID() + "@elsewhere.example";
        desk.correct(filed.caseNumber(), "handler", Map.of("email", elsewhere, "reason", "Said so on the phone"), 200);

        assertThat(desk.read(filed.caseNumber()).path("identity").asText()).isEqualTo("open");
        assertNothingOf(
                order,
                page(filed)
                        + strangersView(filed, "")
                        + strangersView(filed, "/timeline")
                        + strangersView(filed, "/receipt"));
        assertThat(page(filed)).contains("We wrote to you on").contains("Where is my parcel?");
        world.advance(Duration.ofDays(8));
        JsonNode followUp = desk.awaitMail(elsewhere, "Is your complaint settled?");
        assertNothingOf(order, followUp.toString());

        desk.correct(filed.caseNumber(), "handler", Map.of("confirmed", true, "reason", "Checked the passport"), 200);
        assertThat(desk.read(filed.caseNumber()).path("identity").asText()).isEqualTo("settled");
        assertThat(page(filed)).contains("109.70").doesNotContain("We wrote to you on");
    }

    @Test
    void customersWordsTurnNothingAroundBesideThem() {
        String words = "\u202Eوصل الطرد فارغا";
        String name = "Ada \u202Eevil";
        String address = "words." + UUID.randomUUID() + "@example.org";
        Filed filed =
                desk.file(aComplaint().from(address).named(name).saying(words).speaking("zh-HK"));

        JsonNode task = desk.awaitTask(filed.caseNumber(), "Verify complaint");
        JsonNode mail = desk.awaitMail(address, filed.caseNumber());

        assertThat(page(filed))
                .doesNotContain("\u202E")
                .contains("dir=\"auto\"")
                .contains("وصل الطرد فارغا");
        assertThat(desk.caseFile(task, "li")).doesNotContain("\u202E").contains("وصل الطرد فارغا");
        assertThat(mail.path("html").asText()
                        + mail.path("text").asText()
                        + mail.path("subject").asText())
                .doesNotContain("\u202E")
                .contains("我們已收到您的申訴")
                .contains("lang=\"zh-HK\"");
        assertThat(desk.read(filed.caseNumber()).path("description").asText()).isEqualTo(words);
    }

    private static ComplaintDraft complaint(JsonNode order, String email, String phone) {
        ComplaintDraft draft = aComplaint()
                .claiming("not_received")
                .saying("Where is my parcel?")
                .aboutOrder(order.path("number").asText())
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

    private JsonNode strangersView(Filed filed, String part) {
        return desk.client("stranger")
                .get()
                .uri("/api/complaints/{number}" + part, filed.caseNumber())
                .retrieve()
                .body(JsonNode.class);
    }

    private String page(Filed filed) {
        return world.anybody().get().uri(filed.trackingUrl()).retrieve().body(String.class);
    }

    private void assertNothingOf(JsonNode order, String said) {
        List<String> secrets = new ArrayList<>();
        collect(world.order(order.path("number").asText()), secrets);
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
