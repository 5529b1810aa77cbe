package io.redress.bench;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** One run of the benchmark: all sides are started and warmed, then take turns. */
final class CaseCost implements AutoCloseable {

    /**
     * What the sample on stock Camunda is known to cost; where it does not, it is another sample, and compares with nothing.
     */
    private static final Map<Figure, Double> OF_STOCK =
            Map.of(Figure.WRITES, 106.0, Figure.READS, 53.0, Figure.TRANSACTIONS, 6.8);

    private static final double TOLERANCE = 0.1;

    /** As much of the machine, in per cent, as other programs may use before times mean little. */
    private static final double QUIET = 10;

    private final Knobs knobs;
    private final Path work;
    private final Path folder;
    private final Results results = new Results();
    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    CaseCost(Knobs knobs, Path work, Path folder) {
        this.knobs = knobs;
        this.work = work;
        this.folder = folder;
    }

    /** @return why its figures are void, if they are */
    List<String> run() {
        EarlierRun earlier = EarlierRun.in(knobs.before());
        Surroundings surroundings = opened(Surroundings.start(work));
        Watcher server = opened(Watcher.ofTheServer(surroundings));
        long commits = new CommitLoop(surroundings.databaseUrl("postgres", Watcher.ROLE)).perSecond(knobs.clients());
        var report = new ReportFiles(folder, new Setting(knobs, server.version(), commits).toString(), earlier);
        report.clear();
        var turn = new Turn(knobs, surroundings, server, opened(new Crowd(knobs.clients())));
        URI stub = opened(new Stub()).url();
        List<Side> sides = new ArrayList<>();
        for (String name : knobs.sides()) {
            server.createDatabase(name);
            Side side = opened(side(name, surroundings, stub));
            prepare(side, turn);
            sides.add(side);
        }
        for (int i = 1; i <= knobs.slices(); i++) {
            for (Side side : sides) {
                Slice slice = turn.play(side);
                results.add(slice);
                report.write(results, remarks());
                say("slice %d of %s: %s cases/s"
                        .formatted(i, side.name(), Results.inWords(Figure.CASES_PER_SECOND.of(slice))));
            }
        }
        sides.forEach(side -> end(side, turn));
        report.write(results, remarks());
        System.out.println("\n" + report.markdown(results, remarks()));
        System.out.println("Kept, with the statements, in " + folder);
        return objections();
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

    private void prepare(Side side, Turn turn) {
        say("starting " + side.name());
        side.start(knobs.heap());
        say("warming " + side.name());
        turn.warm(side);
        Turn.AtRest rest = turn.rest(side);
        results.add(side.name(), "at rest, transactions a second", rest.transactions());
        results.add(side.name(), "at rest, CPU ms a second", rest.processorMillis());
    }

    /** Measures what ended cases leave, unless they do not end. */
    private void end(Side side, Turn turn) {
        say("ending the cases of " + side.name());
        if (!turn.end(side)) {
            say("not all cases of " + side.name() + " ended, so what they leave is not measured");
            return;
        }
        Side.Room taken = side.taken();
        double cases = (knobs.cases() + knobs.idle()) * (knobs.slices() + 1.0);
        results.add(side.name(), "history of an ended case, KB on disk", taken.history() / 1024 / cases);
        results.add(side.name(), "all that is kept of it, KB on disk", taken.all() / 1024 / cases);
    }

    private static Side side(String name, Surroundings surroundings, URI stub) {
        return switch (name) {
            case "redress" -> new RedressSide(surroundings);
            case "stock" -> new StockSide(surroundings, stub);
            case "flowable" -> new FlowableSide(surroundings, stub);
            default -> throw new IllegalStateException(name);
        };
    }

    private synchronized <T extends AutoCloseable> T opened(T opened) {
        open.push(opened);
        return opened;
    }

    private List<String> objections() {
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

    /** What a reader of the figures has to know first. */
    private List<String> remarks() {
        List<String> remarks = objections();
        double others = results.sides().stream()
                .map(side -> results.median(side, Figure.OTHERS))
                .mapToDouble(share -> share.orElse(0))
                .max()
                .orElse(0);
        if (others > QUIET) {
            remarks.add("Other programs used up to %s %% of this machine, so rates and latencies say little; counts do."
                    .formatted(Results.inWords(others)));
        }
        return remarks;
    }

    private static void say(String what) {
        System.out.println("bench: " + what);
    }
}
