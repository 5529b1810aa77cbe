package io.redress.people.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.answer.ProblemDocument;
import io.redress.answer.Registered;
import io.redress.answer.engine.EngineInstance;
import io.redress.people.security.Client;
import io.redress.people.security.Client.Answer;
import io.redress.people.security.Door;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What is wrong with a request is told to whoever sent it, and never looks like a fault of ours. */
@SandboxTest
class RequestFaultsTest {

    private static final String NUL = "\\u0000";

    @Autowired
    SandboxDriver world;

    @Test
    void legalEventsWithoutATimeThatCanBeRead() {
        var path = "/api/complaints/" + aCase() + "/legal-events";

        assertRefused(as("handler").post(path, "{\"at\":\"\"}"), "event");
        assertRefused(as("handler").post(path, "{\"event\":\"data_requested\",\"at\":\"\"}"), "at");
        assertThat(as("handler").post(path, "{\"event\":\"data_requested\"}").status())
                .isEqualTo(200);
    }

    @Test
    void nullCharactersInWhatPeopleSend() {
        var number = aCase();
        var case_ = "/api/complaints/" + number;

        assertRefused(as("manager").put("/api/stop-switch", "{\"held\":false,\"reason\":\"a" + NUL + "b\"}"), "reason");
        assertRefused(
                as("manager")
                        .post(
                                "/api/goodwill-codes",
                                "{\"codes\":[{\"code\":\"A" + NUL + "B\",\"kind\":\"voucher\",\"currency\":\"EUR\","
                                        + "\"amount\":\"5.00\",\"expiresAt\":\"2030-01-01T00:00:00Z\"}]}"),
                null);
        assertRefused(as("handler").put(case_ + "/danger", "{\"danger\":\"none\",\"reason\":\"a" + NUL + "b\"}"), null);
        assertRefused(
                as("handler").put(case_ + "/customer", "{\"name\":\"a" + NUL + "b\",\"reason\":\"So it is\"}"), null);
        assertRefused(
                as("manager")
                        .put(
                                "/api/deputies/handler",
                                "{\"deputy\":\"handler2\",\"until\":\"2030-01-01T00:00:00Z\",\"reason\":\"a" + NUL
                                        + "b\"}"),
                null);
        assertRefused(as("manager").put("/api/deputies/handler", "{\"deputy\":\"h" + NUL + "\"}"), null);
        assertRefused(as("lead").post("/api/letter-samples", "{\"count\":1,\"handler\":\"h" + NUL + "\"}"), null);
        assertRefused(as("handler").get("/api/complaints?team=a%00b"), "team");
        assertRefused(as("lead").get("/api/letter-samples?handler=a%00b"), "handler");
        assertThat(as("handler").get("/api/complaints/a%00b").status()).isIn(400, 404);
        assertThat(as("handler").get("/engine-rest/task/a%00b").status()).isIn(400, 404);
        assertRefused(as("handler").get("/engine-rest/task?name=a%00b"), "name");
        assertRefused(as("handler").post("/engine-rest/task", "{\"name\":\"a" + NUL + "b\"}"), null);
    }

    @Test
    void nullCharactersOnTheCustomersPage() {
        var page = page();
        var browser = Client.anonymous(world.baseUrl()).with("Accept", "text/html");

        assertThat(browser.form(page + "/messages", Map.of("text", "Hello", "formId", "a\0b"))
                        .status())
                .isEqualTo(400);
        assertThat(browser.form(page + "/messages", Map.of("text", "Hel\0lo", "formId", "ab"))
                        .status())
                .isEqualTo(400);
        assertThat(browser.form(page + "/messages", Map.of("text", "Hello", "formId", "ab"))
                        .status())
                .isEqualTo(303);
    }

