package io.redress.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.sandbox.SandboxDriver;
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
        JsonNode order = world.copyOf("R-1004");
        String number = cases.missingParcel(order, "en").path("caseNumber").asText();
        cases.awaitTask(number, "Verify complaint");
        Tasklist tasklist = Tasklist.of(browser, world.baseUrl(), "handler");

        tasklist.filter("My team's tasks");
        browser.read(Tasklist.card(number), order.at("/customer/name").asText());
        assertThat(browser.text(Tasklist.card(number)))
                .contains(number, order.path("total").asText(), "Due in");
        tasklist.open(number, "Verify complaint");
        assertThat(browser.text(Tasklist.FORM))
                .contains(
                        order.at("/customer/name").asText(),
                        order.at("/customer/email").asText())
                .contains(
                        order.path("number").asText(),
                        order.at("/items/0/description").asText())
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
        assertThat(world.refunds(number)).singleElement().satisfies(refund -> assertThat(
                        refund.path("amount").asText())
                .isEqualTo(order.path("total").asText()));
        assertThat(world.shipments(number)).isEmpty();
    }

    @Test
    void aRefusedEntrySaysWhyInWords(Browser browser) {
        String number = cases.missingParcel(world.copyOf("R-1004"), "en")
                .path("caseNumber")
                .asText();
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
        JsonNode order = world.copyOf("R-1004");
        String right = "right." + order.at("/customer/email").asText();
        String number = cases.missingParcel(order, "en").path("caseNumber").asText();
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

        cases.awaitMail(right, mail -> mail.path("text").asText().contains("Your neighbour has it."));
        assertThat(cases.read(number).path("identity").asText()).isEqualTo("settled");
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
