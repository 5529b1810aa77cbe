package io.redress.drill;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.springframework.dao.DataAccessException;

/**
 * The fault drill: hundreds of complaints run through two nodes that are killed and frozen, over a database that falls
 * over and providers that misbehave. In the end everybody behaves, everything comes to rest, and the providers' books
 * are held against what each case should have led to.
 */
final class Drill {

    private static final Duration START = Duration.ofMinutes(4);
    private static final Duration AMBUSH = Duration.ofMinutes(4);
    private static final Duration OVERTAKING = Duration.ofSeconds(15);
    private static final Duration REST = Duration.ofMinutes(10);
    private static final Duration STILL = Duration.ofSeconds(20);

    /** The longest that a diagram waits before it asks a provider again. */
    private static final Duration TURN = Duration.ofMinutes(5);

    private static final int TURNS = 4;

    /** Longer than the first look at a refund that may come back, shorter than any promise. */
    private static final Duration AFTERMATH = Duration.ofSeconds(20);

    private final Plan plan;
    private final Stage stage;
    private final Random random;
    private final Clients clients;
    private final Events events;
    private final Pace pace;
    private final Weather weather;
    private final Report report;
    private final List<DrillCase> cases = new ArrayList<>();

    private Drill(Plan plan, Stage stage, Clients clients, Events events) {
        this.plan = plan;
        this.stage = stage;
        this.clients = clients;
        this.events = events;
        this.random = new Random(plan.seed());
        this.pace = new Pace(stage, clients);
        this.weather = new Weather(stage.providers().faults(), random);
        this.report = new Report(plan);
    }

    /** Plays the whole plan in a folder that must not exist. */
    static Report play(Plan plan, Path folder) {
        try (var stage = Stage.open(folder, plan.newKeyPerAttempt());
                var clients = new Clients(stage.nodes());
                var events = new Events(stage, new Random(plan.seed()))) {
            return new Drill(plan, stage, clients, events).play();
        }
    }

    private Report play() {
        // A refund that comes back before its step has heard of it would end its case another way.
        stage.providers().holdReturnedRefunds(true);
        stage.nodes().forEach(Node::start);
        if (!pace.until(() -> stage.nodes().stream().anyMatch(Node::isReady), START)) {
            return report.violation("The nodes did not start; see " + stage.folder());
        }
        for (int i = 0; i < plan.acts().size(); i++) {
            play(plan.acts().get(i), plan.casesIn(i));
        }
        comeToRest();
        audit();
        return report;
    }

    private void play(Plan.Act act, int share) {
        report.begin(act);
        weather.change();
        switch (act.strike()) {
            case KILL_AT_POINT -> killAt(act.point(), share);
            case FREEZE_AT_POINT -> freezeAt(act.point(), share);
            case KILL_AT_RANDOM -> {
                file(share, null);
                pace.pass(Duration.ofMillis(random.nextInt(4000)));
                killAndRestart(stage.nodes().get(random.nextInt(2)));
                report.done(act);
            }
            case KILL_FOR_GOOD -> {
                file(share, null);
                pace.pass(Duration.ofMillis(random.nextInt(4000)));
                killForGood();
                report.done(act);
            }
            case RESTART_DATABASE -> {
                file(share, null);
                pace.pass(Duration.ofMillis(random.nextInt(3000)));
                stage.database().restart();
                report.done(act);
            }
        }
        // The next act needs somebody on stage, though not both.
        pace.until(() -> stage.nodes().stream().anyMatch(Node::isReady), START);
    }

    private void killAt(Point point, int share) {
        var struck = stage.saboteur().waitAt(point, name -> stage.node(name).kill());
        file(share, point.action());
        if (sprung(struck, point)) {
            stage.node(struck.join().node()).start();
            report.done(new Plan.Act(Plan.Strike.KILL_AT_POINT, point));
        }
    }

