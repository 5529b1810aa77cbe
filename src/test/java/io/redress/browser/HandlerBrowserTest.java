package io.redress.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.answer.sandbox.SandboxOrder;
import io.redress.sandbox.SandboxDriver;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;

/** A handler's morning in Tasklist. */
@BrowserTest
class HandlerBrowserTest {

    @Autowired
    private SandboxDriver world;

    private Cases cases;

    @BeforeEach
    void open() {
        cases = new Cases(world);
    }

    @Test
    void verifiesAComplaintAndTheCustomerIsPaid(Browser browser) {
        SandboxOrder order = world.copyOf("R-1004");
        String number = cases.missingParcel(order, "en").caseNumber();
        cases.awaitTask(number, "Verify complaint");
        Tasklist tasklist = Tasklist.of(browser, world.baseUrl(), "handler");

        tasklist.filter("My team's tasks");
        browser.read(Tasklist.card(number), order.customer().name());
        assertThat(browser.text(Tasklist.card(number))).contains(number, order.total(), "Due in");
        tasklist.open(number, "Verify complaint");
        assertThat(browser.text(Tasklist.FORM))
                .contains(order.customer().name(), order.customer().email())
                .contains(order.number(), order.items().get(0).description())
                .contains("I waited at home the whole week")
                .contains("What we found", "signed")
                .doesNotContain("null", "undefined", "{{", "–");

        tasklist.claim();
        tasklist.choose("The customer is right");
        tasklist.pick("What shall the customer get?", "Refund");
        assertThat(tasklist.valueOf("Amount to refund")).isEmpty();
        tasklist.choose("How we work: process, carrier, software");
        tasklist.complete();

        cases.awaitStatus(number, "waiting_for_follow_up");
        assertThat(world.refunds(number)).singleElement().satisfies(refund -> assertThat(refund.amount())
                .isEqualTo(order.total()));
        assertThat(world.shipments(number)).isEmpty();
    }

    @Test
    void saysWhatWentWrongSeesWhatIsProposedAndTheWrongChargesAreRepaid(Browser browser) {
        SandboxOrder order = world.copyOf("R-1002");
        String number = cases.file(without(order)).caseNumber();
        cases.awaitTask(number, "Verify complaint");
        Tasklist tasklist = Tasklist.of(browser, world.baseUrl(), "handler");
        tasklist.filter("My team's tasks");
        tasklist.open(number, "Verify complaint");
        tasklist.claim();
        tasklist.choose("The customer is right");
        tasklist.choose("What we sell: goods, price, quality");
        browser.read(Tasklist.FORM, "charges were made that should not have been");
        tasklist.complete();
        browser.read(Tasklist.NOTICES, "Say what went wrong");
        tasklist.closeNotices();
        assertThat(world.refunds(number)).isEmpty();

        tasklist.pick("What went wrong?", "It was charged too often");
        browser.read(Tasklist.FORM, "74.95 GBP");
        browser.read(Tasklist.FORM, "You were charged more than once for the same thing");
        tasklist.complete();

        cases.awaitStatus(number, "waiting_for_follow_up");
        assertThat(world.refunds(number)).hasSize(5);
    }

    @Test
    void choosesLinesAndPiecesInsteadOfTypingThem(Browser browser) {
        SandboxOrder order = world.copyOf("R-1001");
        String number = cases.file(without(order)).caseNumber();
        cases.awaitTask(number, "Verify complaint");
        Tasklist tasklist = Tasklist.of(browser, world.baseUrl(), "handler");
        tasklist.filter("My team's tasks");
        tasklist.open(number, "Verify complaint");
        tasklist.claim();
        tasklist.choose("The customer is right");
        tasklist.pick("What went wrong?", "It is faulty");
        tasklist.pick("What shall the customer get?", "Refund");
        tasklist.tick("2. USB-C cable");
        browser.read(Tasklist.FORM, "left to give back");
        tasklist.pick("Pieces of 2. USB-C cable", "1 of 2");
        tasklist.pick("Do the goods come back?", "No, the customer keeps them");
        tasklist.choose("What we sell: goods, price, quality");
        tasklist.complete();

        cases.awaitStatus(number, "waiting_for_follow_up");
        BigDecimal piece = new BigDecimal(order.items().get(1).unitPrice());
        assertThat(world.refunds(number))
                .singleElement()
                .satisfies(refund -> assertThat(new BigDecimal(refund.amount())).isEqualByComparingTo(piece));
    }

