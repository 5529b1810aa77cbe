package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.answer.sandbox.SandboxMail;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** People hear of overdue cases when they are at work, once and together; of the last rung at any hour. */
@SandboxTest
class AlertHoursTest {

    private SandboxDriver world;
    private Desk desk;

    @Autowired
    void enter(SandboxDriver world) {
        this.world = world;
        this.desk = new Desk(world);
    }

    @Test
    void afterAnOutageTheTeamHasOneMailInTheMorningAndTheManagerIsWoken() {
        List<String> late = IntStream.range(0, 10)
                .mapToObj(n -> desk.file(aComplaint().claiming("service").from("night" + n + "@example.org"))
                        .caseNumber())
                .toList();
        late.forEach(number -> desk.awaitTask(number, "Verify complaint"));

        desk.advanceIntoTheNight(Duration.ofDays(21));

        late.forEach(number -> desk.awaitMail("manager@redress.example", "[" + number + "]"));
        assertThat(late)
                .allSatisfy(number ->
                        assertThat(mails("manager", number)).isNotEmpty().noneMatch(AlertHoursTest::sentAtWork));
        assertThat(late)
                .allSatisfy(number -> assertThat(mails("handler2", number)).isEmpty());
        late.forEach(number -> desk.awaitAlert("handler2", "[" + number + "]"));
        SandboxMail digest = mails("handler2", late.get(0)).get(0);
        assertThat(sentAtWork(digest)).isTrue();
        assertThat(digest.subject()).contains("wait for you", "overdue");
        assertThat(late)
                .allSatisfy(number -> assertThat(mails("handler2", number)).containsExactly(digest));
    }

    private List<SandboxMail> mails(String login, String caseNumber) {
        return desk.mails(login + "@redress.example", "[" + caseNumber + "]");
    }

    private static boolean sentAtWork(SandboxMail mail) {
        return Desk.isOpen(mail.sentAt());
    }
}
