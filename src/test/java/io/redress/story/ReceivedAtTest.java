package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** When a complaint was received is one value, wherever it is read. */
@SandboxTest
class ReceivedAtTest {

    private Desk desk;

    @Autowired
    void enter(SandboxDriver world) {
        this.desk = new Desk(world);
    }

    @Test
    void saysTheSameInTheFirstAnswerInARepeatedOneInTheCaseAndInLists() {
        ComplaintDraft draft = aComplaint()
                .from("precise@example.org")
                .with("externalId", "precise-" + UUID.randomUUID())
                .with("receivedAt", "2026-11-20T09:30:00.123456789+01:00");

        Filed filed = desk.file(draft);

        String first = filed.answer().path("receivedAt").asText();
        assertThat(first).isEqualTo("2026-11-20T08:30:00.123456Z");
        assertThat(desk.send(draft).getBody().path("receivedAt").asText()).isEqualTo(first);
        assertThat(read("/api/complaints/" + filed.caseNumber())
                        .path("receivedAt")
                        .asText())
                .isEqualTo(first);
        assertThat(read("/api/complaints?customer=precise@example.org")
                        .at("/items/0/receivedAt")
                        .asText())
                .isEqualTo(first);
    }

    @Test
    void isOneValueAlsoWhereItIsNow() {
        Filed filed = desk.file(aComplaint().from("precise.now@example.org"));

        assertThat(read("/api/complaints/" + filed.caseNumber())
                        .path("receivedAt")
                        .asText())
                .isEqualTo(filed.answer().path("receivedAt").asText());
    }

    private JsonNode read(String path) {
        return desk.client("handler").get().uri(path).retrieve().body(JsonNode.class);
    }
}
