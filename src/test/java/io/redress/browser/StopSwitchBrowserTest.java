package io.redress.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.sandbox.SandboxDriver;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;

/** A manager stops everything from a phone, and lets it go again. */
@BrowserTest(width = 360, height = 740)
class StopSwitchBrowserTest {

    private static final By STATE = By.id("state");
    private static final By REASON = By.id("reason");

    @Autowired
    private SandboxDriver world;

    @Test
    void holdsAndReleasesWithAReason(Browser browser) {
        Cases cases = new Cases(world);
        Login.in(browser, world.baseUrl() + "/stop-switch", "manager");
        browser.read(STATE, "Open");

        browser.type(REASON, "Wrong prices since noon");
        browser.click(By.cssSelector("button[value=true]"));
        browser.read(STATE, "Held");
        String number = cases.missingParcel(world.copyOf("R-1001"), "en").caseNumber();
        cases.awaitStatus(number, "making_good");
        browser.until("see that the case waits", () -> {
            browser.go(world.baseUrl() + "/stop-switch");
            browser.click(By.cssSelector("#waiting summary"));
            return browser.text(By.id("waiting")).contains(number) ? true : null;
        });
        browser.click(By.cssSelector("#report summary"));
        assertThat(browser.text(By.id("report"))).contains(number, "Lost parcel", "Waiting");
        assertThat(browser.text(By.id("history"))).contains("manager", "Wrong prices since noon");
        assertThat(browser.sees(By.cssSelector("meter"))).isTrue();
        assertThat(browser.scrollsSideways()).isFalse();

        browser.type(REASON, "Prices are right again");
        browser.click(By.cssSelector("button[value=false]"));
        browser.read(STATE, "Open");
        cases.awaitStatus(number, "waiting_for_follow_up");
        assertThat(world.refunds(number)).hasSize(1);
    }
}
