package io.redress.people.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.answer.ProblemDocument;
import io.redress.answer.Registered;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Who may call what below {@code /api}: every mapping has its line in {@link ApiDoors}, and the doors do what it says. */
@SandboxTest
class ApiDoorsTest {

    /** Of the right form, so that whose deputy may be arranged is looked at before it is refused. */
    private static final String NOBODY_STANDS_IN = "{\"deputy\":\"nobody\",\"until\":\"2026-01-01T00:00:00Z\"}";

    private static final List<String> ROLES = List.of("handler", "li", "lead", "manager", "system");

    /**
     * Written by hand, not read from {@link ApiDoors}: who is not turned away with 403. The team of {@code li} does not see
     * the case, so that it does not exist for them.
     */
    private static final String EXPECTED = """
            POST /api/complaints                                     handler li lead manager system
            GET /api/complaints                                      handler li lead manager system
            GET /api/complaints/{caseNumber}                         handler li lead manager system
            GET /api/complaints/{caseNumber}/timeline                handler li lead manager system
            GET /api/complaints/{caseNumber}/receipt                 handler li lead manager system
            GET /api/complaints/{caseNumber}/messages                handler li lead manager system
            POST /api/complaints/{caseNumber}/messages               handler li lead manager system
            POST /api/complaints/{caseNumber}/withdrawal             handler li lead manager system
            POST /api/complaints/{caseNumber}/legal-events           handler li lead manager system
            POST /api/complaints/{caseNumber}/legal-clocks/met       handler li lead manager system
            POST /api/complaints/{caseNumber}/returns                handler li lead manager system
            PUT /api/complaints/{caseNumber}/customer                handler li lead manager
            GET /api/complaints/{caseNumber}/customer/corrections    handler li lead manager
            GET /api/complaints/{caseNumber}/explanation             handler li lead manager
            GET /api/complaints/{caseNumber}/letters-hold            handler li lead manager
            PUT /api/complaints/{caseNumber}/letters-hold            handler li lead manager
            PUT /api/complaints/{caseNumber}/danger                  handler li lead manager
            POST /api/complaints/{caseNumber}/danger/claim           handler li lead manager
            GET /api/complaints/{caseNumber}/shield                  li lead manager
            PUT /api/complaints/{caseNumber}/shield                  li lead manager
            PUT /api/complaints/{caseNumber}/team                    lead manager
            GET /api/safety-register                                 lead manager
            PUT /api/safety-register/{id}                            lead manager
            POST /api/danger/check                                   manager
            GET /api/danger/lexicon                                  manager
            GET /api/danger/lexicon/{name}                           manager
            PUT /api/danger/lexicon/{name}                           manager
            GET /api/danger/lexicon/{name}/versions                  manager
            GET /api/danger/lexicon/{name}/versions/{version}        manager
            GET /api/promises/register                               lead manager
            GET /api/promises/register.csv                           lead manager
            GET /api/letter-samples                                  handler li lead manager
            POST /api/letter-samples                                 lead manager
            PUT /api/letter-samples/{id}                             lead manager
            GET /api/teams                                           handler li lead manager
            GET /api/teams/{id}                                      handler li lead manager
            PUT /api/teams/{id}                                      manager
            GET /api/calendars                                       handler li lead manager
            GET /api/calendars/{name}                                handler li lead manager
            PUT /api/calendars/{name}                                manager
            GET /api/deputies                                        handler li lead manager system
            PUT /api/deputies/{person}                               handler manager
            DELETE /api/deputies/{person}                            handler manager
            GET /api/stop-switch                                     manager
            PUT /api/stop-switch                                     manager
            GET /api/stop-switch/history                             manager
            GET /api/stop-switch/report                              manager
            GET /api/stop-switch/report.csv                          manager
            GET /api/goodwill-codes                                  manager
            POST /api/goodwill-codes                                 manager
            GET /api/redesign/versions                               manager
            GET /api/redesign/versions/{id}/content                  manager
            GET /api/redesign/versions/{id}/difference               manager
            PUT /api/redesign/versions/{id}/reason                   manager
            POST /api/redesign/versions/{id}/restore                 manager
            POST /api/redesign/restore                               manager
            GET /api/imports                                         manager
            GET /api/webhooks                                        manager
            PUT /api/webhooks/{name}                                 manager
            DELETE /api/webhooks/{name}                              manager
            POST /api/webhooks/{name}/rotate                         manager
            GET /api/webhooks/{name}/deliveries                      manager
            POST /api/webhooks/{name}/deliveries/{id}/replay         manager
            POST /api/imports                                        manager
            GET /api/imports/{id}                                    manager
            POST /api/redesign/check                                 manager
            POST /api/redesign/what-if                               manager
            GET /api/redesign/runs                                   manager
            GET /api/redesign/runs/{id}                              manager
            GET /api/redesign/runs/{id}/cases.csv                    manager
            DELETE /api/redesign/runs/{id}                           manager
            GET /api/redesign/open-versions                          manager
            GET /api/redesign/migrations                             manager
            POST /api/redesign/migrations                            manager
            GET /api/redesign/migrations/{id}                        manager
            DELETE /api/redesign/migrations/{id}                     manager
            """;

