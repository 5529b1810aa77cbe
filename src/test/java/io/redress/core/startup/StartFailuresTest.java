package io.redress.core.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.engine.settings.EngineRooms;
import io.redress.engine.settings.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What an operator reads when a start fails: one line at the end, cause and remedy, and no stack trace anywhere. */
@ExtendWith(OutputCaptureExtension.class)
class StartFailuresTest {

    @Test
    void noDatabaseIsConfigured(CapturedOutput console) {
        assertLastLine(console, "no database is configured", "SPRING_DATASOURCE_URL");
    }

    @Test
    void theDatabaseIsDown(CapturedOutput console) {
        assertLastLine(
                console,
                "the database cannot be reached",
                "start it",
                "--spring.datasource.url=jdbc:postgresql://localhost:1/redress");
    }

    @Test
    void thereIsNoAdministrator(CapturedOutput console) {
        assertLastLine(
                console,
                "there is no administrator yet",
                "set REDRESS_ADMIN_USER and REDRESS_ADMIN_PASSWORD",
                "--spring.datasource.url=" + TestDatabase.create());
    }

    @Test
    void theAdministratorsPasswordIsWeak(CapturedOutput console) {
        assertLastLine(
                console,
                "REDRESS_ADMIN_PASSWORD is too weak",
                "at least 10 characters",
                "--spring.datasource.url=" + TestDatabase.create(),
                "--redress.admin.user=root",
                "--redress.admin.password=root");
    }

    @Test
    void aProviderMayTakeLongerThanAJobIsLocked(CapturedOutput console) {
        assertLastLine(
                console,
                "redress.stripe.deadline is PT2M",
                "at most half of",
                "--spring.datasource.url=" + TestDatabase.create(),
                "--redress.stripe.deadline=PT2M");
    }

    @Test
    void theConnectionsDoNotSuffice(CapturedOutput console) {
        assertLastLine(
                console,
                "spring.datasource.hikari.maximum-pool-size is 5",
                "give it at least 12",
                "--spring.datasource.url=" + TestDatabase.create(),
                "--spring.datasource.hikari.maximum-pool-size=5");
    }

    @Test
    void aProviderCouldTakeEveryThread(CapturedOutput console) {
        assertLastLine(
                console,
                "redress.outside.concurrent-calls is 4",
                "choose at most 3",
                "--spring.datasource.url=" + TestDatabase.create(),
                "--redress.outside.concurrent-calls=4");
    }

    @Test
    void aSettingIsMalformed(CapturedOutput console) {
        assertLastLine(
                console,
                "redress.zone",
                "To put it right",
                "--spring.datasource.url=" + TestDatabase.create(),
                "--redress.zone=Atlantis");
    }

    @Test
    void thePortIsBusy(CapturedOutput console) throws IOException {
        try (var busy = new ServerSocket(0, 1, InetAddress.getByName("0.0.0.0"))) {
            assertLastLine(
                    console,
                    "port %d is already in use".formatted(busy.getLocalPort()),
                    "SERVER_PORT",
                    "--spring.datasource.url=" + TestDatabase.create(),
                    "--redress.admin.user=root",
                    "--redress.admin.password=Chief-0f-Tests!",
                    "--server.port=" + busy.getLocalPort());
        }
    }

    private static void assertLastLine(CapturedOutput console, String cause, String remedy, String... settings) {
        var common = Stream.of(
                "--redress.models=classpath:doors/none/",
                "--camunda.bpm.webapp.enabled=false",
                "--camunda.bpm.generate-unique-process-engine-name=true",
                "--camunda.bpm.job-execution.enabled=false");
        // What fails late looks into our tables before.
        var early = Stream.of(settings).anyMatch(setting -> setting.startsWith("--server.port"))
                ? Stream.<String>empty()
                : Stream.of("--spring.flyway.enabled=false");
        var all = Stream.of(common, early, Stream.of(settings))
                .flatMap(some -> some)
                .toArray(String[]::new);
        assertThatThrownBy(() -> SpringApplication.run(EngineRooms.class, all)).isInstanceOf(Exception.class);
        var lines = console.getAll().strip().lines().toList();
        assertThat(lines.get(lines.size() - 1))
                .startsWith("Redress did not start: ")
                .contains(cause)
                .contains(remedy);
        assertThat(console.getAll()).doesNotContain("\tat ");
    }
}
