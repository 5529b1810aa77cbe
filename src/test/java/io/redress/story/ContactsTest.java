package io.redress.story;

import static io.redress.answer.Answers.read;
import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.answer.Complaint;
import io.redress.answer.Complaint.Warning;
import io.redress.answer.ProblemDocument;
import io.redress.answer.Registered;
import io.redress.answer.Registered.Problem;
import io.redress.answer.engine.EngineTask;
import io.redress.answer.sandbox.SandboxOrder;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Who is reached where: nobody is taken for the customer who is not, and nobody is written to in another's place. */
@SandboxTest
class ContactsTest {

    private SandboxDriver world;
    private Desk desk;

    @Autowired
    void enter(SandboxDriver world) {
        this.world = world;
        this.desk = new Desk(world);
    }

    @Test
    void anotherMailboxIsAnotherPersonHoweverMuchItLooksAlike() {
        SandboxOrder order = world.copyOf("R-1001");
        String email = email(order);
        String phone = phone(order);
        List<ComplaintDraft> strangers = List.of(
                about(order).from(email.replace("example.com", "exam-ple.com")),
                about(order).from(email.replace("lena.vogt", "lenavogt")),
                about(order).from(email.replace("lena.vogt", "lena/vogt")),
                about(order).from(email.replace("+", "-")),
                about(order).from(email.replaceFirst("l", "ｌ")),
                about(order).from("somebody.else@example.org").calling(phone),
                about(order).from(email).calling("+49 30 1234567"));

        List<String> cases = new ArrayList<>();
        for (ComplaintDraft stranger : strangers) {
            cases.add(desk.file(stranger.sentBy("stranger").saying("Lost, " + UUID.randomUUID()))
                    .caseNumber());
        }

        for (String one : cases) {
            desk.awaitTask(one, "Verify complaint");
            assertThat(desk.read(one).identity()).isEqualTo("open");
        }
        assertThat(world.refundsOf(order.paymentReference())).isEmpty();
        assertThat(cases).allSatisfy(one -> assertThat(world.shipments(one)).isEmpty());
    }

    @Test
    void sameMailboxAndTheSameNumberAreTheCustomerHoweverTheyAreSpelled() {
        List<String> cases = new ArrayList<>();
        for (int spelling = 0; spelling < 4; spelling++) {
            SandboxOrder order = world.copyOf("R-1001");
            ComplaintDraft draft = about(order).sentBy("stranger");
            switch (spelling) {
                case 0 -> draft.from(email(order).toUpperCase(java.util.Locale.ROOT));
                case 1 -> draft.from(email(order)).calling(phone(order).replace("+49 30", "(030)"));
                case 2 -> draft.from(email(order)).calling("tel:" + phone(order).replace(" ", "-"));
                default -> draft.calling(phone(order).replace("+49 ", "0").replace(" ", "\u00a0"));
            }
            cases.add(desk.file(draft).caseNumber());
        }

        for (String one : cases) {
            desk.awaitStatus(one, "waiting_for_follow_up");
            assertThat(world.refunds(one)).hasSize(1);
            assertThat(world.shipments(one)).hasSize(1);
        }
    }

    @Test
    void localNumberIsFoundAgainAsTheOrdersCountryDialsIt() {
        SandboxOrder order = world.copyOf("R-1001");
        String phone = phone(order);
        Filed filed = desk.file(about(order).calling(phone.replace("+49 ", "0")));
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");

        ResponseEntity<String> again = desk.send(about(order).calling(phone));

        assertThat(again.getStatusCode().value()).isEqualTo(200);
        assertThat(read(again, Registered.class).caseNumber()).isEqualTo(filed.caseNumber());
    }

    @Test
    void lettersBeyondAsciiReachTheMailboxThatWasNamed() {
        String key = UUID.randomUUID().toString().substring(0, 8);
        for (String name : List.of("maša", "luka.novač", "用户", "é")) {
            String address = name + "." + key + "@example.org";
            Filed filed = desk.file(aComplaint().from(address).saying("About " + address));

            desk.awaitMail(address, filed.caseNumber());
        }
    }