    @Autowired
    SandboxDriver world;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Test
    void everyMappingHasItsLine() {
        var mapped = DoorRules.mapped(mappings);
        DoorRules.requireLines(mapped);
        assertThat(ApiDoors.operations())
                .as("lines of ApiDoors for which there is no operation any more")
                .isSubsetOf(mapped);
        assertThat(expected().keySet()).as("the table of ApiDoorsTest").isEqualTo(mapped);
    }

    private static Map<String, List<String>> expected() {
        var expected = new TreeMap<String, List<String>>();
        EXPECTED.lines().forEach(line -> {
            var words = List.of(line.split("\\s+"));
            expected.put(words.get(0) + " " + words.get(1), words.subList(2, words.size()));
        });
        return expected;
    }

    /** What is sent is refused as input where somebody may send it, so that nothing is changed. */
    @Test
    void everyoneIsTurnedAwayWhereTheTableSaysSo() {
        var answer =
                Client.program(world.baseUrl(), "system").post("/api/complaints", """
                        {"description":"It came late.","customer":{"email":"doors%d@customers.example"}}""".formatted(System.nanoTime()));
        var caseNumber = answer.as(Registered.class).caseNumber();
        assertThat(caseNumber).as(answer.body()).isNotEmpty();
        SoftAssertions softly = new SoftAssertions();
        expected().forEach((operation, allowed) -> {
            var let = new ArrayList<String>();
            for (var role : ROLES) {
                if (knock(role, operation, caseNumber).status() != 403) {
                    let.add(role);
                }
            }
            softly.assertThat(let).as("who may call %s", operation).containsExactlyElementsOf(allowed);
        });
        softly.assertAll();
    }

    private Client.Answer knock(String role, String operation, String caseNumber) {
        var method = operation.split(" ")[0];
        var path = operation
                .split(" ")[1]
                .replace("{caseNumber}", caseNumber)
                .replace("{person}", "handler")
                .replace("{version}", "0")
                .replace("{name}", "No-Such")
                .replace(
                        "{id}",
                        method.equals("PUT") && operation.contains("teams")
                                ? "no such"
                                : UUID.randomUUID().toString());
        var client = Client.program(world.baseUrl(), role);
        var address = path.replace(" ", "%20");
        var type = operation.contains("PUT /api/danger/lexicon") ? "text/plain" : "application/json";
        client.with("Content-Type", type);
        return switch (method) {
            case "GET" -> client.get(address);
            case "DELETE" -> client.delete(address);
            case "PUT" ->
                type.startsWith("text")
                        ? client.putText(address, "no phrase")
                        : client.put(address, operation.contains("/deputies") ? NOBODY_STANDS_IN : "{\"nobody\":1}");
            default -> client.post(address, "{\"nobody\":1}");
        };
    }

    @Test
    void somebodyElsesCaseIsNotFoundBeforeAnybodyIsTurnedAway() {
        var answer =
                Client.program(world.baseUrl(), "system").post("/api/complaints", """
                        {"description":"It came late.","customer":{"email":"doors%d@customers.example"}}""".formatted(System.nanoTime()));
        var ofCase = "/api/complaints/" + answer.as(Registered.class).caseNumber();
        for (var what : List.of("/customer", "/danger", "/letters-hold", "/shield")) {
            assertThat(Client.program(world.baseUrl(), "stranger")
                            .put(ofCase + what, "{}")
                            .status())
                    .as("a stranger at %s", what)
                    .isEqualTo(404);
            assertThat(Client.program(world.baseUrl(), "system")
                            .put(ofCase + what, "{}")
                            .status())
                    .as("whose case it is at %s", what)
                    .isEqualTo(403);
        }
        ProblemDocument refused = Client.program(world.baseUrl(), "handler")
                .put("/api/stop-switch", "no JSON")
                .as(ProblemDocument.class);
        assertThat(refused.status()).isEqualTo(403);
    }

    /** Spring MVC answers it by itself; nothing of ours is called. */
    @Test
    void whatADoorTakesMayBeAskedByAllWhoMayLogIn() {
        var allowed = world.as("system")
                .options()
                .uri("/api/stop-switch")
                .retrieve()
                .toBodilessEntity()
                .getHeaders()
                .getAllow();

        assertThat(allowed).contains(HttpMethod.GET, HttpMethod.PUT);
    }
}
