package io.redress.story;

import io.redress.answer.Complaint;
import io.redress.answer.Complaint.Clock;
import io.redress.answer.Complaint.Remedy;
import io.redress.answer.Timeline.TimelineItem;
import io.redress.answer.sandbox.SandboxRefund;
import io.redress.sandbox.SandboxDriver;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whether a case came to harm. What a manager may wish otherwise is none: which remedy, how much, how fast. Harm is what
 * Redress promises not to happen: that nobody hears, nobody acts, or more is paid than is owed or allowed.
 */
class Judge {

    private static final Set<String> ENDED = Set.of("closed", "withdrawn");
    private static final Set<String> DONE = Set.of("settled", "failed", "superseded", "sent");

    /** In these somebody leaves a task alone. */
    static final Set<Scenario> NEVER_ENDING = Set.of(
            Scenario.NOBODY_ACTS,
            Scenario.CUSTOMER_WROTE,
            Scenario.WROTE_AFTER_THE_END,
            Scenario.REPLACEMENT_NOT_LOOKED_FOR);

    /** What comes by the clock comes now and then. */
    private static final Set<String> BY_THE_CLOCK = Set.of(
            "rung_climbed",
            "promise_in_danger",
            "promise_broken",
            "attention",
            "not_told",
            "nobody_to_tell",
            "handed_over",
            "team_changed",
            "given_back",
            "had_it_before");

    private static final int MORE_THAN_ANY_STORY = 250;

    private final SandboxDriver world;
    private final Desk desk;
    private final JdbcClient jdbc;

    Judge(SandboxDriver world, Desk desk, JdbcClient jdbc) {
        this.world = world;
        this.desk = desk;
        this.jdbc = jdbc;
    }

    Course course(Stage stage) {
        Set<String> harms = new TreeSet<>();
        if (stage.caseNumber().isEmpty()) {
            harms.add("the complaint is not taken");
            return new Course(stage.scenario(), harms, Map.of(), Set.of(), Set.of(), Set.of());
        }
        String number = stage.caseNumber();
        Complaint complaint = desk.read(number);
        List<TimelineItem> timeline = desk.timeline(number);
        Set<String> kinds = timeline.stream().map(TimelineItem::kind).collect(Collectors.toCollection(TreeSet::new));
        if (stage.tasksMet().contains("Mend case") || complaint.mending() != null || kinds.contains("stands_still")) {
            harms.add("a step fails or the case stands still");
        }
        if (stage.isBroken()) {
            harms.add("somebody is answered that the system is broken");
        }
        if (isGoingRound(number)) {
            harms.add("a step is done again and again");
        }
        boolean ended = ENDED.contains(complaint.status());
        heard(stage, complaint, ended, harms);
        moved(stage, complaint, ended, kinds, harms);
        money(stage, complaint, ended, kinds, harms);
        wishes(stage, complaint, kinds, harms);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("status", complaint.status());
        facts.put("outcome", String.valueOf(complaint.outcome()));
        facts.put("round", complaint.round());
        facts.put(
                "remedies",
                complaint.remedies().stream()
                        .map(one -> one.kind() + " " + one.status())
                        .sorted()
                        .toList());
        facts.put("refunds", world.refunds(number).size());
        facts.put("shipments", world.shipments(number).size());
        facts.put("tasks", stage.tasksMet());
        kinds.removeAll(BY_THE_CLOCK);
        facts.put("timeline", kinds);
        return new Course(stage.scenario(), harms, facts, processes(number), stage.tasksMet(), steps(number));
    }

    private static void heard(Stage stage, Complaint complaint, boolean ended, Set<String> harms) {
        boolean acknowledged = complaint.clocks().stream()
                .anyMatch(clock ->
                        clock.kind().equals("acknowledgement") && clock.state().equals("met"));
        boolean withdrawn = "withdrawn".equals(complaint.outcome());
        if (!acknowledged && !withdrawn) {
            harms.add("nobody acknowledges");
        }
        boolean owed = !withdrawn && !"no_answer_owed".equals(complaint.outcome());
        boolean explained = complaint.clocks().stream()
                .filter(clock -> clock.kind().equals("resolution"))
                .map(Clock::state)
                .anyMatch("met"::equals);
        if (ended && owed && !explained) {
            harms.add("it ends and nothing is explained");
        }
        if (ended && !withdrawn && stage.scenario().name().startsWith("WITHDRAWN")) {
            harms.add("it is taken back and goes on");
        }
    }

