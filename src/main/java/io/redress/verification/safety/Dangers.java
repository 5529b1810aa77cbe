package io.redress.verification.safety;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Complaints;
import io.redress.complaint.file.Danger;
import io.redress.complaint.recognition.Recognition;
import io.redress.complaint.recognition.RecognitionResult;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.complaint.timeline.Timeline;
import io.redress.complaint.timeline.TimelineEntry;
import io.redress.complaint.timeline.TimelineKind;
import io.redress.core.input.RefusedInput;
import io.redress.core.staff.Groups;
import io.redress.core.staff.People;
import io.redress.people.team.Teams;
import io.redress.time.clock.Deadlines;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The entry for all that is known of danger to people in a case: by the customer's words, by what the forms ask, or by
 * what a person says. Whoever learns of it, through whatever door, reports it here; the alarm, the case's priority, its
 * clocks and the safety register follow.
 */
@Component
public class Dangers {

    /** The field by which forms and the API ask whether anybody was hurt or in danger. */
    public static final String HURT = "hurt";

    private static final String ASKED = "Asked whether anybody was hurt or in danger: yes";
    private static final Set<String> MAY_LOWER = Set.of(Groups.LEADS, Groups.MANAGERS);

    private static final Set<String> CALLED = Set.of(Groups.LEADS, Groups.MANAGERS, Groups.ADMINISTRATORS);

