package io.redress.drill;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the drill did and found, as a table to print. */
final class Report {

    private static final int EXPLAINED = 5;

    private final Plan plan;
    private final long start = System.nanoTime();
    private final Map<String, Integer> strikes = new TreeMap<>();
    private final List<String> violations = new ArrayList<>();
    private final Map<String, Object> rows = new LinkedHashMap<>();
    private final List<String> explanations = new ArrayList<>();
    private int overtaken;

    Report(Plan plan) {
        this.plan = plan;
    }

    /** Says on the console what comes now. */
    void begin(Object act) {
        System.out.printf("drill %3d s  %s%n", seconds(), act);
    }

    void done(Plan.Act act) {
        strikes.merge(act.toString(), 1, Integer::sum);
    }

    /** @param before whether the other node ended the work before the frozen one went on */
    void overtaken(boolean before) {
        overtaken += before ? 1 : 0;
    }

    Report violation(String what) {
        violations.add(what);
        return this;
    }

    /** Takes the counts; a drill in which nothing was ever repeated has tested nothing. */
    void audited(List<DrillCase> cases, Audit audit, Weather weather, Repeats repeats, Clients clients) {
        violations.addAll(audit.violations());
        var kinds = new EnumMap<Kind, Integer>(Kind.class);
        cases.forEach(filed -> kinds.merge(filed.kind(), 1, Integer::sum));
        kinds.forEach((kind, many) -> rows.put("cases: " + kind, many));
        rows.put("cases altogether (requests to file them)", cases.size() + " (" + clients.requests() + ")");
        strikes.forEach(rows::put);
        rows.put("frozen nodes that the other one overtook", overtaken);
        weather.struck().forEach((kind, many) -> rows.put("faults: " + kind, many));
        rows.put("done outside, unheard by the node", repeats.unheard());
        rows.put("  of these found by asking", repeats.foundByAsking());
        rows.put("sent again with the same key", repeats.sentAgain());
        audit.counts().forEach(count -> rows.put(count[0] + ", expected / found", count[1] + " / " + count[2]));
        rows.put("mails to customers (twice)", audit.mails() + " (" + audit.mailsTwice() + ")");
        if (repeats.sentAgain() + repeats.foundByAsking() == 0) {
            violation("Nothing was ever sent again or asked about: this drill has tested nothing");
        }
    }

    void row(String what, Object value) {
        rows.put(what, value);
    }

    /** Adds the history of the first cases that went wrong. */
    void explain(List<DrillCase> cases, CaseDesk desk) {
        cases.stream()
                .filter(filed -> violations.stream().anyMatch(what -> what.startsWith(filed.toString())))
                .flatMap(filed -> filed.cases().stream())
                .limit(EXPLAINED)
                .forEach(number -> {
                    explanations.add(number);
                    desk.timeline(number).forEach(line -> explanations.add("  " + line));
                });
    }

    List<String> violations() {
        return List.copyOf(violations);
    }

    @Override
    public String toString() {
        var text =
                new StringBuilder("\nFault drill, seed %d, %s%n".formatted(plan.seed(), Duration.ofSeconds(seconds())));
        rows.forEach((what, value) -> text.append("  %-72s %12s%n".formatted(what, value)));
        text.append("  %-72s %12d%n".formatted("violations", violations.size()));
        violations.forEach(violation -> text.append("    ").append(violation).append('\n'));
        explanations.forEach(line -> text.append("    ").append(line).append('\n'));
        return text.toString();
    }

    private long seconds() {
        return Duration.ofNanos(System.nanoTime() - start).toSeconds();
    }
}