    @Test
    void addressThatCannotBeWrittenToIsToldByAPersonAndTheCaseGoesOn() {
        mailServer(Map.of("smtputf8", false));
        try {
            for (String address :
                    List.of("maša@example.org", "luka.novač@example.org", "用户@example.com", "ğ@müller.example")) {
                toldByAPerson(address, "cannot be written to");
            }
        } finally {
            mailServer(Map.of("smtputf8", true));
        }
        assertThat(world.mailsTo("maaa@example.org")).isEmpty();
        assertThat(world.mailsTo("maša@example.org")).isEmpty();
    }

    @Test
    void addressThatTheMailServerDoesNotKnowIsToldByAPerson() {
        String address = "gone." + UUID.randomUUID().toString().substring(0, 8) + "@example.org";
        mailServer(Map.of("bounce", address));
        try {
            toldByAPerson(address, "knows no such address");
        } finally {
            mailServer(Map.of("bounce", List.of()));
        }
    }

    private void toldByAPerson(String address, String why) {
        Filed filed =
                desk.file(aComplaint().from(address).calling("+49 30 1234567").saying("About " + UUID.randomUUID()));

        EngineTask tell = desk.awaitTask(filed.caseNumber(), "Tell customer");
        desk.awaitTask(filed.caseNumber(), "Verify complaint");
        desk.awaitEntry(filed.caseNumber(), "message_to_tell", why);
        desk.complete(tell, "handler", Map.of("toldBy", "phone"));
        desk.awaitCase(filed.caseNumber(), complaint -> complaint.promises().stream()
                .anyMatch(promise -> promise.kind().equals("acknowledgement") && promise.metAt() != null));
    }

    private void mailServer(Map<String, ?> rules) {
        world.anybody()
                .post()
                .uri("/sandbox/smtp")
                .contentType(MediaType.APPLICATION_JSON)
                .body(rules)
                .retrieve()
                .toBodilessEntity();
    }

    @Test
    void domainBeyondAsciiIsWrittenToAsItTravels() {
        String key = UUID.randomUUID().toString().substring(0, 8);
        Filed filed =
                desk.file(aComplaint().from("info." + key + "@straße.example").saying("Late, " + key));

        desk.awaitMail("info." + key + "@xn--strae-oqa.example", filed.caseNumber());
        assertThat(world.mailsTo("info." + key + "@strasse.example")).isEmpty();
    }

    @Test
    void contactThatCannotBeReadIsKeptAndWarnedOf() {
        String email = "warned." + UUID.randomUUID().toString().substring(0, 8) + "@example.org";
        ResponseEntity<String> answer = desk.send(aComplaint().from(email).calling("ring at the back door"));

        assertThat(answer.getStatusCode().value()).isEqualTo(201);
        assertThat(read(answer, Registered.class).warnings())
                .extracting(Problem::field)
                .containsExactly("customer.phone");
        Complaint complaint = desk.read(read(answer, Registered.class).caseNumber());
        assertThat(complaint.warnings()).extracting(Warning::field).containsExactly("customer.phone");
        assertThat(complaint.customer().phone()).isEqualTo("ring at the back door");
        assertThat(read(desk.send(aComplaint().from(email).saying("Another one")), Registered.class)
                        .warnings())
                .isEmpty();
    }

    @Test
    void sameMailboxInAnotherSpellingIsTheSameComplaint() {
        String key = UUID.randomUUID().toString().substring(0, 8);
        String words = "Late, " + key;
        Filed first =
                desk.file(aComplaint().from("twice." + key + "@müller.example").saying(words));

        for (String again : List.of("TWICE." + key + "@müller.example", "twice." + key + "@xn--mller-kva.example")) {
            ResponseEntity<String> answer = desk.send(aComplaint().from(again).saying(words));
            assertThat(answer.getStatusCode().value()).isEqualTo(200);
            assertThat(read(answer, Registered.class).caseNumber()).isEqualTo(first.caseNumber());
        }
        assertThat(desk.send(aComplaint()
                                .from("twice." + key + "@muller.example")
                                .saying(words))
                        .getStatusCode()
                        .value())
                .isEqualTo(201);
    }

