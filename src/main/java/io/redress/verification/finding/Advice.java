package io.redress.verification.finding;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Complaints;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.complaint.timeline.Timeline;
import io.redress.complaint.timeline.TimelineKind;
import io.redress.core.input.RefusedInput;
import io.redress.core.staff.Groups;
import io.redress.core.staff.People;
import io.redress.core.staff.People.Person;
import io.redress.core.staff.StandIns;
import io.redress.people.staff.StaffNotice;
import io.redress.people.team.Teams;
import io.redress.people.visibility.Visibility;
import io.redress.time.clock.ClockKind;
import io.redress.time.clock.Deadlines;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The advice of a colleague: who is asked for it, that they hear of it, how long they have, and that whoever asked
 * hears the answer.
 */
@Component
public class Advice {

    /** Who is asked, where the form names the leads. */
    public static final String LEADS = "leads";

    /** Who is asked, where the form names the case's team. */
    public static final String TEAM = "team";

    private static final String FIELD = "adviser";

    private final Complaints complaints;
    private final Verdicts verdicts;
    private final Deadlines deadlines;
    private final People people;
    private final Teams teams;
    private final Visibility visibility;
    private final StandIns standIns;
    private final ObjectProvider<StaffNotice> alert;
    private final Timeline timeline;
    private final Clock clock;

    Advice(
            Complaints complaints,
            Verdicts verdicts,
            Deadlines deadlines,
            People people,
            Teams teams,
            Visibility visibility,
            StandIns standIns,
            ObjectProvider<StaffNotice> alert,
            Timeline timeline,
            Clock clock) {
        this.clock = clock;
        this.complaints = complaints;
        this.verdicts = verdicts;
        this.deadlines = deadlines;
        this.people = people;
        this.teams = teams;
        this.visibility = visibility;
        this.standIns = standIns;
        this.alert = alert;
        this.timeline = timeline;
    }

    /**
     * Who is asked.
     *
     * @param person the login of the one who is, {@code null} where a group is
     * @param groups may answer it too
     */
    public record Asked(String person, List<String> groups) {}

    /** Everybody who may be asked by name about this case, in alphabetical order. */
    public List<Person> colleagues(Complaint complaint) {
        boolean shielded = visibility.isShielded(complaint.number());
        return Stream.concat(teams.members(complaint.team()).stream(), teams.leadsOf(complaint).stream())
                .filter(person -> !shielded || !visibility.isKept(person.id(), complaint.number()))
                .distinct()
                .sorted(Comparator.comparing(Person::displayName))
                .toList();
    }

    /**
     * Reads whom a handler asks.
     *
     * @param adviser a login, {@value #LEADS} or {@value #TEAM}; {@code null} asks both groups
     * @throws RefusedInput where it is nobody who may be asked
     */
    public Asked read(CaseNumber caseNumber, String adviser, String asker) {
        Complaint complaint = complaints.get(caseNumber);
        String team = complaint.team();
        if (adviser == null) {
            return new Asked(null, Stream.of(Groups.LEADS, team).distinct().toList());
        }
        return switch (adviser) {
            case LEADS -> new Asked(null, List.of(Groups.LEADS));
            case TEAM -> new Asked(null, List.of(team));
            default -> {
                if (adviser.equals(asker)) {
                    throw new RefusedInput(FIELD, "Ask somebody else than yourself.");
                }
                if (!teams.isStaff(adviser) || !visibility.maySee(adviser, complaint.number())) {
                    throw new RefusedInput(
                            FIELD,
                            "Name a colleague who works on such cases by the login, or ask the leads or the team.");
                }
                yield new Asked(adviser, List.of(Groups.LEADS));
            }
        };
    }

    /** Who does the asked person's work today; empty where nobody does, so that it is for their group. */
    public Optional<String> present(String adviser) {
        return standIns.isAway(adviser) ? standIns.deputyOf(adviser) : Optional.of(adviser);
    }

    /** Whether this person asked. */
    public boolean isAskedBy(CaseNumber caseNumber, String person) {
        return asker(complaints.get(caseNumber)).filter(person::equals).isPresent();
    }

    /** Starts the clock, and tells who is asked. @param person who does it, {@code null} where groups are asked */
    @Transactional
    public void asked(CaseNumber caseNumber, String person, List<String> groups) {
        Complaint complaint = complaints.get(caseNumber);
        String request = request(complaint);
        deadlines.adviceAsked(complaint, request, person == null ? groups.get(0) : StaffNotice.PERSON + person);
        String subject = asker(complaint).map(this::name).orElse("A colleague") + " asks for advice";
        String question = Optional.ofNullable(
                        verdicts.latest(complaint).orElseThrow().question())
                .orElse("The task “Advise handler” shows the case.");
        if (person != null) {
            alert.ifAvailable(mail -> mail.tellPerson(complaint, "advice/" + request, person, subject, question));
        } else {
            groups.forEach(group ->
                    alert.ifAvailable(mail -> mail.tell(complaint, "advice/" + request, group, subject, question)));
        }
        String whom = person == null ? "the " + String.join(" and the ", groups) : name(person);
        timeline.add(
                caseNumber,
                asker(complaint).orElse("redress"),
                TimelineKind.ADVICE_ASKED,
                "Asks %s: %s".formatted(whom, question));
    }

    /** Keeps what was advised, and tells who asked. */
    @Transactional
    public void given(CaseNumber caseNumber, String advice, String person) {
        Complaint complaint = complaints.get(caseNumber);
        String request = request(complaint);
        deadlines.metAt(caseNumber, ClockKind.ADVICE, clock.instant());
        timeline.add(caseNumber, person, TimelineKind.ADVICE, advice);
        tellAsker(complaint, "given/" + request, name(person) + " has given the advice you asked for", advice);
    }

    /** Gives the case back to who asked, because nobody has advised in time. */
    @Transactional
    public void overdue(CaseNumber caseNumber) {
        Complaint complaint = complaints.get(caseNumber);
        String request = request(complaint);
        deadlines.stop(caseNumber, ClockKind.ADVICE);
        String said = "Nobody has given the advice that was asked for. Decide on what is known, or ask somebody else.";
        timeline.engineDid(caseNumber, TimelineKind.ADVICE_OVERDUE, said);
        tellAsker(complaint, "overdue/" + request, "The advice you asked for has not been given", said);
    }

    private void tellAsker(Complaint complaint, String what, String subject, String text) {
        asker(complaint)
                .ifPresent(asker ->
                        alert.ifAvailable(mail -> mail.tellPerson(complaint, "advice/" + what, asker, subject, text)));
    }

    private Optional<String> asker(Complaint complaint) {
        return verdicts.latest(complaint).map(Verdict::foundBy);
    }

    private String request(Complaint complaint) {
        return verdicts.latest(complaint).orElseThrow().id().toString();
    }

    private String name(String login) {
        return people.find(login).map(Person::displayName).orElse(login);
    }
}
