package io.redress.intake.takeover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.intake.takeover.ImportRun.Brought;
import io.redress.intake.takeover.ImportRun.State;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each row comes over once: where several nodes work on the same files, and where a node broke down in the middle. */
@SandboxTest
class ImportWorkerTest {

    private final String source = "w" + UUID.randomUUID().toString().substring(0, 8);

    @Autowired
    private SandboxDriver world;

    @Autowired
    private Imports imports;

    @Autowired
    private ImportWorker worker;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void nodesThatWorkAtTheSameMomentBringEachCaseOnce() throws Exception {
        byte[] file = file(1, 12);
        byte[] overlapping = file(7, 18);
        UUID first = start(file);
        UUID second = start(overlapping);

        var nodes = Executors.newFixedThreadPool(3);
        List<Future<?>> turns = Stream.<Runnable>generate(() -> worker::goOn)
                .limit(3)
                .<Future<?>>map(nodes::submit)
                .toList();
        for (Future<?> turn : turns) {
            turn.get();
        }
        nodes.shutdown();

        ImportRun done = awaitDone(first);
        ImportRun doneToo = awaitDone(second);
        assertThat(done.toImport() + doneToo.toImport()).isEqualTo(18);
        assertThat(cases()).hasSize(18).doesNotHaveDuplicates();
    }

    @Test
    void whatBrokeDownComesWithTheSameFileOnceMore() {
        jdbc.sql("""
                create function redress.break_down() returns trigger language plpgsql as $$
                begin
                  if new.external_id = 'T-2' then raise exception 'the lights went out'; end if;
                  return new;
                end $$""").update();
        jdbc.sql("create trigger break_down before insert on redress.complaint"
                        + " for each row execute function redress.break_down()")
                .update();
        byte[] file = file(1, 3);
        ImportRun broken;
        try {
            broken = awaitDone(start(file));
        } finally {
            jdbc.sql("drop function redress.break_down() cascade").update();
        }
        assertThat(broken.failed()).singleElement().satisfies(fault -> {
            assertThat(fault.row()).isEqualTo(3);
            assertThat(fault.message()).contains("the lights went out");
        });
        assertThat(cases()).containsExactlyInAnyOrder("T-1", "T-3");

        ImportRun again = awaitDone(start(file));

        assertThat(again.known()).isEqualTo(2);
        assertThat(imports.brought(again.id(), 10))
                .extracting(Brought::externalId)
                .containsExactly("T-2");
        assertThat(cases()).containsExactlyInAnyOrder("T-1", "T-2", "T-3");
    }

    private UUID start(byte[] file) {
        assertThat(imports.dryRun(file, ImportFormat.CSV, source, "manager").state())
                .isEqualTo(State.CHECKED);
        return imports.start(file, ImportFormat.CSV, source, "manager").id();
    }

    private ImportRun awaitDone(UUID id) {
        return await("import " + id)
                .atMost(Duration.ofSeconds(60))
                .until(() -> imports.find(id).orElseThrow(), run -> run.state() == State.DONE);
    }

    private List<String> cases() {
        return jdbc.sql("select external_id from redress.complaint where imported_from = :source")
                .param("source", source)
                .query(String.class)
                .list();
    }

    private byte[] file(int from, int to) {
        String received = world.clock().instant().minus(Duration.ofHours(2)).toString();
        String rows = IntStream.rangeClosed(from, to)
                .mapToObj(number -> "T-%d,%s,%s,t%d.%s@example.org,Opening hours."
                        .formatted(number, received, received, number, source))
                .collect(Collectors.joining("\n"));
        return ("externalId,receivedAt,acknowledgedAt,customerEmail,description\n" + rows)
                .getBytes(StandardCharsets.UTF_8);
    }
}