    private final Complaints complaints;
    private final Recognition recognition;
    private final DangerRows rows;
    private final SafetyRegister register;
    private final TriageAgain triage;
    private final CaseTasks tasks;
    private final DangerAlert alert;
    private final AlarmAudience audience;
    private final Deadlines deadlines;
    private final Teams teams;
    private final People people;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Dangers(
            Complaints complaints,
            Recognition recognition,
            DangerRows rows,
            SafetyRegister register,
            TriageAgain triage,
            CaseTasks tasks,
            DangerAlert alert,
            AlarmAudience audience,
            Deadlines deadlines,
            Teams teams,
            People people,
            Timeline timeline,
            ApplicationEventPublisher events,
            Clock clock) {
        this.complaints = complaints;
        this.recognition = recognition;
        this.rows = rows;
        this.register = register;
        this.triage = triage;
        this.tasks = tasks;
        this.alert = alert;
        this.audience = audience;
        this.deadlines = deadlines;
        this.teams = teams;
        this.people = people;
        this.timeline = timeline;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Reads what a new complaint tells. A system's "no" lowers nothing, because it may be a box that nobody ticked; a
     * member of staff who asked the customer settles what their words leave open.
     *
     * @param hurt the answer to whether anybody was hurt or in danger, {@code null} where it was not asked
     * @param by who registers it
     * @return the case as it is then
     */
    @Transactional
    public Complaint registered(Complaint complaint, Boolean hurt, String by) {
        RecognitionResult read = read(complaint, said(complaint));
        Danger found = Boolean.TRUE.equals(hurt) ? Danger.CERTAIN : read.danger();
        if (found == Danger.POSSIBLE && Boolean.FALSE.equals(hurt) && isStaff(by)) {
            timeline.add(
                    complaint.number(),
                    by,
                    TimelineKind.DANGER_SAID,
                    "Asked at once: nobody was hurt or in danger. Recognised before: " + why(read));
            return complaint;
        }
        return found == Danger.NONE ? complaint : raise(complaint, found, why(hurt, read));
    }

    /**
     * Reads a complaint that was sent once more.
     *
     * @param hurt as in {@link #registered}
     */
    @Transactional
    public void arrivedAgain(CaseNumber caseNumber, Boolean hurt) {
        Complaint complaint = complaints.get(caseNumber);
        if (Boolean.TRUE.equals(hurt) && complaint.danger() != Danger.CERTAIN) {
            later(complaint, Danger.CERTAIN, ASKED);
        }
    }

    /**
     * Reads what the customer says later, whatever became of the case meanwhile.
     *
     * @return whether it tells of danger that somebody has to hear of
     */
    @Transactional
    public boolean wrote(CaseNumber caseNumber, String text) {
        Complaint complaint = complaints.get(caseNumber);
        RecognitionResult read = read(complaint, text);
        boolean isNews = read.danger() != Danger.NONE
                && (read.danger().compareTo(complaint.danger()) > 0 || complaint.hasEnded());
        if (isNews) {
            later(complaint, read.danger().or(complaint.danger()), why(read));
        }
        return isNews;
    }

    /**
     * Takes a person's word for whether anybody was hurt or in danger.
     *
     * @param reason why certain danger is none after all; needed for that only
     * @throws RefusedInput where certain danger is denied by somebody who is no lead, or without a reason
     */
    @Transactional
    public Complaint said(CaseNumber caseNumber, boolean hurt, String reason, String person) {
        Complaint complaint = complaints.hold(caseNumber);
        if (hurt) {
            return complaint.danger() == Danger.CERTAIN ? complaint : confirmed(complaint, person);
        }
        if (complaint.danger() == Danger.CERTAIN) {
            requireLead(person, reason);
        }
        return complaint.danger() == Danger.NONE ? complaint : lowered(complaint, reason, person);
    }

    private Complaint confirmed(Complaint complaint, String person) {
        Complaint raised = later(complaint, Danger.CERTAIN, "%s says so".formatted(name(person)));
        rows.said(complaint.number(), person, clock.instant());
        timeline.add(complaint.number(), person, TimelineKind.DANGER_SAID, "Somebody was hurt or in danger");
        return raised;
    }

    private void requireLead(String person, String reason) {
        if (people.groupsOf(person).stream().noneMatch(MAY_LOWER::contains)) {
            throw new RefusedInput(
                    HURT, "It is certain that somebody was hurt or in danger: only a lead may say that nobody was.");
        }
        if (reason == null) {
            throw new RefusedInput("hurtReason", "Say why nobody was hurt or in danger after all.");
        }
    }

    private Complaint lowered(Complaint complaint, String reason, String person) {
        Danger before = complaint.danger();
        Instant now = clock.instant();
        String because = reason == null ? "" : ": " + reason;
        complaints.change(complaint.number(), safe -> safe.dangerIs(Danger.NONE));
        rows.over(complaint.number(), now);
        rows.said(complaint.number(), person, now);
        timeline.add(complaint.number(), person, TimelineKind.DANGER_SAID, "Nobody was hurt or in danger" + because);
        if (before == Danger.CERTAIN) {
            register.strike(complaint.number(), person, reason);
        }
        return rated(complaint.number(), false);
    }

    /** @throws RefusedInput where nobody has said yet whether anybody was hurt or in danger */
    public void requireSaid(Complaint complaint) {
        if (complaint.danger() == Danger.POSSIBLE) {
            throw new RefusedInput(
                    HURT, "Say first whether anybody was hurt or in danger: what the customer says leaves it open.");
        }
    }

    /** Notes that somebody of staff has taken the case on; the first one counts, and ends the alarm. */
    @Transactional
    public void claim(CaseNumber caseNumber, String person) {
        if (person == null
                || !isStaff(person)
                || rows.find(caseNumber)
                        .filter(known -> isFreeFor(person, known))
                        .isEmpty()) {
            return;
        }
        if (rows.claim(caseNumber, person, clock.instant())) {
            Complaint claimed = complaints.change(caseNumber, Complaint::dangerClaimed);
            timeline.add(
                    caseNumber,
                    person,
                    TimelineKind.DANGER_CLAIMED,
                    claimed.danger() == Danger.CERTAIN
                            ? "Has taken the case on; the alarm ends"
                            : "Has taken the case on; whether anybody was hurt is still to be said");
            events.publishEvent(new DangerChanged(caseNumber));
        }
    }

    /**
     * Notes that a task of the case belongs to nobody any more and no other of its tasks belongs to anybody: where it
     * was given up by whoever had taken the case on, or taken from them by a lead or the ladder, the alarm goes on.
     *
     * @param by who gave it up or took it away, {@code null} for Redress itself
     */
    @Transactional
    public void putBack(CaseNumber caseNumber, String by) {
        Optional<DangerCase> had = rows.find(caseNumber)
                .filter(known -> known.claimedBy() != null)
                .filter(known -> by == null || by.equals(known.claimedBy()) || isCalled(by));
        if (had.isEmpty() || complaints.get(caseNumber).hasEnded() || !rows.putBack(caseNumber, clock.instant())) {
            return;
        }
        complaints.change(caseNumber, Complaint::dangerPutBack);
        timeline.add(
                caseNumber,
                by == null ? TimelineEntry.ENGINE : by,
                TimelineKind.DANGER_PUT_BACK,
                "Nobody has the case any more; the alarm goes on");
        events.publishEvent(new DangerChanged(caseNumber));
    }

    /** Certain danger is taken on by those whom the alarm calls. */
    private boolean isFreeFor(String person, DangerCase known) {
        return known.claimedBy() == null
                && switch (known.danger()) {
                    case NONE -> false;
                    case POSSIBLE -> true;
                    case CERTAIN ->
                        isCalled(person)
                                || audience.of(complaints.get(known.caseNumber())).stream()
                                        .anyMatch(called -> called.id().equals(person));
                };
    }

    private boolean isCalled(String person) {
        return people.groupsOf(person).stream().anyMatch(CALLED::contains);
    }

    /** Everybody who was mailed an alarm about the case, first to last. */
    public List<DangerAlert.Told> told(CaseNumber caseNumber) {
        return alert.told(caseNumber);
    }

    /** What is known of a case; empty where nothing ever was. */
    public Optional<DangerCase> of(CaseNumber caseNumber) {
        return rows.find(caseNumber);
    }

    private Complaint later(Complaint complaint, Danger found, String why) {
        raise(complaint, found, why);
        return rated(complaint.number(), found == Danger.CERTAIN);
    }

    private Complaint raise(Complaint complaint, Danger found, String why) {
        Instant now = clock.instant();
        Complaint raised = complaints.change(complaint.number(), endangered -> endangered.endanger(found));
        rows.raise(complaint.number(), found, why, now);
        timeline.engineDid(
                complaint.number(),
                TimelineKind.DANGER_FOUND,
                (found == Danger.CERTAIN
                                ? "Somebody is hurt or in danger. "
                                : "Somebody may be hurt or in danger; a person says first which it is. ")
                        + why);
        if (found == Danger.CERTAIN) {
            register.open(raised, now);
        }
        return raised;
    }

    /** Lets severity, priority, team, clocks and tasks follow what is known now. */
    private Complaint rated(CaseNumber caseNumber, boolean toWhoeverIsThere) {
        triage.rate(caseNumber);
        Complaint rated = complaints.get(caseNumber);
        deadlines.rate(rated);
        if (toWhoeverIsThere) {
            tasks.handOver(rated);
        } else {
            tasks.follow(rated);
        }
        events.publishEvent(new DangerChanged(caseNumber));
        return rated;
    }

    private RecognitionResult read(Complaint complaint, String text) {
        return recognition.read(text, complaint.customer().language());
    }

    private static String said(Complaint complaint) {
        return Stream.of(complaint.subject(), complaint.description())
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
    }

    private static String why(Boolean hurt, RecognitionResult read) {
        String words = read.danger() == Danger.NONE ? "" : why(read);
        if (!Boolean.TRUE.equals(hurt)) {
            return words;
        }
        return words.isEmpty() ? ASKED : ASKED + "; " + words;
    }

    private static String why(RecognitionResult read) {
        return read.why().stream().distinct().collect(Collectors.joining(", "));
    }

    private boolean isStaff(String login) {
        return !TimelineEntry.ENGINE.equals(login) && teams.isStaff(login);
    }

    private String name(String person) {
        return people.find(person).map(People.Person::displayName).orElse(person);
    }
}
