package io.redress.deadline;

import io.redress.complaint.CaseNumber;
import io.redress.complaint.Complaint;
import io.redress.complaint.Complaints;
import io.redress.complaint.Timeline;
import io.redress.complaint.Words;
import io.redress.engine.ModelBean;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.transaction.annotation.Transactional;

/**
 * The escalation ladder. Each rung is climbed once, ever: it is claimed in our own table, because the engine can fire a
 * timer again and a job can run twice.
 */
@ModelBean("ladder")
public class Ladder {

    private static final int RAISED_PRIORITY = 90;

    private final Complaints complaints;
    private final CaseClocks clocks;
    private final Rungs rungs;
    private final RungAlert alert;
    private final RungAction action;
    private final Timeline timeline;
    private final Clock clock;

    Ladder(
            Complaints complaints,
            CaseClocks clocks,
            Rungs rungs,
            RungAlert alert,
            RungAction action,
            Timeline timeline,
            Clock clock) {
        this.complaints = complaints;
        this.clocks = clocks;
        this.rungs = rungs;
        this.alert = alert;
        this.action = action;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** For the timer in the diagram: when the next rung is to be climbed; far away where no clock runs any more. */
    public Date nextRungAt(String caseNumber) {
        return next(new CaseNumber(caseNumber)).map(Date::from).orElseGet(this::never);
    }

    /** Climbs every rung that is due, lowest first. @return whether another one lies ahead */
    @Transactional
    public boolean climb(CaseNumber caseNumber) {
        Instant now = clock.instant();
        open(caseNumber)
                .filter(step -> !step.at().isAfter(now))
                .sorted((one, other) -> one.at().compareTo(other.at()))
                .forEach(step -> climb(caseNumber, step, now));
        return next(caseNumber).isPresent();
    }

    private void climb(CaseNumber caseNumber, Step step, Instant now) {
        if (clocks.claim(step.clock().id(), step.rung().name(), now) == 0) {
            return;
        }
        Complaint complaint = complaints.get(caseNumber);
        switch (step.rung().action()) {
            case RAISE_PRIORITY -> {
                complaint = complaints.change(caseNumber, raised -> raised.raisePriority(RAISED_PRIORITY));
                action.raise(complaint);
            }
            case REASSIGN -> {
                action.reassign(complaint);
                complaint = complaints.change(caseNumber, orphan -> orphan.ownedBy(null));
            }
            case REMIND, TELL_LEAD, TELL_MANAGER -> {}
        }
        timeline.engineDid(
                caseNumber,
                "rung_climbed",
                "%s is at %d %%: %s told"
                        .formatted(
                                Words.word(step.clock().kind()),
                                step.rung().percent(),
                                step.rung().audience()));
        alert.tell(complaint, step.clock(), step.rung());
    }

    private Optional<Instant> next(CaseNumber caseNumber) {
        return open(caseNumber).map(Step::at).min(Instant::compareTo);
    }

    private Stream<Step> open(CaseNumber caseNumber) {
        return clocks.findByCaseNumberOrderById(caseNumber.value()).stream()
                .filter(CaseClock::isRunning)
                .flatMap(running -> {
                    Set<String> climbed = Set.copyOf(clocks.climbed(running.id()));
                    List<Rung> ladder = rungs.of(running.kind());
                    return ladder.stream()
                            .filter(rung -> !climbed.contains(rung.name()))
                            .map(rung -> new Step(running, rung));
                });
    }

    /** An instant that no case lives to see, and that every part of the engine can still reckon with. */
    private Date never() {
        return Date.from(clock.instant().plusSeconds(100L * 365 * 24 * 3600));
    }

    private record Step(CaseClock clock, Rung rung) {

        Instant at() {
            return clock.at(rung.percent());
        }
    }
}
