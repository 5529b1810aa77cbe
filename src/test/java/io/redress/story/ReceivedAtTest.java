package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.answer.Answers;
import io.redress.answer.ComplaintPage;
import io.redress.answer.ComplaintPage.ComplaintSummary;
import io.redress.answer.Registered;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.time.Instant;
import java.util.List;
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

        Instant first = filed.answer().receivedAt();
        assertThat(first).isEqualTo("2026-11-20T08:30:00.123456Z");
        assertThat(Answers.read(desk.send(draft), Registered.class).receivedAt())
                .isEqualTo(first);
        assertThat(desk.read(filed.caseNumber()).receivedAt()).isEqualTo(first);
        assertThat(found("precise@example.org").get(0).receivedAt()).isEqualTo(first);
    }

    @Test
    void isOneValueAlsoWhereItIsNow() {
        Filed filed = desk.file(aComplaint().from("precise.now@example.org"));

        assertThat(desk.read(filed.caseNumber()).receivedAt())
                .isEqualTo(filed.answer().receivedAt());
    }

    private List<ComplaintSummary> found(String customer) {
        return desk.client("handler")
                .get()
                .uri("/api/complaints?customer={customer}", customer)
                .retrieve()
                .body(ComplaintPage.class)
                .items();
    }
}
