package io.redress.remedy.ledger;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.sandbox.SandboxDriver;
import io.redress.verification.gathering.Verification;
import java.time.Duration;
import java.util.Map;

/** A complaint about a kettle for 59.95 EUR whose facts are known, and that waits for a person. */
public final class KettleCase {

    private KettleCase() {}

    public static CaseNumber file(SandboxDriver world, Verification verification) {
        JsonNode order = world.copyOf("R-1004");
        JsonNode filed = world.as("system")
                .post()
                .uri("/api/complaints")
                .body(Map.of(
                        "description",
                        "Not what I ordered.",
                        "claim",
                        "wrong_item",
                        "order",
                        Map.of("number", order.path("number").asText()),
                        "customer",
                        Map.of("email", order.path("customer").path("email").asText())))
                .retrieve()
                .body(JsonNode.class);
        CaseNumber caseNumber = new CaseNumber(filed.path("caseNumber").asText());
        await().atMost(Duration.ofSeconds(30))
                .until(() -> verification.evidence(caseNumber).isPresent());
        return caseNumber;
    }
}
