package io.redress.people.absence;

import io.redress.core.database.Locks;
import io.redress.core.input.Problem;
import io.redress.core.input.RefusedInput;
import io.redress.core.staff.People;
import io.redress.core.staff.StandIns;
import io.redress.people.team.Teams;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The deputies: who does whose work while they are away, and approves in their place. Each person has one deputy at a
 * time; what was arranged and ended, by whom and when, is kept for ever.
 */
@Component
public class Deputies implements StandIns {

    /**
     * The lock of all who change who stands in for whom, or act on it. They take it before anything of a case or of the
     * engine, so that no two of them wait for each other, and none acts on what has just been called off.
     */
    public static final String LOCK = "deputies";

    private static final Duration LONGEST = Duration.ofDays(366);
    private static final Set<String> STAFF = Set.of("handlers", "leads", "managers");

    private final DeputyRows rows;
    private final People people;
    private final Teams teams;
    private final Locks locks;
    private final ApprovalTasks tasks;
    private final Absences absences;
    private final Clock clock;

    Deputies(
            DeputyRows rows,
            People people,
            Teams teams,
            Locks locks,
            ApprovalTasks tasks,
            Absences absences,
            Clock clock) {
        this.rows = rows;
        this.people = people;
        this.teams = teams;
        this.locks = locks;
        this.tasks = tasks;
        this.absences = absences;
        this.clock = clock;
    }

    /**
     * Arranges a deputy, in place of the one that was arranged before. At its beginning the person's work moves.
     *
     * @param from {@code null} for now; an instant that is past means now
     * @throws RefusedInput naming every field that is wrong
     */
    @Transactional
    public Deputyship arrange(String person, String deputy, Instant from, Instant until, String reason, String by) {
        // One after the other, because two arrangements together can make a circle.
        locks.hold(LOCK);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
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
        if (problems.isEmpty() && closesACircle(person, deputy, start, until)) {
            problems.add(new Problem(
                    "deputy",
                    "%s is away at that time, and in the end %s would stand in; name somebody else."
                            .formatted(deputy, person)));
        }
        if (!problems.isEmpty()) {
            throw new RefusedInput(problems);
        }
        callOff(person, by);
        Deputyship arranged = rows.insert(person, deputy, start, until, reason, by, now);
        absences.await(arranged);
        tasks.refresh();
        return arranged;
    }

    /** Ends what is arranged for a person. @return whether there was anything */
    @Transactional
    public boolean end(String person, String by) {
        locks.hold(LOCK);
        boolean ended = callOff(person, by);
        tasks.refresh();
        return ended;
    }

    private boolean callOff(String person, String by) {
        Optional<Deputyship> arranged = rows.end(person, by, clock.instant());
        arranged.ifPresent(ended -> absences.callOff(ended.id()));
        return arranged.isPresent();
    }

    /** Whether, at some instant of this time, whoever stands in at the end of the chain is the absent person. */
    private boolean closesACircle(String person, String deputy, Instant from, Instant until) {
        Instant start = from;
        Instant end = until;
        Set<String> chain = new HashSet<>();
        for (String next = deputy; chain.add(next); ) {
            if (next.equals(person)) {
                return true;
            }
            Optional<Deputyship> away = rows.arrangedFor(next, clock.instant());
            if (away.isEmpty()) {
                return false;
            }
            start = start.isAfter(away.get().from()) ? start : away.get().from();
            end = end.isBefore(away.get().until()) ? end : away.get().until();
            if (!start.isBefore(end)) {
                return false;
            }
            next = away.get().deputy();
        }
        return false;
    }

    Deputyship get(long id) {
        return rows.get(id);
    }

    /** Whether this login works here, and so can be stood in for and stand in. */
    public boolean isStaff(String login) {
        return people.groupsOf(login).stream().anyMatch(STAFF::contains) || teams.isHandler(login);
    }

    /** Everything that was ever arranged, newest first. */
    public List<Deputyship> all() {
        return rows.all();
    }

    @Override
    public boolean isAway(String person) {
        return active(person).isPresent();
    }

    @Override
    public Optional<String> deputyOf(String person) {
        return active(person).map(Deputyship::deputy).filter(deputy -> !isAway(deputy));
    }

    @Override
    public List<String> standsInFor(String deputy) {
        return activeOf(deputy).stream().map(Deputyship::person).toList();
    }

    private Optional<Deputyship> active(String person) {
        Instant now = clock.instant();
        return rows.arrangedFor(person, now).filter(absence -> absence.isActive(now));
    }

    /** For whom this person stands in right now. */
    public List<Deputyship> activeOf(String deputy) {
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
