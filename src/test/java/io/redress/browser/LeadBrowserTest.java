package io.redress.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.sandbox.SandboxDriver;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a lead sees before large sums go out. */
@BrowserTest
class LeadBrowserTest {

    @Autowired
    private SandboxDriver world;

    @Test
    void approvesAnExpensiveRemedy(Browser browser) {
        Cases cases = new Cases(world);
        JsonNode order = world.copyOf("R-1007");
        String number = cases.missingParcel(order, "en").path("caseNumber").asText();
        cases.awaitTask(number, "Approve remedy");
        Tasklist tasklist = Tasklist.of(browser, world.baseUrl(), "lead");

        tasklist.filter("Waiting for approval");
        tasklist.open(number, "Approve remedy");
        assertThat(browser.text(Tasklist.FORM))
                .contains("For your approval", order.path("total").asText(), "Redress, by its tables")
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
}
