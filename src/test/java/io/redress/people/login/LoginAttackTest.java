package io.redress.people.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.people.security.Client;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Knocks without a login, from foreign pages, and with the wrong kind of login. */
@SandboxTest
class LoginAttackTest {

    private static final String COMPLAINT = """
            {"variables":{"description":{"value":"It broke.","type":"String"},
            "customerEmail":{"value":"doors@customers.example","type":"String"}}}""";

    @Autowired
    SandboxDriver world;

    @Test
    void nobodyEntersWithoutALogin() {
        var client = Client.anonymous(world.baseUrl());
        for (var path : List.of(
                "/engine-rest/engine",
                "/engine-rest/task",
                "/api/complaints",
                "/actuator/metrics",
                "/camunda/api/engine/engine/default/task",
                "/camunda/api/engine/engine")) {
            var answer = client.get(path);
            assertThat(answer.status()).as(path).isEqualTo(401);
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        }
        assertThat(client.with("Accept", "text/html")
                        .get("/camunda/app/tasklist/default/")
                        .header("Location"))
                .endsWith("/login");
        assertThat(Client.anonymous(world.baseUrl()).get("/actuator/health").status())
                .isEqualTo(200);
        assertThat(Client.anonymous(world.baseUrl())
                        .get("/actuator/health/liveness")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void theSetupIsClosedForEveryone() {
        for (var client : List.of(Client.anonymous(world.baseUrl()), Client.browser(world.baseUrl(), "admin"))) {
            assertThat(client.post("/camunda/api/admin/setup/default/user/create", "{\"profile\":{\"id\":\"eve\"}}")
                            .status())
                    .isEqualTo(404);
            assertThat(client.get("/camunda/app/admin/default/setup/").status()).isEqualTo(404);
        }
    }

    @Test
    void foreignPagesAreRefused() {
        for (var origin : List.of("https://evil.example", "null", "http://localhost:1")) {
            assertThat(Client.program(world.baseUrl(), "handler")
                            .with("Origin", origin)
                            .get("/engine-rest/task")
                            .status())
                    .as(origin)
                    .isEqualTo(403);
        }
        assertThat(Client.program(world.baseUrl(), "handler")
                        .with("Origin", world.baseUrl())
                        .get("/engine-rest/task")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void systemsSeeNoApplication() {
        var system = Client.browser(world.baseUrl(), "system");
        assertThat(system.get("/camunda/app/tasklist/default/").status()).isEqualTo(403);
        assertThat(system.get("/camunda/api/engine/engine/default/task").status())
                .isEqualTo(403);
        assertThat(system.get("/").status()).isEqualTo(403);
        var program = Client.program(world.baseUrl(), "system");
        assertThat(program.get("/engine-rest/task").status()).isEqualTo(403);
        assertThat(program.post("/engine-rest/process-definition/key/complaintResolution/start", COMPLAINT)
                        .status())
                .isEqualTo(200);
        assertThat(program.get("/actuator/metrics").status()).isEqualTo(403);
        assertThat(Client.program(world.baseUrl(), "manager")
                        .get("/actuator/metrics")
                        .status())
                .isEqualTo(200);
    }
}
