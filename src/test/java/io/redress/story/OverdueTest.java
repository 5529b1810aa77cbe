package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A case that nobody works on climbs the ladder, each rung once, around whoever sits on it. */
@SandboxTest
class OverdueTest {

    private SandboxDriver world;
    private Desk desk;

    @Autowired
    void enter(SandboxDriver world) {
        this.world = world;
        this.desk = new Desk(world);
    }

    @Test
    void overdueCaseReachesTheManagerAndEachRungIsToldOnce() {
        Filed filed = desk.file(aComplaint().claiming("service").from("waiting@example.org"));
        JsonNode task = desk.awaitTask(filed.caseNumber(), "Verify complaint");
        desk.claim(task, "handler");

        for (int day = 1; day <= 16; day++) {
            world.advance(Duration.ofDays(1));
        }
        JsonNode mail = desk.awaitMail("manager@redress.example", filed.caseNumber());

        assertThat(mail.path("text").asText()).contains(task.path("id").asText());
        List<String> rungs = desk.timeline(filed.caseNumber()).stream()
                .filter(entry -> entry.path("kind").asText().equals("rung_climbed"))
                .map(entry -> entry.path("text").asText())
                .toList();
        assertThat(rungs).hasSizeGreaterThan(3).doesNotHaveDuplicates();
        assertThat(desk.awaitTask(filed.caseNumber(), "Verify complaint")
                        .path("assignee")
                        .isNull())
                .as("taken away from who lets the customer wait")
                .isTrue();
    }
}