    @Test
    void wordsThatNobodyCanSeeAnswerNothing() {
        Filed filed = desk.file(aComplaint().from("silent@example.org").saying("Broken, " + UUID.randomUUID()));
        desk.complete(
                desk.awaitTask(filed.caseNumber(), "Verify complaint"),
                "handler",
                Map.of("verdict", "ask_customer", "question", "Which order is it about?"));
        desk.awaitStatus(filed.caseNumber(), "waiting_for_customer");

        for (String invisible : List.of("\u200b", "\u2060\ufeff", "\u00ad", "\u3164", "\u2800 \u200f", "\ufe0f")) {
            ResponseEntity<String> answer = desk.client("system")
                    .post()
                    .uri("/api/complaints/{number}/messages", filed.caseNumber())
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(Map.of("text", invisible))
                    .retrieve()
                    .toEntity(String.class);
            assertThat(answer.getStatusCode().value()).isEqualTo(400);
            assertThat(read(answer, ProblemDocument.class).fields()).containsExactly("text");
        }
        assertThat(desk.read(filed.caseNumber()).status()).isEqualTo("waiting_for_customer");
    }

    @Test
    void customerKnownByPhoneAloneIsToldOfTheOrderByPhone() {
        SandboxOrder order = world.copyOf("R-1001");
        Filed filed = desk.file(about(order).calling(phone(order)).sentBy("stranger"));

        desk.complete(desk.awaitTask(filed.caseNumber(), "Tell customer"), "handler", Map.of("toldBy", "phone"));
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");
        desk.awaitTask(filed.caseNumber(), "Tell customer");
        assertThat(world.refunds(filed.caseNumber())).hasSize(1);
        await().during(Duration.ofSeconds(1))
                .until(() -> world.mailsTo(email(order)).isEmpty());
    }

    @Test
    void addressThatTheOrderDoesNotHaveIsToldNothingOfTheOrder() {
        String phone = "+49 30 " + (2_000_000 + System.nanoTime() % 1_000_000);
        SandboxOrder order = lostOrderOfSomebodyWith(phone);
        String email = "unknown." + UUID.randomUUID().toString().substring(0, 8) + "@example.org";

        Filed filed = desk.file(
                about(order).from(email).calling(phone.replace("+49 ", "0")).sentBy("stranger"));
        desk.awaitMail(email, filed.caseNumber());
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");

        EngineTask told = desk.awaitTask(filed.caseNumber(), "Tell customer");
        assertThat(world.refunds(filed.caseNumber())).hasSize(1);
        assertThat(world.mailsTo(email)).hasSize(1);
        assertThat(world.mailsTo(email).get(0).text()).doesNotContain("42.00", "Table lamp");
        assertThat(page(filed)).doesNotContain("42.00", "TABLE-LAMP", "Table lamp");
        desk.complete(told, "handler", Map.of("toldBy", "phone"));
    }

    private String page(Filed filed) {
        return world.anybody()
                .get()
                .uri(filed.answer().trackingUrl())
                .retrieve()
                .body(String.class);
    }

    private SandboxOrder lostOrderOfSomebodyWith(String phone) {
        return world.anybody()
                .post()
                .uri("/sandbox/orders")
                .contentType(MediaType.APPLICATION_JSON)
                .body("""
                        {"order": {"currency": "EUR",
                          "customer": {"name": "Ada Kern", "email": null, "phone": "%1$s"},
                          "deliveryAddress": {"name": "Ada Kern", "street1": "Weg 1", "city": "Berlin", "zip": "10115",
                            "country": "DE", "phone": "%1$s"},
                          "items": [{"sku": "TABLE-LAMP", "description": "Table lamp", "quantity": 1, "unitPrice": "42.00"}]},
                         "parcels": [{"state": "lost", "lines": [1]}],
                         "payments": [{"provider": "stripe", "amount": "42.00", "currency": "EUR", "listed": true}]}""".formatted(phone))
                .retrieve()
                .body(SandboxOrder.class);
    }

    private static ComplaintDraft about(SandboxOrder order) {
        return aComplaint().claiming("not_received").aboutOrder(order.number());
    }

    private static String email(SandboxOrder order) {
        return order.customer().email();
    }

    private static String phone(SandboxOrder order) {
        return order.customer().phone();
    }
}
