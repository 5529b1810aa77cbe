package io.redress.redesign.tape;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.engine.record.CaseAtHand;
import io.redress.engine.record.Evaluation;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Each transaction writes what it decided itself, once, where it commits. */
@SandboxTest
class PendingTapeTest {

    @Autowired
    private SandboxDriver world;

    @Autowired
    private PendingTape pending;

    @Autowired
    private Tape tape;

    private TransactionTemplate transaction;
    private TransactionTemplate inner;
    private TransactionTemplate reading;

    @Autowired
    void begin(PlatformTransactionManager transactions) {
        transaction = new TransactionTemplate(transactions);
        inner = new TransactionTemplate(transactions);
        inner.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
    }

    private CaseNumber one;
    private CaseNumber other;

    @BeforeEach
    void file() {
        one = filed();
        other = filed();
    }

    @Test
    void aTransactionWritesOneRowForEachCaseAndEqualDecisionsOnce() {
        transaction.executeWithoutResult(status -> {
            decide(one, "first");
            decide(one, "first");
            decide(other, "first");
            decide(one, "second");
            assertThat(decided(one)).isEmpty();
        });

        assertThat(decided(one)).containsExactly(List.of("first", "second"));
        assertThat(decided(other)).containsExactly(List.of("first"));
    }

    @Test
    void aTransactionOfItsOwnKeepsWhatTheOneAroundItLoses() {
        transaction.executeWithoutResult(status -> {
            decide(one, "before");
            inner.executeWithoutResult(own -> decide(one, "inside"));
            decide(one, "after");
            status.setRollbackOnly();
        });

        assertThat(decided(one)).containsExactly(List.of("inside"));
    }

    @Test
    void aTransactionKeepsWhatTheOneInsideItLoses() {
        transaction.executeWithoutResult(status -> {
            decide(one, "before");
            inner.executeWithoutResult(own -> {
                decide(one, "inside");
                own.setRollbackOnly();
            });
            decide(one, "after");
        });

        assertThat(decided(one)).containsExactly(List.of("before", "after"));
    }

    @Test
    void whoOnlyReadsDecidesNothing() {
        reading.executeWithoutResult(status -> decide(one, "looked at"));
        decide(one, "asked by the way");

        assertThat(decided(one)).isEmpty();
    }

    private void decide(CaseNumber caseNumber, String fact) {
        pending.add(CaseAtHand.of(caseNumber), new Evaluation("trial", 1, Map.of("fact", fact), List.of()));
    }

    private List<List<Object>> decided(CaseNumber caseNumber) {
        return tape.of(caseNumber).stream()
                .map(entry -> entry.decisions().stream()
                        .map(TapedDecision::evaluation)
                        .filter(evaluation -> evaluation.table().equals("trial"))
                        .map(evaluation -> evaluation.facts().get("fact"))
                        .toList())
                .filter(facts -> !facts.isEmpty())
                .toList();
    }

    /** A case of its own, for what the same customer says again belongs to the one that is open. */
    private CaseNumber filed() {
        JsonNode answer = world.as("system")
                .post()
                .uri("/api/complaints")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of(
                        "channel", "web",
                        "description", "Something went wrong.",
                        "customer", Map.of("email", "somebody%d@customer.example".formatted(System.nanoTime()))))
                .retrieve()
                .body(JsonNode.class);
        return new CaseNumber(answer.path("caseNumber").asText());
    }
}
