package io.redress.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.people.security.Client;
import io.redress.sandbox.SandboxDriver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;

/** A manager looks at what a colleague deployed from Modeler, has a file checked, puts it live and takes it back. */
@BrowserTest(width = 1360, height = 1000)
class ModelsBrowserTest {

    private static final String FILE = "drawn-refund.bpmn";
    private static final String MAIN = "complaint-resolution.bpmn";

    @Autowired
    private SandboxDriver world;

    @TempDir
    private Path folder;

    @Test
    void seesWhatDiffersPutsAFileLiveAndTakesItBack(Browser browser) throws IOException {
        String first = Files.readString(Path.of("processes/refund.bpmn")).replace("\"refund\"", "\"drawnRefund\"");
        String second = first.replace("name=\"Refund payment\"", "name=\"Give the money back\"");
        assertThat(second).isNotEqualTo(first);
        deploy(first);
        deploy(second);

        Login.in(browser, world.baseUrl() + "/models", "manager");
        browser.read(By.id("live"), "complaint-resolution.bpmn");
        browser.read(By.id("silent"), FILE);
        browser.picture(Path.of("target/models-page.png"));

        browser.click(By.linkText(FILE));
        browser.type(By.cssSelector("form[action$=reason] input[name=reason]"), "The old words sounded cold.");
        browser.click(By.cssSelector("form[action$=reason] button"));
        browser.read(By.cssSelector(".asked .words"), "The old words sounded cold.");
        browser.picture(Path.of("target/models-file.png"));

        browser.click(By.linkText("What it changed"));
        browser.read(By.id("changes"), "One part differs");
        browser.read(By.id("changes"), "Give the money back");
        browser.until(
                "both diagrams",
                () -> browser.all(By.cssSelector(".drawing[data-drawn=true]")).size() == 2 ? true : null);
        assertThat(browser.all(By.cssSelector(".drawing .is-changed"))).hasSize(2);
        browser.picture(Path.of("target/models-difference.png"));
        // The viewer brings the places of its overlays and of its sign as inline styles; ours stand in models.css.
        assertThat(browser.complaints())
                .filteredOn(
                        complaint -> !complaint.contains("favicon.ico") && !complaint.contains("Applying inline style"))
                .isEmpty();
        assertThat(browser.all(By.cssSelector(".drawing .bjs-powered-by"))).hasSize(2);

        String harmful = first.replace("#{refundPayment}", "#{refundPaymnet}");
        assertThat(harmful).isNotEqualTo(first);
        check(browser, harmful);
        browser.read(By.tagName("h1"), "cannot be put live");
        assertThat(browser.text(By.id("findings"))).contains("refundPaymnet");
        assertThat(browser.all(By.id("put-live"))).isEmpty();
        browser.picture(Path.of("target/models-refused.png"));

        check(browser, first.replace("name=\"Refund payment\"", "name=\"Pay back\""));
        browser.read(By.cssSelector("main"), "Pay back");
        browser.type(By.id("reason"), "Shorter.");
        browser.click(By.cssSelector("#put-live button"));
        browser.read(By.cssSelector(".asked .words"), "Shorter.");

        browser.click(By.cssSelector(".card:last-of-type summary"));
        browser.type(By.cssSelector(".card:last-of-type details input[name=reason]"), "It was better before.");
        browser.click(By.cssSelector(".card:last-of-type details button"));
        browser.read(By.cssSelector(".asked .words"), "It was better before.");
        assertThat(browser.text(By.cssSelector(".asked .who"))).contains("restored by manager, from this page");
    }

    @Test
    void movesTheCasesOfABrokenVersionToAMendedOne(Browser browser) throws IOException {
        String shipped = Files.readString(Path.of("processes", MAIN));
        Cases cases = new Cases(world);
        String number;
        SandboxDriver.Gate open = world.openGate();
        try {
            deploy(MAIN, shipped.replace("${goodwillDue}", "${goodwilDue}"));
            number = cases.missingParcel(world.copyOf("R-1001"), "en").caseNumber();
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> {
                        world.advance(Duration.ofSeconds(10));
                        return cases.read(number).mending() != null;
                    });
        } finally {
            deploy(MAIN, shipped + "<!-- mended, for those who look on -->\n");
            open.close();
        }

        Login.in(browser, world.baseUrl() + "/models", "manager");
        browser.click(By.partialLinkText("Open cases by version"));
        By broken = By.xpath("//section[contains(., 'goodwilDue')]");
        assertThat(browser.text(broken)).contains("standing still");
        browser.picture(Path.of("target/models-open-cases.png"));
        browser.click(By.xpath("//section[contains(., 'goodwilDue')]//button"));
        browser.read(By.id("state"), "would go on by version");
        browser.read(By.id("cases"), number);
        browser.type(By.id("reason"), "The variable is spelled right again.");
        browser.picture(Path.of("target/models-migration.png"));
        browser.click(By.xpath("//button[. = 'Move them']"));
        browser.read(By.tagName("h1"), "Move of open cases");
        browser.read(By.id("state"), "go on by version");
        browser.read(By.tagName("header"), "The variable is spelled right again.");

        cases.awaitStatus(number, "waiting_for_follow_up");
        assertThat(world.refunds(number)).hasSize(1);
    }

    private void check(Browser browser, String content) throws IOException {
        Path file = Files.writeString(folder.resolve(FILE), content);
        browser.go(world.baseUrl() + "/models");
        browser.see(By.id("file")).sendKeys(file.toString());
        browser.click(By.cssSelector("#check button"));
    }

    private void deploy(String content) {
        deploy(FILE, content);
    }

    private void deploy(String file, String content) {
        Client.Answer answer =
                Client.program(world.baseUrl(), "manager").deploy("/engine-rest/deployment/create", file, content);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }
}