    private void freezeAt(Point point, int share) {
        // A node that is overtaken needs somebody to overtake it.
        pace.until(() -> stage.nodes().stream().allMatch(Node::isReady), START);
        var struck = stage.saboteur().waitAt(point, name -> stage.node(name).freeze());
        file(share, point.action());
        if (sprung(struck, point)) {
            var desk = desk();
            stage.clock().advance(Duration.ofSeconds(Stage.LOCK_SECONDS + 5));
            var overtaken =
                    pace.until(() -> safely(() -> desk.hasEnded(struck.join().key())), OVERTAKING);
            stage.node(struck.join().node()).thaw();
            report.done(new Plan.Act(Plan.Strike.FREEZE_AT_POINT, point));
            report.overtaken(overtaken);
        }
    }

    private boolean sprung(CompletableFuture<Saboteur.Struck> struck, Point point) {
        var reached = pace.until(struck::isDone, AMBUSH);
        if (!reached) {
            stage.saboteur().giveUp();
            report.violation("No node came to the point " + point);
        }
        return reached;
    }

    /** Its locks are never freed; the other node takes its jobs when they have run out. */
    private void killForGood() {
        pace.until(() -> stage.nodes().stream().allMatch(Node::isReady), START);
        stage.nodes().get(random.nextInt(2)).kill();
        stage.clock().advance(Duration.ofSeconds(Stage.LOCK_SECONDS + 5));
    }

    private void killAndRestart(Node node) {
        node.kill();
        node.start();
    }

    /** Files a share of the cases, half of them such as lead to the action, the rest of every kind. */
    private void file(int share, Action action) {
        for (int i = 0; i < share; i++) {
            var kind = i < Math.max(1, share / 2) && action != null ? drawn(action) : drawn(null);
            var number = cases.size() + 1;
            var filed = DrillCase.of(number, kind, kind.place(stage.providers().world(), number));
            cases.add(filed);
            clients.file(filed, random);
        }
    }

    private Kind drawn(Action action) {
        var fitting = Arrays.stream(Kind.values())
                .filter(kind -> action == null || kind.leadsTo(action))
                .toList();
        var missing = fitting.stream()
                .filter(kind -> cases.stream().noneMatch(filed -> filed.kind() == kind))
                .toList();
        var kinds = missing.isEmpty() ? fitting : missing;
        var left = random.nextInt(kinds.stream().mapToInt(Kind::share).sum());
        for (var kind : kinds) {
            left -= kind.share();
            if (left < 0) {
                return kind;
            }
        }
        throw new IllegalStateException();
    }

    private void comeToRest() {
        report.begin("everybody behaves; all comes to rest");
        weather.clear();
        rest(() -> clients.waiting() == 0 && events.waiting() == 0 && isAtRest());
        stage.providers().holdReturnedRefunds(false);
        pace.turn(AFTERMATH);
        var tasks = cases.stream().filter(filed -> filed.kind().task() != null).count();
        rest(() -> events.waiting() == 0 && isAtRest() && desk().openTasks() >= tasks);
    }

    /** Where all is still too early, something may wait for its time: the clock is turned, and then no more. */
    private void rest(BooleanSupplier condition) {
        var there = false;
        for (int turn = 0; turn < TURNS && !there; turn++) {
            pace.until(() -> safely(condition) || pace.isStill(STILL), REST);
            there = safely(condition);
            if (!there) {
                pace.turn(TURN);
            }
        }
    }

    private boolean isAtRest() {
        // A node that holds old locks of its own frees them when it starts.
        if (!stage.isComplete()) {
            return false;
        }
        var statuses = desk().statuses();
        return pace.isIdle()
                && cases.stream().allMatch(filed -> filed.kind()
                        .statuses()
                        .equals(filed.cases().stream()
                                .map(number -> statuses.getOrDefault(number, ""))
                                .sorted()
                                .toList()));
    }

    private CaseDesk desk() {
        return new CaseDesk(stage.nodes(), stage.database().jdbc());
    }

    private void audit() {
        report.begin("the audit");
        var desk = desk();
        var audit = new Audit(new Books(stage.providers(), stage.mail()), desk);
        audit.examine(cases);
        clients.violations().forEach(report::violation);
        report.audited(cases, audit, weather, stage.repeats(), clients);
        report.row("events of the payment provider (deliveries, in any order)", events);
        report.explain(cases, desk);
    }

    private static boolean safely(BooleanSupplier look) {
        try {
            return look.getAsBoolean();
        } catch (DataAccessException away) {
            return false;
        }
    }
}
