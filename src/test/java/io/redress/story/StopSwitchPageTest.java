package io.redress.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.people.security.Client;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The stop switch's page, as a browser without scripts uses it. */
@SandboxTest
class StopSwitchPageTest {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @Autowired
    private SandboxDriver world;

    @AfterEach
    void release() {
        Client.program(world.baseUrl(), "manager")
                .put("/api/stop-switch", "{\"held\": false, \"reason\": \"The test is over\"}");
    }

    @Test
    void managersTurnItWithAReasonAndATokenOfTheirSession() {
        Client manager = Client.browser(world.baseUrl(), "manager");
        String open = manager.get("/stop-switch").body();
        assertThat(open).contains("Open: money and goods go out", "CNY", "Hold all money and goods");

        assertThat(manager.form("/stop-switch", Map.of("held", "true", "reason", "No token"))
                        .status())
                .isEqualTo(403);
        assertThat(turn(manager, "true", " ").status()).isEqualTo(400);
        assertThat(manager.get("/stop-switch").body()).contains("Open: money and goods go out");

        assertThat(turn(manager, "true", "Wrong <b>prices</b> since noon").status())
                .isEqualTo(302);
        assertThat(manager.get("/stop-switch").body())
                .contains("Held: no money", "Wrong &lt;b&gt;prices&lt;/b&gt; since noon", "Let everything go out")
                .doesNotContain("<b>prices");
        assertThat(turn(manager, "false", "Prices are right").status()).isEqualTo(302);
        assertThat(manager.get("/stop-switch").body()).contains("Open: money and goods go out", "Prices are right");
    }

    @Test
    void theReportIsAFileAndWrongDaysAreSaid() {
        Client manager = Client.browser(world.baseUrl(), "manager");
        var file = manager.get("/stop-switch/report.csv");
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Content-Disposition")).startsWith("attachment; filename=\"redress-");
        assertThat(file.body()).startsWith("\"case\",\"decided at\"");
        var wrong = manager.get("/stop-switch?from=yesterday");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.body()).contains("Give days such as 2026-11-24.");
    }

    @Test
    void nobodyElseOpensIt() {
        assertThat(Client.browser(world.baseUrl(), "lead").get("/stop-switch").status())
                .isEqualTo(403);
        assertThat(Client.browser(world.baseUrl(), "handler")
                        .get("/stop-switch/report.csv")
                        .status())
                .isEqualTo(403);
        assertThat(Client.anonymous(world.baseUrl())
                        .with("Accept", "text/html")
                        .get("/stop-switch")
                        .status())
                .isEqualTo(302);
    }

    private static Client.Answer turn(Client manager, String held, String reason) {
        Matcher token = TOKEN.matcher(manager.get("/stop-switch").body());
        assertThat(token.find()).isTrue();
        return manager.form("/stop-switch", Map.of("held", held, "reason", reason, "_csrf", token.group(1)));
    }
}
