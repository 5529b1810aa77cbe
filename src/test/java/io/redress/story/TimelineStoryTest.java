package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.answer.engine.EngineTask;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happened in a case is shown to those whom its kind is meant for; what no list knows, to nobody. */
@SandboxTest
class TimelineStoryTest {

    private SandboxDriver world;
    private Desk desk;
    private JdbcClient jdbc;

    @Autowired
    void enter(SandboxDriver world, JdbcClient jdbc) {
        this.world = world;
        this.desk = new Desk(world);
        this.jdbc = jdbc;
    }

    @Test
    void anEntryOfAKindThatNobodyListedIsShownToNobody() {
        Filed filed = desk.file(aComplaint().from("unlisted@example.org").named("Ada"));
        EngineTask task = desk.awaitTask(filed.caseNumber(), "Verify complaint");
        jdbc.sql("""
                        insert into redress.timeline_entry (case_number, at, actor, kind, text)
                        values (:case, now(), 'redress', 'rumour', 'Something unlisted was said')""").param("case", filed.caseNumber()).update();

        for (String reader : List.of("system", "handler", "lead", "manager")) {
            assertThat(timeline(filed, reader))
                    .as(reader)
                    .contains("registered")
                    .doesNotContain("rumour", "unlisted was said");
        }
        assertThat(desk.form(task)).contains("Received by web").doesNotContain("unlisted was said");
        assertThat(world.anybody().get().uri(filed.trackingUrl()).retrieve().body(String.class))
                .contains(filed.caseNumber())
                .doesNotContain("rumour", "unlisted was said");
    }

    @Test
    void whatColleaguesAskEachOtherIsTheirsAlone() {
        Filed filed = desk.file(aComplaint().from("consulted@example.org").named("Ada"));
        desk.complete(
                desk.awaitTask(filed.caseNumber(), "Verify complaint"),
                "handler",
                Map.of("verdict", "consult", "question", "Is she the one who always complains?"));
        desk.awaitEntry(filed.caseNumber(), "advice_asked", "always complains");

        assertThat(timeline(filed, "handler")).contains("advice_asked");
        assertThat(timeline(filed, "system")).doesNotContain("advice_asked", "always complains");
    }

    private String timeline(Filed filed, String reader) {
        return desk.client(reader)
                .get()
                .uri("/api/complaints/{number}/timeline", filed.caseNumber())
                .retrieve()
                .body(String.class);
    }
}