    private void moved(Stage stage, Complaint complaint, boolean ended, Set<String> kinds, Set<String> harms) {
        if (NEVER_ENDING.contains(stage.scenario())) {
            if (!ended && desk.tasksOf(complaint.caseNumber()).isEmpty()) {
                harms.add("nobody has a task");
            }
        } else if (!ended) {
            harms.add("it does not end");
        }
        if (stage.scenario() == Scenario.NOBODY_ACTS && !kinds.contains("rung_climbed")) {
            harms.add("nobody is told that it is overdue");
        }
        if (stage.scenario() == Scenario.NOBODY_ACTS && !kinds.contains("promise_in_danger")) {
            harms.add("no holding answer");
        }
        boolean unheard = complaint.clocks().stream()
                .anyMatch(clock -> clock.kind().equals("next_answer")
                        && !Set.of("met", "stopped").contains(clock.state()));
        if (kinds.contains("customer_wrote") && ended && unheard) {
            harms.add("what the customer wrote is not answered");
        }
    }

    private void money(Stage stage, Complaint complaint, boolean ended, Set<String> kinds, Set<String> harms) {
        String number = complaint.caseNumber();
        List<SandboxRefund> refunds = world.refunds(number);
        BigDecimal paid = sum(refunds);
        stage.order().ifPresent(order -> {
            if (order.paymentReference() != null
                    && sum(world.refundsOf(order.paymentReference())).compareTo(new BigDecimal(order.total())) > 0) {
                harms.add("more is paid back than was paid");
            }
        });
        long owed = of(complaint, "refund");
        if (refunds.size() > owed) {
            harms.add("a refund is paid twice");
        }
        if (world.shipments(number).size() > of(complaint, "replacement")) {
            harms.add("goods are sent twice");
        }
        if (ended
                && complaint.remedies().stream().anyMatch(remedy -> !DONE.contains(remedy.status()))
                && desk.tasksOf(number).isEmpty()) {
            harms.add("what was decided is not carried out");
        }
        boolean moved = paid.signum() > 0 || !world.shipments(number).isEmpty();
        boolean asked = kinds.contains("approval_needed");
        boolean agreed = !stage.first("Approve remedy") && stage.scenario() != Scenario.APPROVAL_REFUSED;
        if (moved && asked && !agreed) {
            harms.add("it is paid although nobody agreed");
        }
        if (stage.scenario() == Scenario.REFUND_IN_PART && paid.compareTo(new BigDecimal("5")) > 0) {
            harms.add("more is paid than a person decided");
        }
    }

    /** What those who act in the story ask for, and what any redesign has to hear. */
    private static void wishes(Stage stage, Complaint complaint, Set<String> kinds, Set<String> harms) {
        boolean asks = stage.scenario() == Scenario.QUESTION || stage.scenario() == Scenario.ANSWERED;
        if (asks
                && !stage.first("Verify complaint")
                && !kinds.contains("no_reply")
                && !kinds.contains("customer_wrote")) {
            harms.add("the customer is never asked");
        }
        if (stage.scenario() == Scenario.UNHAPPY && !kinds.contains("reopened")) {
            harms.add("who is not content is not heard");
        }
        if (stage.scenario() == Scenario.CUSTOMER_WROTE
                && kinds.contains("customer_wrote")
                && !stage.tasksMet().contains("Answer customer")) {
            harms.add("nobody reads what the customer wrote");
        }
        if (stage.scenario() == Scenario.COLLEAGUE && stage.first("Advise handler")) {
            harms.add("the colleague is never asked");
        }
        if (stage.scenario() == Scenario.NO_ANSWER_OWED && !"no_answer_owed".equals(complaint.outcome())) {
            harms.add("what a person decided is not done");
        }
    }

    private static BigDecimal sum(List<SandboxRefund> refunds) {
        return refunds.stream().map(refund -> new BigDecimal(refund.amount())).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static long of(Complaint complaint, String kind) {
        return complaint.remedies().stream()
                .map(Remedy::kind)
                .filter(kind::equals)
                .count();
    }

    private boolean isGoingRound(String number) {
        return jdbc.sql("""
                        select exists (
                          select from act_hi_actinst step join act_hi_procinst process using (proc_inst_id_)
                           where process.business_key_ = :case
                           group by process.id_, step.act_id_ having count(*) > :most)""")
                .param("case", number)
                .param("most", MORE_THAN_ANY_STORY)
                .query(Boolean.class)
                .single();
    }

    private Set<String> processes(String number) {
        return new TreeSet<>(jdbc.sql("select distinct proc_def_key_ from act_hi_procinst where business_key_ = :case")
                .param("case", number)
                .query(String.class)
                .list());
    }

    private Set<String> steps(String number) {
        return new TreeSet<>(
                jdbc.sql("""
                        select distinct act_id_
                          from act_hi_actinst step join act_hi_procinst process using (proc_inst_id_)
                         where process.business_key_ = :case""").param("case", number).query(String.class).list());
    }
}
