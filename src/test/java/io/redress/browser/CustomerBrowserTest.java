package io.redress.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.answer.Registered;
import io.redress.answer.sandbox.SandboxOrder;
import io.redress.sandbox.SandboxDriver;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Rectangle;
import org.springframework.beans.factory.annotation.Autowired;

/** The customer's own page, on a phone. */
@BrowserTest(width = 360, height = 740)
class CustomerBrowserTest {

    private static final By PAGE = By.tagName("main");
    private static final By STATUS = By.id("status");

    @Autowired
    private SandboxDriver world;

    private Cases cases;

    @BeforeEach
    void open() {
        cases = new Cases(world);
    }

    @Test
    void readsWhereItStandsAndAnswersTheQuestion(Browser browser) {
        Registered filed = cases.missingParcel(world.copyOf("R-1004"), "en");
        String number = filed.caseNumber();
        cases.complete(
                cases.awaitTask(number, "Verify complaint"),
                "handler",
                Map.of("verdict", "ask_customer", "question", "Who is Mr Miller at your address?"));
        cases.awaitStatus(number, "waiting_for_customer");

        browser.go(filed.trackingUrl());
        browser.read(STATUS, "We have a question for you.");
        browser.read(By.id("question"), "Who is Mr Miller at your address?");
        assertThat(bottom(browser, By.id("text")))
                .as("on the first screen of a phone, before anything else")
                .isLessThan(740)
                .isLessThan(bottom(browser, By.cssSelector("#promises h2")));
        assertThat(browser.text(PAGE))
                .contains(number, "What we promised", "Settle it", "waiting for your answer")
                .doesNotContain("??", "null");
        assertThat(browser.scrollsSideways()).isFalse();

        browser.type(By.id("text"), "There is no Mr Miller here.");
        browser.click(By.cssSelector("#write button"));
        browser.read(PAGE, "Thank you, your message has arrived.");
        browser.read(PAGE, "There is no Mr Miller here.");
        assertThat(browser.scrollsSideways()).isFalse();
        cases.awaitTask(number, "Verify complaint");
    }

    @Test
    void takesTheComplaintBackInGerman(Browser browser) {
        Registered filed = cases.missingParcel(world.copyOf("R-1004"), "de-DE");
        String number = filed.caseNumber();
        cases.awaitTask(number, "Verify complaint");

        browser.go(filed.trackingUrl());
        browser.read(STATUS, "Wir gehen Ihrer Beschwerde nach");
        assertThat(browser.text(PAGE)).doesNotContain("??", "null", "We ");
        assertThat(browser.scrollsSideways()).isFalse();
        browser.click(By.cssSelector("#withdraw summary"));
        browser.click(By.cssSelector("#withdraw input[type=checkbox]"));
        browser.click(By.cssSelector("#withdraw button"));

        cases.awaitStatus(number, "withdrawn");
        assertThat(world.refunds(number)).isEmpty();
    }

    @Test
    void saysThatAllIsWell(Browser browser) {
        SandboxOrder order = world.copyOf("R-1001");
        Registered filed = cases.missingParcel(order, "en");
        String number = filed.caseNumber();
        cases.awaitStatus(number, "waiting_for_follow_up");
        String address = order.customer().email();
        int before = world.mailsTo(address).size();
        world.advance(Duration.ofDays(6));
        cases.awaitMail(address, mail -> world.mailsTo(address).size() > before);

        browser.go(filed.trackingUrl());
        browser.click(By.cssSelector("#feedback input[value=yes]"));
        browser.type(By.id("comment"), "Quick and kind.");
        assertThat(browser.scrollsSideways()).isFalse();
        browser.click(By.cssSelector("#feedback button"));

        browser.read(PAGE, "Thank you for your answer.");
        cases.awaitStatus(number, "closed");
    }

    private static int bottom(Browser browser, By what) {
        Rectangle place = browser.see(what).getRect();
        return place.getY() + place.getHeight();
    }
}
