package io.redress.bench;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** One run of the benchmark: all sides are started and warmed, then take turns. */
final class CaseCost implements AutoCloseable {

    /** What the sample on stock Camunda costs; where it does not, it is another sample, and compares with nothing. */
    private static final Map<Figure, Double> OF_STOCK =
            Map.of(Figure.WRITES, 106.0, Figure.READS, 53.0, Figure.TRANSACTIONS, 6.8);

    private static final double TOLERANCE = 0.1;

    private final Knobs knobs;
    private final Path work;
    private final Path folder;
    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    CaseCost(Knobs knobs, Path work, Path folder) {
        this.knobs = knobs;
        this.work = work;
        this.folder = folder;
    }

    /** @return why its figures are void, if they are */
    List<String> run() {
        Surroundings surroundings = opened(Surroundings.start(work));
        Watcher server = opened(Watcher.ofTheServer(surroundings));
        long commits = new CommitLoop(surroundings.databaseUrl("postgres", Watcher.ROLE)).perSecond(knobs.clients());
        var report = new ReportFiles(
                folder,
                "%s; %d cores, Java %s, PostgreSQL 17 with %,d commits a second."
                        .formatted(knobs, Runtime.getRuntime().availableProcessors(), Runtime.version(), commits));
        report.clear();
        Crowd crowd = opened(new Crowd(knobs.clients()));
        var turn = new Turn(knobs, surroundings, server, crowd);
        var results = new Results();
        Map<Side, Side.Room> sides = new LinkedHashMap<>();
        Stub stub = opened(new Stub());
        for (String name : knobs.sides()) {
            server.createDatabase(name);
            Side side = opened(side(name, surroundings, stub));
            say("starting " + name);
            side.start(knobs.heap());
            sides.put(side, side.room());
            say("warming " + name);
            turn.warm(side);
            Turn.AtRest rest = turn.rest(side);
            results.add(name, "at rest, transactions a second", rest.transactions());
            results.add(name, "at rest, CPU ms a second", rest.processorMillis());
        }
        for (int i = 1; i <= knobs.slices(); i++) {
            for (Side side : sides.keySet()) {
                Slice slice = turn.play(side);
                results.add(slice);
                report.write(results, objections(results));
                say("slice %d of %s: %s cases/s"
                        .formatted(i, side.name(), Results.inWords(Figure.CASES_PER_SECOND.of(slice))));
            }
        }
        sides.forEach((side, before) -> end(side, before, turn, results));
        report.write(results, objections(results));
        System.out.println("\n" + report.markdown(results, objections(results)));
        System.out.println("Kept, with the statements, in " + folder);
        return objections(results);
    }

    @Override
    public synchronized void close() {
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                // The rest has to end all the same.
                e.printStackTrace();
            }
        }
    }

    /** Measures what ended cases leave, unless they do not end. */
    private void end(Side side, Side.Room before, Turn turn, Results results) {
        say("ending the cases of " + side.name());
        if (!turn.end(side)) {
            say("not all cases of " + side.name() + " ended, so what they leave is not measured");
            return;
        }
        Side.Room after = side.room();
        double cases = (knobs.cases() + knobs.idle()) * (knobs.slices() + 1.0);
        results.add(
                side.name(),
                "history of an ended case, KB on disk",
                (after.history() - before.history()) / 1024 / cases);
        results.add(side.name(), "all that is kept of it, KB on disk", (after.all() - before.all()) / 1024 / cases);
    }

    private static Side side(String name, Surroundings surroundings, Stub stub) {
        return switch (name) {
            case "redress" -> new RedressSide(surroundings);
            case "stock" -> new StockSide(surroundings, stub.url());
            default -> throw new IllegalStateException(name);
        };
    }

    private synchronized <T extends AutoCloseable> T opened(T opened) {
        open.push(opened);
        return opened;
    }

    private static List<String> objections(Results results) {
        var objections = new ArrayList<String>();
        OF_STOCK.forEach((figure, expected) -> {
            OptionalDouble measured = results.median("stock", figure);
            if (measured.isPresent() && Math.abs(measured.getAsDouble() / expected - 1) > TOLERANCE) {
                objections.add("Void: the stock sample has %s %s a case, but should have %s"
                        .formatted(Results.inWords(measured.getAsDouble()), figure.label(), expected));
            }
        });
        return objections;
    }

    private static void say(String what) {
        System.out.println("bench: " + what);
    }
}
