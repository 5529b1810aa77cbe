package io.redress.people.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.people.security.Client;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The login form, the one session behind it, and what browsers are told. */
@SandboxTest
class LoginTest {

    @Autowired
    SandboxDriver world;

    @Autowired
    IdentityService identity;

    @Test
    void theFormHasOneNameOnePasswordOneButton() {
        var page = Client.anonymous(world.baseUrl()).get("/login");
        assertThat(page.status()).isEqualTo(200);
        assertThat(count(page.body(), "type=\"text\"")).isOne();
        assertThat(count(page.body(), "type=\"password\"")).isOne();
        assertThat(count(page.body(), "type=\"submit\"")).isOne();
        assertThat(Client.anonymous(world.baseUrl()).get("/css/login.css").status())
                .isEqualTo(200);
    }

    @Test
    void oneSessionServesTasklistAndPages() {
        var handler = Client.browser(world.baseUrl(), "handler");
        assertThat(handler.get("/camunda/app/tasklist/default/").status()).isEqualTo(200);
        assertThat(handler.get("/camunda/api/admin/auth/user/default")
                        .json()
                        .path("userId")
                        .asText())
                .isEqualTo("handler");
        assertThat(handler.get("/camunda/app/cockpit/default/").status()).isEqualTo(403);
        assertThat(handler.get("/camunda/app/admin/default/").status()).isEqualTo(403);
        assertThat(Client.browser(world.baseUrl(), "manager")
                        .get("/camunda/app/cockpit/default/")
                        .status())
                .isEqualTo(200);
        assertThat(Client.browser(world.baseUrl(), "admin")
                        .get("/camunda/app/admin/default/")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aWrongPasswordOpensNothing() {
        var client = Client.anonymous(world.baseUrl());
        var page = client.get("/login").body();
        var token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page);
        assertThat(token.find()).isTrue();
        var answer =
                client.form("/login", Map.of("username", "stranger", "password", "wrong", "_csrf", token.group(1)));
        assertThat(answer.header("Location")).endsWith("/login?error");
        assertThat(client.with("Accept", "text/html")
                        .get("/camunda/app/tasklist/default/")
                        .status())
                .isEqualTo(302);
        assertThat(Client.anonymous(world.baseUrl())
                        .form("/login", Map.of("username", "stranger", "password", "x"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void camundasOwnFormOpensTheSameSession() {
        var client = Client.anonymous(world.baseUrl()).withToken();
        var login = client.form(
                "/camunda/api/admin/auth/user/default/login/tasklist",
                Map.of("username", "handler", "password", Client.password("handler")));
        assertThat(login.status()).as(login.body()).isEqualTo(200);
        assertThat(client.get("/camunda/api/engine/engine/default/task").status())
                .isEqualTo(200);
        assertThat(client.get("/camunda/app/tasklist/default/").status()).isEqualTo(200);
        var stranger = Client.anonymous(world.baseUrl()).withToken();
        var wrong = Map.of("username", "stranger", "password", "wrong");
        assertThat(stranger.form("/camunda/api/admin/auth/user/default/login/tasklist", wrong)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aLogoutEndsBoth() {
        var handler = Client.browser(world.baseUrl(), "handler");
        assertThat(handler.post("/camunda/api/admin/auth/user/default/logout", "")
                        .status())
                .isEqualTo(204);
        assertThat(handler.get("/camunda/api/engine/engine/default/task").status())
                .isEqualTo(401);
        assertThat(handler.with("Accept", "text/html")
                        .get("/camunda/app/tasklist/default/")
                        .status())
                .isEqualTo(302);
    }

    @Test
    void aForgedRequestIsRefused() {
        var handler = Client.browser(world.baseUrl(), "handler").with("X-XSRF-TOKEN", "forged");
        assertThat(handler.post("/camunda/api/engine/engine/default/task", "{}").status())
                .isEqualTo(403);
    }

    @Test
    void pagesComeWithPolicies() {
        var login = Client.anonymous(world.baseUrl()).get("/login");
        assertThat(login.header("Content-Security-Policy")).contains("default-src 'self'");
        assertThat(login.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(login.header("X-Frame-Options")).isEqualTo("DENY");
        var tasklist = Client.browser(world.baseUrl(), "handler").get("/camunda/app/tasklist/default/");
        assertThat(tasklist.header("Content-Security-Policy")).contains("script-src");
        var track = Client.anonymous(world.baseUrl()).get("/case/secret");
        assertThat(track.status()).isEqualTo(404);
        assertThat(track.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(track.header("Cache-Control")).contains("no-store");
    }

    @Test
    void theDescriptionOfTheApiIsForThoseLoggedIn() {
        assertThat(Client.anonymous(world.baseUrl()).get("/v3/api-docs").status())
                .isIn(302, 401);
        assertThat(Client.program(world.baseUrl(), "system").get("/v3/api-docs").status())
                .isEqualTo(200);
        assertThat(Client.browser(world.baseUrl(), "handler")
                        .get("/v3/api-docs")
                        .status())
                .isEqualTo(200);
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }
}
