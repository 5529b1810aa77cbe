package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An operator sees at the address that is scraped how late rungs are climbed. */
@SandboxTest
class TimerFiguresTest {

    private static final String STEP =
            "\\{activity=\"startEvent_rungDue\",process=\"complaintResolution\"[^}]*\\} (\\S+)";

    private SandboxDriver world;
    private Desk desk;

    @Autowired
    void enter(SandboxDriver world) {
        this.world = world;
        this.desk = new Desk(world);
    }

    @Test
    void aRungThatIsClimbedADayLateIsMeasuredSo() {
        Filed filed = desk.file(aComplaint().claiming("service").from("measured@example.org"));
        desk.awaitTask(filed.caseNumber(), "Verify complaint");
        double fired = figure("redress_timers_fired_total");
        double late = figure("redress_timer_lateness_seconds_sum");

        world.advance(Duration.ofDays(5));
        desk.awaitEntry(filed.caseNumber(), "rung_climbed", "told");

        assertThat(figure("redress_timers_fired_total")).isGreaterThan(fired);
        assertThat(figure("redress_timer_lateness_seconds_sum"))
                .isGreaterThan(late + Duration.ofDays(1).toSeconds());
        assertThat(scrape()).contains("redress_timers_overdue ", "redress_timers_overdue_oldest_seconds ");
    }

    private double figure(String name) {
        var line = Pattern.compile(name + STEP).matcher(scrape());
        return line.find() ? Double.parseDouble(line.group(1)) : 0;
    }

    private String scrape() {
        return desk.client("manager")
                .get()
                .uri("/actuator/prometheus")
                .retrieve()
                .body(String.class);
    }
}