    @Test
    void aWeakNewPassword() {
        var answer = as("handler").put("/engine-rest/user/handler/credentials", """
                        {"password":"a","authenticatedUserPassword":"handler"}""");

        assertRefused(answer, "password");
        assertThat(answer.body()).contains("at least 10 characters");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PUT|/job/none/retries|{\"retries\":1}",
                "PUT|/job/none/duedate|{\"duedate\":\"2030-01-01T00:00:00.000+0000\"}",
                "PUT|/job/none/priority|{\"priority\":1}",
                "PUT|/job/none/suspended|{\"suspended\":true}",
                "POST|/job/none/execute|{}",
                "POST|/job/none/duedate/recalculate|{}",
                "PUT|/job-definition/none/retries|{\"retries\":1}",
                "POST|/task/none/claim|{\"userId\":\"manager\"}",
                "POST|/task/none/unclaim|{}",
                "POST|/task/none/complete|{}",
                "POST|/task/none/submit-form|{}",
                "POST|/task/none/resolve|{}",
                "POST|/task/none/assignee|{\"userId\":\"handler\"}",
                "POST|/task/none/comment/create|{\"message\":\"Hello\"}",
                "POST|/task/none/identity-links|{\"userId\":\"handler\",\"type\":\"candidate\"}",
                "PUT|/process-instance/none/suspended|{\"suspended\":true}",
                "POST|/process-instance/none/modification|{\"instructions\":[]}",
                "PUT|/incident/none/annotation|{\"annotation\":\"x\"}",
                "DELETE|/incident/none|",
            })
    void whatDoesNotExist(String method, String path, String body) {
        for (var door : Door.values()) {
            var manager = door.as(world.baseUrl(), "manager");
            var address = door.prefix() + path;
            var answer =
                    switch (method) {
                        case "PUT" -> manager.put(address, body);
                        case "POST" -> manager.post(address, body);
                        default -> manager.delete(address);
                    };

            assertThat(answer.status()).as(door + " " + answer.body()).isBetween(400, 499);
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//engine-rest/task",
                "/engine-rest;a/task",
                "/engine-rest//task",
                "/api;a=b/complaints",
                "//api/complaints",
                "/engine-rest/%2e%2e/api",
                "/api/complaints/a%2Fb"
            })
    void addressesWrittenInAnotherWay(String path) {
        var nobody = Client.anonymous(world.baseUrl()).get(path);
        var somebody = as("handler").get(path);

        assertThat(nobody.status()).as(nobody.body()).isBetween(400, 499);
        assertThat(somebody.status()).as(somebody.body()).isBetween(400, 499);
    }

    @Test
    void documentTypesInADeployment() {
        for (var file : new String[] {"table.dmn", "diagram.bpmn"}) {
            var answer = as("manager")
                    .deploy(
                            "/engine-rest/deployment/create",
                            file,
                            "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/hostname\">]><x>&y;</x>");

            assertThat(answer.status()).as(answer.body()).isEqualTo(400);
            assertThat(answer.body()).doesNotContain("Exception:");
        }
    }

    @Test
    void fractionsOfWhatIsCounted() {
        assertRefused(as("lead").post("/api/letter-samples", "{\"count\":1.5}"), "count");
        assertRefused(
                as("lead")
                        .put(
                                "/api/letter-samples/00000000-0000-0000-0000-000000000000",
                                "{\"score\":4.7,\"comment\":\"Good\"}"),
                "score");
        assertThat(as("lead")
                        .post("/api/letter-samples", "{\"count\":1,\"from\":\"2020-01-01\",\"to\":\"2020-01-02\"}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void aSystemReadsNoLetters() {
        assertThat(as("system").get("/api/letter-samples").status()).isEqualTo(403);
        assertThat(as("stranger").get("/api/letter-samples").status()).isEqualTo(403);
        assertThat(as("handler").get("/api/letter-samples").status()).isEqualTo(200);
    }

    @Test
    void nobodyGivesACaseAnotherNumber() {
        var number = aCase();
        var other = aCase();
        for (var door : Door.values()) {
            var manager = door.as(world.baseUrl(), "manager");
            var instance = manager.get(door.prefix() + "/process-instance?businessKey=" + number)
                    .as(EngineInstance[].class)[0]
                    .id();
            var value = "{\"value\":\"%s\",\"type\":\"String\"}".formatted(other);

            assertThat(manager.put(door.prefix() + "/process-instance/" + instance + "/variables/caseNumber", value)
                            .status())
                    .isEqualTo(400);
            assertThat(manager.put(door.prefix() + "/execution/" + instance + "/localVariables/caseNumber", value)
                            .status())
                    .isEqualTo(400);
            assertThat(manager.post(
                                    door.prefix() + "/process-instance/" + instance + "/variables",
                                    "{\"modifications\":{\"caseNumber\":" + value + "}}")
                            .status())
                    .isEqualTo(400);
            assertThat(manager.post(
                                    door.prefix() + "/process-instance/" + instance + "/variables",
                                    "{\"deletions\":[\"caseNumber\"]}")
                            .status())
                    .isEqualTo(400);
            assertThat(manager.put(
                                    door.prefix() + "/process-instance/" + instance + "/variables/note",
                                    "{\"value\":\"x\",\"type\":\"String\"}")
                            .status())
                    .isEqualTo(204);
        }
    }

    private Client as(String login) {
        return Client.program(world.baseUrl(), login);
    }

    private String aCase() {
        return file().caseNumber();
    }

    private String page() {
        var url = file().trackingUrl();
        return url.substring(url.indexOf("/case/"));
    }

    private Registered file() {
        return as("system").post("/api/complaints", """
                        {"channel":"web","description":"Where is it?","customer":{"email":"faults@customers.example"}}""").as(Registered.class);
    }

    private static void assertRefused(Answer answer, String field) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        if (field != null) {
            assertThat(answer.as(ProblemDocument.class).fields()).contains(field);
        }
    }
}
