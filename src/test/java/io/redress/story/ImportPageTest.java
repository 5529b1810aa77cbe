package io.redress.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.people.security.Client;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The page on which cases are brought over, as a browser without scripts uses it. */
@SandboxTest
class ImportPageTest {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String HEADER = "externalId,receivedAt,customerEmail,description\n";

    private final String source = "page-" + UUID.randomUUID().toString().substring(0, 8);

    @Autowired
    private SandboxDriver world;

    @Test
    void aManagerChecksCorrectsAndImports() {
        Client manager = Client.browser(world.baseUrl(), "manager");
        String received = world.clock().instant().minusSeconds(60).toString();
        String wrong = HEADER + "<b>,%s,%s,Late\nP-2,yesterday,x@example.org,Late".formatted(received, "nobody");

        String refused = page(manager, check(manager, wrong));
        assertThat(refused)
                .contains(
                        "Nothing was imported",
                        "2 faults",
                        "receivedAt",
                        "Must be an e-mail address such as lena.vogt@example.com.")
                .doesNotContain("Import 2 cases", "<b>");

        String checked = check(manager, HEADER + "P-1,%s,p1.%s@example.org,Late".formatted(received, source));
        assertThat(page(manager, checked)).contains("Nothing is refused: 1 of 1 cases");
        assertThat(manager.form(checked, Map.of()).status()).as("no token").isEqualTo(403);
        String run =
                manager.form(checked, Map.of("_csrf", token(manager, checked))).header("Location");
        await("the run's page")
                .atMost(Duration.ofSeconds(60))
                .until(() -> page(manager, run), shown -> shown.contains("Imported 1 cases"));
        assertThat(page(manager, run)).contains("P-1", "C-20");
        assertThat(page(manager, "/imports")).contains(source);
    }

    @Test
    void nobodyElseOpensIt() {
        assertThat(Client.browser(world.baseUrl(), "lead").get("/imports").status())
                .isEqualTo(403);
    }

    private String check(Client manager, String file) {
        Client.Answer answer = manager.upload(
                "/imports", Map.of("source", source, "_csrf", token(manager, "/imports")), "cases.csv", file);
        assertThat(answer.status()).as(answer.body()).isEqualTo(302);
        return path(answer.header("Location"));
    }

    private String page(Client manager, String address) {
        Client.Answer answer = manager.get(path(address));
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    private String path(String address) {
        return address.replace(world.baseUrl(), "");
    }

    private static String token(Client manager, String page) {
        Matcher token = TOKEN.matcher(manager.get(page).body());
        assertThat(token.find()).isTrue();
        return token.group(1);
    }
}
