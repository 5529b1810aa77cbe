package io.redress.people.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.answer.ProblemDocument;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What a door does not know how to take into account it refuses: nobody gets more, or less, than they asked for. */
@SandboxTest
class UnknownParametersTest {

    @Autowired
    SandboxDriver world;

    @ParameterizedTest
    @CsvSource({
        "handler, /api/complaints?q=vogt, q",
        "handler, /api/complaints?Status=closed, Status",
        "handler, /api/complaints?page=0&colour=red, colour",
        "system, /api/complaints/C-2026-000001?full=true, full",
        "handler, /api/complaints/C-2026-000001/timeline?size=5, size",
        "handler, /api/complaints/C-2026-000001/customer/corrections?q=x, q",
        "lead, /api/letter-samples?colour=red, colour",
        "lead, /api/safety-register?colour=red, colour",
        "lead, /api/promises/register?colour=red, colour",
        "manager, /api/stop-switch?colour=red, colour",
        "manager, /api/stop-switch/report?colour=red, colour",
        "manager, /api/deputies?colour=red, colour",
        "manager, /api/teams?colour=red, colour",
        "manager, /api/calendars?colour=red, colour",
        "manager, /api/goodwill-codes?colour=red, colour",
    })
    void areNamed(String login, String path, String parameter) {
        var answer = Client.program(world.baseUrl(), login).get(path);

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.as(ProblemDocument.class).fields()).containsExactly(parameter);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "no", "on", "off", "1", "0", "TRUE", "maybe"})
    void valuesForYesAndNoAreTrueAndFalseAlone(String value) {
        var lead = Client.program(world.baseUrl(), "lead").get("/api/letter-samples?scored=" + value);
        var manager = Client.program(world.baseUrl(), "manager")
                .with("Content-Type", "text/csv")
                .send("/api/goodwill-codes?dryRun=" + value, "code");

        assertThat(lead.status()).as(lead.body()).isEqualTo(400);
        assertThat(lead.as(ProblemDocument.class).fields().get(0)).isEqualTo("scored");
        assertThat(lead.as(ProblemDocument.class).errors().get(0).message()).isEqualTo("must be true or false");
        assertThat(manager.status()).as(manager.body()).isEqualTo(400);
        assertThat(manager.as(ProblemDocument.class).fields().get(0)).isEqualTo("dryRun");
    }

    @Test
    void areNamedWhereSomethingIsSent() {
        var manager = Client.program(world.baseUrl(), "manager");

        assertThat(manager.post("/api/danger/check?dryRun=true", "{\"texts\":[{\"text\":\"It burns\"}]}")
                        .status())
                .isEqualTo(400);
        assertThat(manager.put("/api/stop-switch?held=false", "{\"held\":false,\"reason\":\"Checked\"}")
                        .status())
                .isEqualTo(400);
        assertThat(Client.program(world.baseUrl(), "system")
                        .post("/api/complaints?dryRun=true", "{}")
                        .as(ProblemDocument.class)
                        .fields())
                .containsExactly("dryRun");
    }

    @Test
    void whatIsKnownIsTaken() {
        assertThat(Client.program(world.baseUrl(), "handler")
                        .get("/api/complaints?status=closed&page=0&size=5")
                        .status())
                .isEqualTo(200);
        assertThat(Client.program(world.baseUrl(), "lead")
                        .get("/api/safety-register?from=2026-01-01&to=2026-12-31")
                        .status())
                .isEqualTo(200);
        assertThat(Client.program(world.baseUrl(), "lead")
                        .get("/api/letter-samples?scored=true")
                        .status())
                .isEqualTo(200);
        assertThat(Client.program(world.baseUrl(), "manager")
                        .post("/api/danger/check", "{\"texts\":[{\"text\":\"It burns\"}]}")
                        .status())
                .isEqualTo(200);
    }
}
