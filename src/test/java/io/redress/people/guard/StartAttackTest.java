package io.redress.people.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.answer.ProblemDocument;
import io.redress.people.security.Door;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Attacks both doors with starts that are none of the sender's business. */
@SandboxTest
class StartAttackTest {

    private static final String COMPLAINT = """
            {"variables":{"description":{"value":"It broke.","type":"String"},
            "customerEmail":{"value":"doors@customers.example","type":"String"}}}""";

    @Autowired
    SandboxDriver world;

    @Autowired
    RuntimeService runtime;

    @Autowired
    RepositoryService repository;

    @ParameterizedTest
    @EnumSource(Door.class)
    void onlyTheComplaintIsStarted(Door door) {
        var refundId = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("refund")
                .latestVersion()
                .singleResult()
                .getId();
        for (var user : List.of("handler", "lead", "manager", "admin")) {
            var client = door.as(world.baseUrl(), user);
            var start = door.prefix() + "/process-definition";
            assertThat(client.post(start + "/key/refund/start", "{}").status())
                    .as(user)
                    .isEqualTo(403);
            assertThat(client.post(start + "/" + refundId + "/start", "{}").status())
                    .as(user)
                    .isEqualTo(403);
            assertThat(client.post(start + "/" + refundId + "/submit-form", "{}")
                            .status())
                    .isEqualTo(403);
            assertThat(client.post(start + "/key/refund/tenant-id/x/start", "{}")
                            .status())
                    .isEqualTo(403);
            assertThat(client.post(start + "/" + refundId + "/restart", "{\"processInstanceIds\":[\"x\"]}")
                            .status())
                    .isEqualTo(403);
        }
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("refund")
                        .rootProcessInstances()
                        .count())
                .isZero();
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void aStartBringsNoNumberOfItsOwn(Door door) {
        var client = door.as(world.baseUrl(), "handler");
        var start = door.prefix() + "/process-definition/key/complaintResolution/start";
        var before = runtime.createProcessInstanceQuery().count();
        var keyed = client.post(start, "{\"businessKey\":\"C-1\",\"variables\":{}}");
        assertThat(keyed.status()).isEqualTo(400);
        assertThat(keyed.as(ProblemDocument.class).fields().get(0)).isEqualTo("businessKey");
        assertThat(client.post(start, "{\"variables\":{\"caseNumber\":{\"value\":\"C-1\"}}}")
                        .status())
                .isEqualTo(400);
        assertThat(client.post(
                                start,
                                "{\"startInstructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"end\"}]}")
                        .status())
                .isEqualTo(400);
        assertThat(client.post(
                                start,
                                "{\"variables\":{\"x\":{\"type\":\"Object\",\"value\":\"{}\",\"valueInfo\":{\"objectTypeName\":\"java.util.HashMap\"}}}}")
                        .status())
                .isEqualTo(400);
        assertThat(client.post(start, "{\"variables\":{\"description\":{\"value\":\"" + "x".repeat(4001) + "\"}}}")
                        .status())
                .isEqualTo(400);
        assertThat(client.post(start, "{\"variables\":{\"description\":{\"value\":")
                        .status())
                .isEqualTo(400);
        assertThat(client.post(start, "{\"variables\":{},\"variables\":{}}").status())
                .isEqualTo(400);
        assertThat(client.post(start, "{\"variables\":{\"d\":{\"value\":\"" + "x".repeat(2_000_000) + "\"}}}")
                        .status())
                .isEqualTo(413);
        assertThat(runtime.createProcessInstanceQuery().count()).isEqualTo(before);
        var started = client.post(start, COMPLAINT);
        assertThat(started.status()).as(started.body()).isEqualTo(200);
    }
}
