package io.redress.people.absence;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Complaints;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.complaint.timeline.Timeline;
import io.redress.complaint.timeline.TimelineEntry;
import io.redress.complaint.timeline.TimelineKind;
import io.redress.core.database.Locks;
import io.redress.people.absence.AbsentWork.Moved;
import io.redress.people.assignment.TaskCandidates;
import io.redress.people.visibility.Visibility;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The handover of work from somebody who is away. It changes no clock: the customer does not wait less for it. */
@Component
public class Handover {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm z", Locale.ENGLISH);

    private final Deputies deputies;
    private final AbsentWork work;
    private final ApprovalTasks approvals;
    private final Complaints complaints;
    private final TaskCandidates candidates;
    private final Timeline timeline;
    private final Visibility visibility;
    private final Locks locks;
    private final ZoneId zone;
    private final Clock clock;

    Handover(
            Deputies deputies,
            AbsentWork work,
            ApprovalTasks approvals,
            Complaints complaints,
            TaskCandidates candidates,
            Timeline timeline,
            Visibility visibility,
            Locks locks,
            @Value("${redress.zone}") ZoneId zone,
            Clock clock) {
        this.deputies = deputies;
        this.work = work;
        this.approvals = approvals;
        this.complaints = complaints;
        this.candidates = candidates;
        this.timeline = timeline;
        this.visibility = visibility;
        this.locks = locks;
        this.zone = zone;
        this.clock = clock;
    }

    /**
     * Gives the open tasks and cases of an absent person to the deputy, or to the team where the deputy is away too,
     * with a note in each case. Safe to repeat.
     */
    @Transactional
    public void begin(long deputyshipId) {
        locks.hold(Deputies.LOCK);
        Deputyship absence = deputies.get(deputyshipId);
        if (absence.isOver(clock.instant())) {
            return;
        }
        String deputy = deputies.isAway(absence.deputy()) ? null : absence.deputy();
        Map<CaseNumber, List<Moved>> cases = new LinkedHashMap<>();
        for (Moved moved : work.handOver(absence.person(), deputy)) {
            cases.computeIfAbsent(moved.caseNumber(), first -> new ArrayList<>())
                    .add(moved);
        }
        for (Complaint owned : complaints.openOwnedBy(absence.person())) {
            boolean passed = deputy == null
                    || candidates.isPassedOver(owned, deputy)
                    || visibility.isKept(deputy, owned.number());
            String next = passed ? null : deputy;
            complaints.change(owned.number(), changed -> changed.ownedBy(next));
            cases.computeIfAbsent(owned.number(), first -> new ArrayList<>());
        }
        cases.forEach((caseNumber, tasks) ->
                timeline.add(caseNumber, TimelineEntry.ENGINE, TimelineKind.HANDED_OVER, note(absence, deputy, tasks)));
        approvals.refresh();
    }

    private String note(Deputyship absence, String deputy, List<Moved> tasks) {
        String until = absence.until().atZone(zone).format(MOMENT);
        String note = deputy == null
                ? "Handed over from %s to the team until %s, because %s is away as well."
                        .formatted(absence.person(), until, absence.deputy())
                : "Handed over from %s to %s until %s.".formatted(absence.person(), deputy, until);
        String free = tasks.stream()
                .filter(moved -> !moved.toDeputy())
                .map(Moved::task)
                .collect(Collectors.joining(", "));
        return free.isEmpty() || deputy == null
                ? note
                : note + " %s waits for somebody else, because %s may not do it.".formatted(free, deputy);
    }
}
