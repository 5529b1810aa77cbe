package io.redress.remedy.ledger;

import static org.awaitility.Awaitility.await;

import io.redress.answer.Registered;
import io.redress.answer.sandbox.SandboxOrder;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.sandbox.SandboxDriver;
import io.redress.verification.gathering.Verification;
import java.time.Duration;
import java.util.Map;

/** A complaint about a kettle for 59.95 EUR whose facts are known, and that waits for a person. */
public final class KettleCase {

    private KettleCase() {}

    public static CaseNumber file(SandboxDriver world, Verification verification) {
        SandboxOrder order = world.copyOf("R-1004");
        Registered filed = world.as("system")
                .post()
                .uri("/api/complaints")
                .body(Map.of(
                        "description",
                        "Not what I ordered.",
                        "claim",
                        "wrong_item",
                        "order",
                        Map.of("number", order.number()),
                        "customer",
                        Map.of("email", order.customer().email())))
                .retrieve()
                .body(Registered.class);
        CaseNumber caseNumber = new CaseNumber(filed.caseNumber());
        await().atMost(Duration.ofSeconds(30))
                .until(() -> verification.evidence(caseNumber).isPresent());
        return caseNumber;
    }
}
