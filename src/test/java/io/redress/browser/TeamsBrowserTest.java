package io.redress.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.sandbox.SandboxDriver;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;

/** A manager makes a team on the page, is told what is wrong with it, and what a team without members means. */
@BrowserTest(width = 360, height = 740)
class TeamsBrowserTest {

    private static final By MEMBERS = By.id("members");
    private static final By SUBMIT = By.cssSelector("#change button[type=submit]");

    @Autowired
    private SandboxDriver world;

    @Test
    void makesATeamAndGivesItMembers(Browser browser) {
        String id = "page-" + UUID.randomUUID().toString().substring(0, 8);
        Login.in(browser, world.baseUrl() + "/teams", "manager");
        browser.read(By.id("team-handlers-zh"), "Asia/Shanghai");
        assertThat(browser.text(By.id("team-handlers-zh"))).contains("zh", "lead2", "li");
        assertThat(browser.text(By.id("team-handlers"))).contains("takes what no other team can", "Every lead");
        assertThat(browser.scrollsSideways()).isFalse();
        browser.picture(Path.of("target/teams-page.png"));

        browser.type(By.id("id"), id);
        browser.type(By.id("name"), "Malta");
        browser.type(By.id("languages"), "mt");
        browser.type(MEMBERS, "nobody");
        browser.click(SUBMIT);
        browser.read(By.cssSelector("[role=alert]"), "There is nobody with the login “nobody”.");
        browser.click(By.cssSelector("[role=alert] a"));
        assertThat(browser.scrollsSideways()).isFalse();
        browser.picture(Path.of("target/teams-refused.png"));
        browser.type(MEMBERS, "");
        browser.click(SUBMIT);

        browser.read(By.id("team-" + id), "Nobody belongs to this team");
        browser.read(By.cssSelector("#change h2"), "Change the team " + id);
        browser.type(MEMBERS, "handler2");
        browser.click(SUBMIT);
        browser.read(By.cssSelector("#team-" + id + " .members"), "handler2");
        assertThat(browser.text(By.id("team-" + id))).contains("Malta").doesNotContain("Nobody belongs");
        browser.type(MEMBERS, "");
        browser.click(SUBMIT);
        browser.read(By.id("team-" + id), "Nobody belongs to this team");
    }
}
