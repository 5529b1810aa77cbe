package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.answer.sandbox.SandboxOrder;
import io.redress.bench.Statement;
import io.redress.bench.Statement.Kind;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import io.redress.sandbox.StatementLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What the first founding example asks of the database, from its filing until it waits for the follow-up: every
 * transaction that names the case. What it asked when it was last accepted is kept beside the tests; after a change
 * that is meant, {@code ./mvnw -Dtest=OneCaseTest -Dredress.write-one-case verify} writes it anew.
 */
@SandboxTest
class OneCaseTest {

    private static final Path ACCEPTED = Path.of("src/test/resources/cost/one-case.tsv");

    private static final int TRANSACTIONS = 18;
    private static final int READS = 262;
    private static final int WRITES = 154;

    /** What is tried again after a conflict costs more, and says nothing about the case. */
    private static final int TRIES = 3;

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private SandboxDriver world;
    private StatementLog log;
    private Desk desk;

    @Autowired
    void enter(SandboxDriver world, StatementLog log) {
        this.world = world;
        this.log = log;
        this.desk = new Desk(world);
    }

    @AfterEach
    void end() {
        log.end();
    }

    /** @param calls how often each statement was sent, by its text without parameters */
    private record Cost(int transactions, Map<String, Integer> calls) {

        static Cost of(List<List<String>> transactions) {
            return new Cost(
                    transactions.size(),
                    transactions.stream()
                            .flatMap(List::stream)
                            .map(text -> new Statement(text, 1, 0, 0, 0).shape())
                            .collect(Collectors.toMap(shape -> shape, shape -> 1, Integer::sum, TreeMap::new)));
        }

        int statements() {
            return calls.values().stream().mapToInt(Integer::intValue).sum();
        }

        int of(Kind kind) {
            return calls.entrySet().stream()
                    .filter(call -> new Statement(call.getKey(), 1, 0, 0, 0).kind() == kind)
                    .mapToInt(Map.Entry::getValue)
                    .sum();
        }

        List<String> grownSince(Map<String, Integer> accepted) {
            return calls.entrySet().stream()
                    .filter(call -> call.getValue() > accepted.getOrDefault(call.getKey(), 0))
                    .map(call -> "%d instead of %d: %s"
                            .formatted(call.getValue(), accepted.getOrDefault(call.getKey(), 0), call.getKey()))
                    .toList();
        }
    }

    @Test
    void oneCaseAsksNoMoreOfTheDatabaseThanWasAccepted() throws IOException {
        Cost cost = Stream.generate(this::settle)
                .limit(TRIES)
                .min(Comparator.comparing(Cost::statements))
                .orElseThrow();
        if (System.getProperty("redress.write-one-case") != null) {
            write(cost);
        }

        List<String> grown = cost.grownSince(accepted());
        String grew = "statements that grew: " + String.join("\n  ", grown) + "\n";
        assertThat(cost.transactions()).as("transactions; %s", grew).isLessThanOrEqualTo(TRANSACTIONS);
        assertThat(cost.of(Kind.READ)).as("reads; %s", grew).isLessThanOrEqualTo(READS);
        assertThat(cost.of(Kind.WRITE)).as("writes; %s", grew).isLessThanOrEqualTo(WRITES);
    }

    private Cost settle() {
        SandboxOrder order = world.copyOf("R-1001");
        log.begin();
        Filed filed = desk.file(aComplaint()
                .claiming("not_received")
                .aboutOrder(order.number())
                .from(order.customer().email()));
        // Whoever asks how the case stands reads it, too.
        await().atMost(PATIENCE).until(() -> isFollowedUp(filed.caseNumber()));
        log.end();
        return Cost.of(log.naming(filed.caseNumber()));
    }

    private boolean isFollowedUp(String caseNumber) {
        return log.naming(caseNumber).stream()
                .flatMap(List::stream)
                .anyMatch(text -> text.startsWith("delete from ACT_RU_EVENT_SUBSCR"));
    }

    private static Map<String, Integer> accepted() throws IOException {
        return Files.readAllLines(ACCEPTED).stream()
                .map(line -> line.split("\t", 2))
                .collect(Collectors.toMap(columns -> columns[1], columns -> Integer.valueOf(columns[0])));
    }

    private static void write(Cost cost) throws IOException {
        List<String> lines = new ArrayList<>();
        cost.calls().forEach((text, calls) -> lines.add(calls + "\t" + text));
        lines.sort(Comparator.comparing((String line) -> -Integer.parseInt(line.split("\t")[0])));
        Files.createDirectories(ACCEPTED.getParent());
        Files.write(ACCEPTED, lines);
    }
}
