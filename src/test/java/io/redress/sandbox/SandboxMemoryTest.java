package io.redress.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.sandbox.state.Json;
import io.redress.sandbox.state.Records;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What outlives a restart, however the one before ended. */
class SandboxMemoryTest {

    @TempDir
    Path folder;

    @Test
    void ordersAndCopiesAreThereAgain() {
        var clock = new SandboxClock(folder.resolve("clock"));
        String payment;
        String copy;
        try (var sandbox = Sandbox.start(folder, clock)) {
            payment = sandbox.world()
                    .find("R-1001")
                    .orElseThrow()
                    .at("/payments/0/reference")
                    .asText();
            copy = sandbox.world().copy("R-1001").orElseThrow().path("number").asText();
        }
        try (var sandbox = Sandbox.start(folder, clock)) {
            assertThat(sandbox.world()
                            .find("R-1001")
                            .orElseThrow()
                            .at("/payments/0/reference")
                            .asText())
                    .isEqualTo(payment);
            assertThat(sandbox.world().find(copy)).isPresent();
            assertThat(sandbox.world().copy(copy).orElseThrow().path("number").asText())
                    .isNotEqualTo(copy);
        }
    }

    @Test
    void ownOrdersAreCopiedOnAfterARestart() {
        var clock = new SandboxClock(folder.resolve("clock"));
        var request = "{\"order\": {\"number\": \"OWN\", \"items\": [{\"sku\": \"A\", \"unitPrice\": \"1.00\"}]}}";
        String first;
        try (var sandbox = Sandbox.start(folder, clock)) {
            sandbox.world().place(Json.parse(request.getBytes(StandardCharsets.UTF_8)));
            first = sandbox.world().copy("OWN").orElseThrow().path("number").asText();
        }
        try (var sandbox = Sandbox.start(folder, clock)) {
            assertThat(sandbox.world().copy("OWN").orElseThrow().path("number").asText())
                    .isNotEqualTo(first);
            assertThat(sandbox.world().copy(first)).isPresent();
        }
    }

    @Test
    void aLineHalfWrittenAtAKillIsForgotten() throws Exception {
        var journal = folder.resolve("book.jsonl");
        try (var records = new Records(journal)) {
            records.put("thing", "1", Json.object("state", "old"));
            records.put("thing", "1", Json.object("state", "new"));
        }
        Files.writeString(journal, "{\"kind\":\"thing\",\"id\":\"1\",\"va", StandardOpenOption.APPEND);
        try (var records = new Records(journal)) {
            assertThat(records.find("thing", "1").orElseThrow().path("state").asText())
                    .isEqualTo("new");
            assertThat(Files.readAllLines(journal)).hasSize(1);
        }
    }

    @Test
    void theClockGoesOnWhereItWasAndNeverBack() {
        var file = folder.resolve("clock");
        new SandboxClock(file).advance("P5D");
        var clock = new SandboxClock(file);
        assertThat(clock.instant()).isAfter(Instant.now().plus(Duration.ofDays(4)));
        clock.advance("P1M");
        clock.advance("P1DT6H");
        assertThatThrownBy(() -> clock.advance("-PT1S")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> clock.advance("tomorrow")).isInstanceOf(IllegalArgumentException.class);
    }
}
