package io.redress.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** One run with two nodes: they are compared with one, then one of them is killed, and then frozen. */
final class TwoNodes implements AutoCloseable {

    private static final String DATABASE = "redress";
    private static final int CLIENTS = 8;
    private static final Duration START = Duration.ofMinutes(4);
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final Duration LOOK = Duration.ofMillis(50);

    /** What a node says where somebody else has changed what its job was about to change. */
    private static final String COLLISION = "OptimisticLockingException";

    private final int cases;
    private final String heap;
    private final Path work;
    private final Figures figures = new Figures();
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final Map<RedressNode, Child> running = new HashMap<>();
    private Surroundings surroundings;
    private Watcher watcher;
    private Crowd crowd;
    private List<String> givenBefore;
    private int filed;

    /** @param cases of each part of the run */
    TwoNodes(int cases, String heap, Path work) {
        this.cases = cases;
        this.heap = heap;
        this.work = work;
    }

    /** What has been measured so far. */
    Figures figures() {
        return figures;
    }

    void run() {
        surroundings = opened(Surroundings.start(work));
        opened(Watcher.ofTheServer(surroundings)).createDatabase(DATABASE);
        watcher = opened(Watcher.of(surroundings, DATABASE));
        crowd = opened(new Crowd(CLIENTS));
        givenBefore = surroundings.given();
        var one = new RedressNode("one", surroundings.redressPort(), DATABASE, surroundings);
        var other = new RedressNode("other", Child.freePort(), DATABASE, surroundings);

        start(one);
        perSecond(List.of(one));
        double alone = perSecond(List.of(one));
        figures.add("cases/s of one node", Results.inWords(alone));
        start(other);
        perSecond(List.of(one, other));
        long before = collisions();
        double together = perSecond(List.of(one, other));
        figures.add(
                "cases/s of two, and how many times that is",
                "%s, %s".formatted(Results.inWords(together), Results.inWords(together / alone)));
        figures.add("collisions of jobs for 1,000 cases", Results.inWords((collisions() - before) * 1000.0 / cases));

        takeOver(one, other, "killed", Child::close);
        start(other);
        takeOver(one, other, "frozen", Child::freeze);
        running.get(other).thaw();
        await(this::isAtRest, "all to come to rest");
        audit();
    }

    @Override
    public synchronized void close() {
        running.values().forEach(Child::close);
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                // The rest has to end all the same.
                e.printStackTrace();
            }
        }
    }

    private void start(RedressNode node) {
        System.out.println("bench: starting node " + node.name());
        Child child = Child.startJava(node.name(), work, heap, node.program());
        running.put(node, child);
        child.await(() -> Side.answers(node.ready()), START);
    }

    /** Files cases at these nodes in turn; answers how many a second wait for their follow-up. */
    private double perSecond(List<RedressNode> nodes) {
        System.out.printf("bench: %d cases for %d nodes%n", cases, nodes.size());
        List<HttpRequest> filings = filings(nodes);
        long began = System.nanoTime();
        crowd.file(filings);
        await(() -> arrived() == filed, "the cases to wait for their follow-up");
        double seconds = (System.nanoTime() - began) / 1e9;
        await(this::isAtRest, "all to come to rest");
        return cases / seconds;
    }

    /** Strikes a node while it is at work, and measures how long what it had begun waits for the other one. */
    private void takeOver(RedressNode staying, RedressNode struck, String how, Consumer<Child> strike) {
        System.out.printf("bench: %d cases, and node %s is %s%n", cases, struck.name(), how);
        crowd.file(filings(List.of(staying, struck)));
        await(() -> locked(struck) > 0, "node %s to be at work".formatted(struck.name()));
        strike.accept(running.get(struck));
        long began = System.nanoTime();
        long waiting = locked(struck);
        await(() -> locked(struck) == 0, "node %s to take over".formatted(staying.name()));
        figures.add(
                "jobs of a node that was %s, and seconds until the other had taken them".formatted(how),
                "%d, %s".formatted(waiting, Results.inWords((System.nanoTime() - began) / 1e9)));
        await(() -> arrived() == filed, "the cases to wait for their follow-up");
    }

    private List<HttpRequest> filings(List<RedressNode> nodes) {
        List<JsonNode> orders = surroundings.copies(RedressSide.ORDER, cases);
        List<HttpRequest> filings = new ArrayList<>();
        for (JsonNode order : orders) {
            filings.add(nodes.get(filings.size() % nodes.size()).filing(order));
        }
        filed += filings.size();
        return filings;
    }

    private void audit() {
        List<String> given = new ArrayList<>(surroundings.given());
        givenBefore.forEach(given::remove);
        List<String> twice = new ArrayList<>(given);
        new HashSet<>(given).forEach(twice::remove);
        if (!twice.isEmpty() || given.size() != 2 * filed) {
            throw new BenchFailure("%d cases got %d refunds and parcels in all, instead of one of each. Twice: %s"
                    .formatted(filed, given.size(), twice));
        }
        figures.add("cases in all, each with one refund and one parcel", String.valueOf(filed));
    }

    private long arrived() {
        return RedressSide.arrived(watcher);
    }

    private long locked(RedressNode node) {
        return watcher.number("select count(*) from act_ru_job where lock_owner_ = ?", node.name());
    }

    private boolean isAtRest() {
        return RedressSide.isAtRest(watcher);
    }

    private long collisions() {
        return running.keySet().stream()
                .map(node -> work.resolve(node.name() + ".log"))
                .mapToLong(TwoNodes::collisions)
                .sum();
    }

    private static long collisions(Path log) {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains(COLLISION)).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void await(Callable<Boolean> condition, String what) {
        Awaitility.await(what).atMost(PATIENCE).pollInterval(LOOK).until(condition);
    }

    private synchronized <T extends AutoCloseable> T opened(T opened) {
        open.push(opened);
        return opened;
    }
}
