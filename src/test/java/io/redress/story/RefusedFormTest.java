package io.redress.story;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.redress.answer.Answers;
import io.redress.answer.ProblemDocument;
import io.redress.answer.engine.EngineTask;
import io.redress.answer.sandbox.SandboxOrder;
import io.redress.engine.settings.FilteredLog;
import io.redress.people.security.Client;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.ResponseEntity;

/** What people read where they slip, and what the log makes of it. */
@SandboxTest
class RefusedFormTest {

    @Autowired
    SandboxDriver world;

    @Autowired
    ApplicationContext redress;

    private Desk desk;

    @BeforeEach
    void open() {
        FilteredLog.restore(redress);
        desk = new Desk(world);
    }

    @Test
    void aSlipIsNamedByTheFieldsLabelAndIsOneLineOfTheLog() throws Exception {
        Filed filed = missing();
        EngineTask task = desk.awaitTask(filed.caseNumber(), "Verify complaint");
        desk.claim(task, "handler");
        Map<String, String> form = new HashMap<>(Map.of(
                "verdict", "partly",
                "remedyChoice", "refund",
                "reason", "Half of it was our doing.",
                "cause", "system",
                "refundAmount", "thirty"));

        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        log.start();
        root.addAppender(log);
        ResponseEntity<String> answer;
        try {
            answer = desk.submit(task, "handler", form);
        } finally {
            root.detachAppender(log);
        }

        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        ProblemDocument said = Answers.read(answer, ProblemDocument.class);
        assertThat(said.detail()).startsWith("Amount to refund");
        assertThat(said.fields().get(0)).isEqualTo("refundAmount");
        List<ILoggingEvent> lines = log.list.stream()
                .filter(event -> event.getThreadName().contains("-exec-"))
                .filter(event -> event.getFormattedMessage().contains(task.id())
                        || event.getLevel().toInt() >= ch.qos.logback.classic.Level.WARN_INT)
                .toList();
        assertThat(lines).singleElement().satisfies(line -> {
            assertThat(line.getThrowableProxy()).isNull();
            assertThat(line.getFormattedMessage()).doesNotContain("\n").contains("handler", "Amount to refund");
        });
    }

    @Test
    void whatACustomerTypedStandsOnTheirPageAgainWhereItIsRefused() {
        String page = URI.create(missing().trackingUrl()).getPath();
        Client customer = Client.anonymous(world.baseUrl());

        var read = customer.get(page);
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.header("Content-Disposition")).isIn("", "inline");

        String tooLong = "It came back. ".repeat(1_500);
        var refused = customer.form(page + "/messages", Map.of("text", tooLong));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains(tooLong.strip()).contains("at most 20,000 characters");
        assertThat(refused.body().indexOf("class=\"wrong\""))
                .isGreaterThan(refused.body().indexOf("id=\"text\""));

        var unconfirmed = customer.form(page + "/withdrawal", Map.of("reason", "Found it in the shed"));
        assertThat(unconfirmed.status()).isEqualTo(400);
        assertThat(unconfirmed.body()).contains("Found it in the shed").contains("Please tick the box");
    }

    private Filed missing() {
        SandboxOrder order = world.copyOf("R-1004");
        return desk.file(HandlerTest.aboutMissing(order));
    }
}
