package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.answer.PromiseRegister;
import io.redress.answer.PromiseRegister.PromiseRegisterLine;
import io.redress.people.security.Client;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Leads and managers see how promises are kept: over the API, as a file and on a page. */
@SandboxTest
class PromisePageTest {

    private SandboxDriver world;
    private Desk desk;

    @Autowired
    void enter(SandboxDriver world) {
        this.world = world;
        this.desk = new Desk(world);
    }

    @Test
    void aKeptAcknowledgementIsInTheRegisterWhereverItIsRead() {
        YearMonth month = YearMonth.from(world.clock().instant().atZone(ZoneOffset.UTC));
        Filed filed = desk.file(aComplaint().claiming("service").from("register@example.org"));
        desk.awaitTask(filed.caseNumber(), "Verify complaint");
        String months = "?from=" + month.minusMonths(1) + "&to=" + month.plusMonths(1);

        var answer = Client.program(world.baseUrl(), "lead").get("/api/promises/register" + months);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.as(PromiseRegister.class).items()).anyMatch(PromisePageTest::acknowledged);

        var file = Client.program(world.baseUrl(), "manager").get("/api/promises/register.csv" + months);
        assertThat(file.header("Content-Disposition")).contains("redress-promises-" + month.minusMonths(1));
        assertThat(file.body().lines().findFirst())
                .hasValue(
                        "month,team,kind,kept,broken,open,released,medianLateMinutes,medianLateWorkingMinutes,paused");
        assertThat(file.body()).contains(",handlers,acknowledgement,");

        String page = Client.browser(world.baseUrl(), "lead")
                .get("/promises" + months)
                .body();
        assertThat(page).contains("Promises, kept and broken", "role=\"img\" aria-label=\"" + month, "First answer");
    }

    private static boolean acknowledged(PromiseRegisterLine line) {
        return line.kind().equals("acknowledgement") && "handlers".equals(line.team()) && line.kept() > 0;
    }

    @Test
    void wrongMonthsAreSaidAndNobodyElseReadsIt() {
        Client lead = Client.program(world.baseUrl(), "lead");
        assertThat(lead.get("/api/promises/register?from=2026-13").status()).isEqualTo(400);
        assertThat(lead.get("/api/promises/register?from=2026-03&to=2026-01").status())
                .isEqualTo(400);
        assertThat(lead.get("/api/promises/register?from=2020-01&to=2026-01").status())
                .isEqualTo(400);
        assertThat(Client.program(world.baseUrl(), "handler")
                        .get("/api/promises/register")
                        .status())
                .isEqualTo(403);
        assertThat(Client.program(world.baseUrl(), "system")
                        .get("/api/promises/register.csv")
                        .status())
                .isEqualTo(403);
        assertThat(Client.browser(world.baseUrl(), "handler").get("/promises").status())
                .isEqualTo(403);
        var wrong = Client.browser(world.baseUrl(), "manager").get("/promises?from=spring");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.body()).contains("Must be a month such as 2026-01.");
    }
}
