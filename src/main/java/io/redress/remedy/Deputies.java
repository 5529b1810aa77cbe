package io.redress.remedy;

import io.redress.complaint.Locks;
import io.redress.engine.People;
import io.redress.engine.Problem;
import io.redress.engine.RefusedInput;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who approves in whose place. One deputy at a time for each person; what was arranged and ended, by whom and when, stays
 * for ever.
 */
@Component
public class Deputies {

    private static final Duration LONGEST = Duration.ofDays(366);
    private static final Set<String> STAFF = Set.of("handlers", "leads", "managers");

    private final DeputyRows rows;
    private final People people;
    private final Locks locks;
    private final ApprovalTasks tasks;
    private final Clock clock;

    Deputies(DeputyRows rows, People people, Locks locks, ApprovalTasks tasks, Clock clock) {
        this.rows = rows;
        this.people = people;
        this.locks = locks;
        this.tasks = tasks;
        this.clock = clock;
    }

    /**
     * Arranges a deputy, in place of the one that was arranged before.
     *
     * @param from {@code null} for now; an instant that is past means now
     * @throws RefusedInput naming every field that is wrong
     */
    @Transactional
    public Deputyship arrange(String person, String deputy, Instant from, Instant until, String reason, String by) {
        Instant now = clock.instant();
        Instant start = from == null || from.isBefore(now) ? now : from;
        List<Problem> problems = new ArrayList<>();
        if (deputy == null || !isStaff(deputy)) {
            problems.add(new Problem("deputy", "Name a handler, a lead or a manager by the login."));
        } else if (deputy.equals(person)) {
            problems.add(new Problem("deputy", "Nobody stands in for themselves."));
        }
        if (until == null || !until.isAfter(start)) {
            problems.add(new Problem("until", "Say until when; after now, and after it begins."));
        } else if (until.isAfter(start.plus(LONGEST))) {
            problems.add(new Problem("until", "At most a year; arrange it again then."));
        }
        if (!problems.isEmpty()) {
            throw new RefusedInput(problems);
        }
        locks.hold("deputy of " + person);
        rows.end(person, by, now);
        Deputyship arranged = rows.insert(person, deputy, start, until, reason, by, now);
        tasks.refresh();
        return arranged;
    }

    /** Ends what is arranged for a person. @return whether there was anything */
    @Transactional
    public boolean end(String person, String by) {
        locks.hold("deputy of " + person);
        boolean ended = rows.end(person, by, clock.instant()) > 0;
        tasks.refresh();
        return ended;
    }

    /** Whether this login works here, and so can be stood in for and stand in. */
    public boolean isStaff(String login) {
        return people.groupsOf(login).stream().anyMatch(STAFF::contains);
    }

    /** Everything that was ever arranged, newest first. */
    public List<Deputyship> all() {
        return rows.all();
    }

    /** For whom this person stands in right now. */
    List<Deputyship> activeOf(String deputy) {
        Instant now = clock.instant();
        return rows.of(deputy).stream().filter(one -> one.isActive(now)).toList();
    }

    /** Everybody who stands in for anybody right now. */
    public List<String> activeDeputies() {
        Instant now = clock.instant();
        return rows.all().stream()
                .filter(one -> one.isActive(now))
                .map(Deputyship::deputy)
                .distinct()
                .toList();
    }

    /** Everybody who stands in for anybody, or did within a month. */
    public List<String> recentDeputies() {
        Instant aMonthAgo = clock.instant().minus(Duration.ofDays(31));
        return rows.all().stream()
                .filter(one -> one.until().isAfter(aMonthAgo))
                .filter(one -> one.endedAt() == null || one.endedAt().isAfter(aMonthAgo))
                .map(Deputyship::deputy)
                .distinct()
                .toList();
    }
}
