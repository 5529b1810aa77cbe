package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.answer.Timeline.TimelineItem;
import io.redress.answer.engine.EngineTask;
import io.redress.answer.sandbox.SandboxMail;
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
        EngineTask task = desk.awaitTask(filed.caseNumber(), "Verify complaint");
        desk.claim(task, "handler");

        for (int day = 1; day <= 16; day++) {
            world.advance(Duration.ofDays(1));
        }
        SandboxMail mail = desk.awaitMail("manager@redress.example", filed.caseNumber());
        desk.awaitEntry(filed.caseNumber(), "rung_climbed", "resolution is late: managers told again (2)");

        assertThat(mail.text()).contains(task.id());
        List<String> rungs = desk.timeline(filed.caseNumber()).stream()
                .filter(entry -> entry.kind().equals("rung_climbed"))
                .map(TimelineItem::text)
                .toList();
        assertThat(rungs).hasSizeGreaterThan(3).doesNotHaveDuplicates();
        assertThat(desk.awaitTask(filed.caseNumber(), "Verify complaint").assignee())
                .as("taken away from who lets the customer wait")
                .isNull();
    }
}
