package io.redress.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.answer.sandbox.SandboxMail;
import io.redress.answer.sandbox.SandboxOrder;
import io.redress.sandbox.SandboxDriver;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;

/** What a lead sees before large sums go out. */
@BrowserTest
class LeadBrowserTest {

    @Autowired
    private SandboxDriver world;

    @Test
    void approvesAnExpensiveRemedy(Browser browser) {
        Cases cases = new Cases(world);
        SandboxOrder order = world.copyOf("R-1007");
        String number = cases.missingParcel(order, "en").caseNumber();
        cases.awaitTask(number, "Approve remedy");
        Tasklist tasklist = Tasklist.of(browser, world.baseUrl(), "lead");

        tasklist.filter("Waiting for approval");
        tasklist.open(number, "Approve remedy");
        assertThat(browser.text(Tasklist.FORM))
                .contains("For your approval", order.total(), "Redress, by its tables")
                .contains("Above a handler’s authority", "Your parcel did not reach you")
                .contains("Refund", "Replacement");
        assertThat(world.refunds(number)).isEmpty();
        tasklist.claim();
        tasklist.choose("Yes, make it good");
        tasklist.complete();

        cases.awaitStatus(number, "waiting_for_follow_up");
        assertThat(world.refunds(number)).hasSize(1);
        assertThat(world.shipments(number)).hasSize(1);
    }

    /** What a handler hears on the phone is the first thing that the lead sees. */
    @Test
    void seesPeopleInDangerFirst(Browser browser) {
        String caller = "+49 30 55501" + System.nanoTime() % 1_000;
        Tasklist handlers = Tasklist.of(browser, world.baseUrl(), "handler");
        browser.click(By.xpath("//a[contains(., 'Start process')]"));
        browser.click(
                By.xpath("//*[contains(@class, 'modal')]//a[contains(normalize-space(), 'Complaint resolution')]"));
        handlers.fill("Name", "Gesa Brand");
        handlers.fill("Phone number", caller);
        handlers.fill("What does the customer say?", "The kettle: she is with a doctor now.");
        handlers.choose("Yes, somebody was");
        browser.click(By.xpath("//*[contains(@class, 'modal')]//button[normalize-space()='Start']"));
        SandboxMail alarm = new Cases(world)
                .awaitMail("lead@redress.example", mail -> mail.subject().contains("DANGER"));
        String number = alarm.subject().replaceAll("(?s).*\\[(C-[\\d-]+)].*", "$1");
        browser.forgetLogin();

        Tasklist tasklist = Tasklist.of(browser, world.baseUrl(), "lead");
        tasklist.filter("People in danger");
        tasklist.open(number, "Verify complaint");
        browser.picture(Path.of("target/pictures/lead-in-danger.png"));
        assertThat(browser.text(Tasklist.FORM)).startsWith("Somebody is hurt or in danger");
        assertThat(browser.text(Tasklist.FORM)).contains("Nobody has taken it on yet", "Gesa Brand");
        assertThat(browser.text(Tasklist.card(number))).contains("certain");
        tasklist.claim();
        assertThat(tasklist.asks("Which article was it?")).isTrue();
        browser.picture(Path.of("target/pictures/lead-in-danger-form.png"));
        assertThat(new Cases(world).read(number).dangerDetail().claimedBy()).isEqualTo("lead");
    }
}