    /** A complaint that does not say what went wrong. */
    private static Map<String, Object> without(SandboxOrder order) {
        return Map.of(
                "channel",
                "web",
                "description",
                "Something is wrong with this order.",
                "customer",
                Map.of(
                        "name", order.customer().name(),
                        "email", order.customer().email(),
                        "locale", "en"),
                "order",
                Map.of("number", order.number()));
    }

    @Test
    void aRefusedEntrySaysWhyInWords(Browser browser) {
        String number = cases.missingParcel(world.copyOf("R-1004"), "en").caseNumber();
        cases.awaitTask(number, "Verify complaint");
        Tasklist tasklist = Tasklist.of(browser, world.baseUrl(), "handler");
        tasklist.filter("My team's tasks");
        tasklist.open(number, "Verify complaint");
        tasklist.claim();
        tasklist.choose("The customer is right in part");
        tasklist.pick("What shall the customer get?", "Refund");
        tasklist.fill("What is the customer told?", "Half of it was our doing.");
        tasklist.choose("How we work: process, carrier, software");
        tasklist.complete();

        browser.read(Tasklist.NOTICES, "Say how much is to be paid back.");
        cases.awaitTask(number, "Verify complaint");
        assertThat(world.refunds(number)).isEmpty();
    }

    @Test
    void correctsTheCustomersAddressInTheTasksOwnForm(Browser browser) {
        SandboxOrder order = world.copyOf("R-1004");
        String right = "right." + order.customer().email();
        String number = cases.missingParcel(order, "en").caseNumber();
        cases.awaitTask(number, "Verify complaint");
        Tasklist tasklist = Tasklist.of(browser, world.baseUrl(), "handler");
        tasklist.filter("My team's tasks");
        tasklist.open(number, "Verify complaint");
        assertThat(browser.see(By.xpath("//blockquote[contains(., 'I waited at home')]"))
                        .getCssValue("unicode-bidi"))
                .isEqualTo("plaintext");
        tasklist.claim();
        assertThat(tasklist.asks("Mail address")).isFalse();
        tasklist.tick("Correct who the customer is");
        tasklist.fill("Mail address", right);
        tasklist.tick("I have checked that the contacts");
        tasklist.fill("Why do you correct it?", "The customer spelled it out.");
        tasklist.choose("The customer is not right");
        tasklist.fill("What is the customer told?", "Your neighbour has it.");
        tasklist.complete();

        cases.awaitMail(right, mail -> mail.text().contains("Your neighbour has it."));
        assertThat(cases.read(number).identity()).isEqualTo("settled");
    }

    @Test
    void registersAComplaintThatCameByPhone(Browser browser) {
        Tasklist tasklist = Tasklist.of(browser, world.baseUrl(), "handler");
        browser.click(By.xpath("//a[contains(., 'Start process')]"));
        browser.click(
                By.xpath("//*[contains(@class, 'modal')]//a[contains(normalize-space(), 'Complaint resolution')]"));
        tasklist.fill("Name", "Berta Blum");
        tasklist.fill("Phone number", "+49 30 5550199");
        tasklist.fill("What does the customer say?", "Nobody rang me back, three times in a row.");
        browser.click(By.xpath("//*[contains(@class, 'modal')]//button[normalize-space()='Start']"));

        tasklist.filter("My team's tasks");
        browser.read(Tasklist.CARDS, "Berta Blum");
    }
}
