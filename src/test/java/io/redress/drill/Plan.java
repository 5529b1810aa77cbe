package io.redress.drill;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * What a drill does: so many cases, spread over so many acts.
 *
 * @param seed of everything that is drawn; the order of events still depends on the machine
 * @param newKeyPerAttempt whether the nodes get a fault that has to be found
 */
record Plan(long seed, int cases, List<Act> acts, boolean newKeyPerAttempt) {

    /** What is done to the nodes while a share of the cases runs. */
    enum Strike {
        KILL_AT_POINT,
        FREEZE_AT_POINT,
        KILL_AT_RANDOM,
        /** The other node has to finish what this one had begun. */
        KILL_FOR_GOOD,
        RESTART_DATABASE
    }

    /** @param point {@code null} where the moment is left to chance */
    record Act(Strike strike, Point point) {

        @Override
        public String toString() {
            return switch (strike) {
                case KILL_AT_POINT -> "kill at " + point;
                case FREEZE_AT_POINT -> "freeze at " + point;
                case KILL_AT_RANDOM -> "kill at a random moment";
                case KILL_FOR_GOOD -> "kill at a random moment, for good";
                case RESTART_DATABASE -> "restart of PostgreSQL";
            };
        }
    }

    /** Six kills, one at each moment of a call and one at random and for good, a freeze and a restart of the database. */
    static Plan brief() {
        var acts = List.of(
                new Act(Strike.KILL_AT_POINT, new Point(Action.REFUND, Moment.AFTER_ROW)),
                new Act(Strike.KILL_AT_POINT, new Point(Action.REPLACEMENT, Moment.ANSWER_UNDER_WAY)),
                new Act(Strike.KILL_AT_POINT, new Point(Action.REFUND, Moment.AFTER_ANSWER)),
                new Act(Strike.RESTART_DATABASE, null),
                new Act(Strike.KILL_AT_POINT, new Point(Action.CREDIT, Moment.AFTER_COMMIT)),
                new Act(Strike.FREEZE_AT_POINT, new Point(Action.REFUND, Moment.AFTER_ROW)),
                new Act(Strike.KILL_AT_POINT, new Point(Action.REPLACEMENT, Moment.BEFORE_ROW)),
                new Act(Strike.KILL_FOR_GOOD, null));
        return new Plan(seed(1), 16, acts, isNewKeyAsked());
    }

    /** Every point of every call, freezes, restarts and chance, in an order that the seed decides. */
    static Plan full() {
        var seed = seed(System.nanoTime() % 1_000_000);
        var acts = new ArrayList<Act>();
        Point.all().forEach(point -> acts.add(new Act(Strike.KILL_AT_POINT, point)));
        Stream.of(Action.REFUND, Action.REPLACEMENT, Action.CREDIT)
                .flatMap(action -> Stream.of(
                        new Point(action, Moment.BEFORE_ROW),
                        new Point(action, Moment.AFTER_ROW),
                        new Point(action, Moment.AFTER_ANSWER)))
                .forEach(point -> acts.add(new Act(Strike.FREEZE_AT_POINT, point)));
        acts.addAll(Collections.nCopies(6, new Act(Strike.KILL_AT_RANDOM, null)));
        acts.addAll(Collections.nCopies(3, new Act(Strike.RESTART_DATABASE, null)));
        Collections.shuffle(acts, new Random(seed));
        return new Plan(seed, Integer.getInteger("drill.cases", 240), acts, isNewKeyAsked());
    }

    /** How many cases are filed in each act; the last one takes what is left. */
    int casesIn(int act) {
        var each = cases / acts.size();
        return act < acts.size() - 1 ? each : cases - each * (acts.size() - 1);
    }

    private static long seed(long otherwise) {
        return Long.getLong("drill.seed", otherwise);
    }

    private static boolean isNewKeyAsked() {
        var asked = System.getProperty("drill.newKeyPerAttempt");
        return asked != null && !asked.equals("false");
    }
}
