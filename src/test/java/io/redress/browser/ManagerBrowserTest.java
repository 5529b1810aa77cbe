package io.redress.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.sandbox.SandboxDriver;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;

/** Who may look into the engine, and who has no business in the web applications at all. */
@BrowserTest
class ManagerBrowserTest {

    private static final By PAGE = By.tagName("body");

    @Autowired
    private SandboxDriver world;

    @Test
    void findsTheCaseInCockpitWhereItStands(Browser browser) {
        Cases cases = new Cases(world);
        String number = cases.missingParcel(world.copyOf("R-1004"), "en").caseNumber();
        String instance = cases.awaitTask(number, "Verify complaint").processInstanceId();
        Login.in(browser, world.baseUrl() + "/camunda/app/cockpit/", "manager");
        browser.read(PAGE, "Process Definitions");

        browser.go(world.baseUrl() + "/camunda/app/cockpit/default/#/process-instance/" + instance);
        browser.read(PAGE, number);
        browser.see(By.cssSelector("[data-element-id='userTask_verifyComplaint']"));
        assertThat(browser.text(PAGE)).contains("Complaint resolution");
    }

    @Test
    void systemsCannotOpenTheWebApplications(Browser browser) {
        Login.in(browser, world.baseUrl() + "/camunda/app/tasklist/", "system");
        browser.read(PAGE, "Your login does not open this page.");
        assertThat(browser.sees(By.cssSelector(".task-filters"))).isFalse();
    }

    @Test
    void aWrongPasswordIsSaidInWords(Browser browser) {
        browser.go(world.baseUrl() + "/camunda/app/tasklist/");
        browser.type(Login.NAME, "nobody-here");
        browser.type(Login.PASSWORD, "guess");
        browser.click(Login.SUBMIT);
        browser.read(By.cssSelector("[role=alert]"), "The name or the password is wrong");
    }
}
