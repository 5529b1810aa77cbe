package io.redress.people.visibility;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Complaints;
import io.redress.complaint.recognition.Recognition;
import io.redress.complaint.recognition.RecognitionResult;
import io.redress.complaint.recognition.TextRecognised;
import io.redress.complaint.recognition.Topic;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.complaint.timeline.Timeline;
import io.redress.complaint.timeline.TimelineKind;
import io.redress.core.input.RefusedInput;
import io.redress.core.staff.Groups;
import io.redress.core.staff.People;
import io.redress.core.staff.People.Person;
import io.redress.people.visibility.Shield.Standing;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The shields of complaints about our own staff. What a customer writes shields the case at once from those whom it
 * names, or, where it names nobody, from everybody who does not lead; a lead then says whom it is about, or lifts the
 * shield.
 */
@Component
public class Shields {

    private static final Set<String> DECIDING = Set.of(Groups.LEADS, Groups.MANAGERS, Groups.ADMINISTRATORS);

    private final ShieldRows rows;
    private final Visibility visibility;
    private final ShieldedWork work;
    private final Complaints complaints;
    private final Recognition recognition;
    private final People people;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Shields(
            ShieldRows rows,
            Visibility visibility,
            ShieldedWork work,
            Complaints complaints,
            Recognition recognition,
            People people,
            Timeline timeline,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.visibility = visibility;
        this.work = work;
        this.complaints = complaints;
        this.recognition = recognition;
        this.people = people;
        this.timeline = timeline;
        this.events = events;
        this.clock = clock;
    }

    public Optional<Shield> find(CaseNumber caseNumber) {
        return rows.find(caseNumber);
    }

    /** Whether a case is about our staff, as far as is known. */
    public boolean aboutStaff(CaseNumber caseNumber) {
        return rows.find(caseNumber).filter(Shield::holds).isPresent();
    }

    /** Reads what a complaint says when it comes in. */
    @Transactional
    public void opened(Complaint complaint) {
        read(
                complaint,
                Stream.of(complaint.subject(), complaint.description(), complaint.desiredRemedy())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining("\n")));
    }

    /**
     * Reads what the customer says, and shields the case from those whom it accuses.
     *
     * @param said {@code null} says nothing
     */
    @Transactional
    public void read(Complaint complaint, String said) {
        RecognitionResult recognised =
                recognition.read(said, complaint.customer().language());
        events.publishEvent(new TextRecognised(complaint.number(), recognised));
        boolean staff = recognised.topics().contains(Topic.STAFF);
        Set<String> named = StaffNames.in(said, complaint.customer().name(), staff, people.staff());
        if (!named.isEmpty() || staff) {
            shield(complaint, named);
        }
    }

    private void shield(Complaint complaint, Set<String> named) {
        CaseNumber caseNumber = complaint.number();
        Optional<Shield> before = rows.find(caseNumber);
        if (before.filter(shield -> isKnown(shield, named)).isPresent()) {
            return;
        }
        String why = named.isEmpty()
                ? "It speaks of our staff and names nobody, so nobody sees it who does not lead"
                : "It names " + names(named) + ", who see nothing of it";
        rows.open(caseNumber, why, clock.instant());
        rows.propose(caseNumber, named);
        timeline.engineDid(
                caseNumber,
                TimelineKind.SHIELDED,
                why + ". A lead says whom it is about, or that it is about nobody of ours.");
        keepAway(caseNumber);
        work.askWhom(caseNumber);
        events.publishEvent(new Shielded(complaint, why, rows.times(caseNumber)));
        if (visibility.watchersOf(caseNumber).isEmpty()) {
            timeline.engineDid(caseNumber, TimelineKind.NOBODY_TO_TELL, "It accuses everybody who could handle it.");
        }
    }

    /** Whether it accuses nobody anew; a lead who lifts a shield has heard what was said until then, and no more. */
    private static boolean isKnown(Shield shield, Set<String> named) {
        return shield.holds() && shield.accused().containsAll(named);
    }

    /**
     * Says whom a complaint is about.
     *
     * @param accused logins of our staff; must be empty where {@code lifted}
     * @param lifted whether it is about nobody of ours, and becomes an ordinary case
     * @param reason how the lead knows; kept in the timeline
     * @param by a lead who may see the case
     * @throws RefusedInput for who is not known, and where nobody would be left who sees the case
     */
    @Transactional
    public Shield decide(CaseNumber caseNumber, Collection<String> accused, boolean lifted, String reason, String by) {
        Shield decided = decideByForm(caseNumber, accused, lifted, reason, by);
        work.isAnswered(caseNumber);
        return decided;
    }

    /** The same in the task that asks for it, which ends by itself. */
    @Transactional
    public Shield decideByForm(
            CaseNumber caseNumber, Collection<String> accused, boolean lifted, String reason, String by) {
        complaints.hold(caseNumber);
        check(accused, lifted, reason);
        if (!mayDecide(by) || !visibility.maySee(by, caseNumber)) {
            throw new RefusedInput(
                    "accused", "Only a lead or a manager whom it does not accuse says whom a complaint is about.");
        }
        Complaint complaint = complaints.get(caseNumber);
        if (rows.find(caseNumber).isEmpty()) {
            rows.open(caseNumber, "Said by " + by, clock.instant());
        }
        Set<String> about = new TreeSet<>(accused);
        rows.decide(caseNumber, lifted ? Standing.LIFTED : Standing.NAMED, about, by, reason, clock.instant());
        if (!lifted && visibility.watchersOf(caseNumber).isEmpty()) {
            throw new RefusedInput("accused", "Nobody would be left who sees the case.");
        }
        timeline.add(
                caseNumber,
                by,
                lifted ? TimelineKind.SHIELD_LIFTED : TimelineKind.ACCUSED_NAMED,
                lifted ? "It is about nobody of ours: " + reason : "It is about " + names(about) + ": " + reason);
        Shield decided = rows.find(caseNumber).orElseThrow();
        if (lifted) {
            complaints.change(caseNumber, given -> given.worksOn(complaint.servingTeam()));
            work.giveBack(caseNumber, complaint.servingTeam());
        } else {
            keepAway(caseNumber);
        }
        return decided;
    }

    private void check(Collection<String> accused, boolean lifted, String reason) {
        if (reason == null) {
            throw new RefusedInput("reason", "Is missing: say how you know.");
        }
        if (lifted && !accused.isEmpty()) {
            throw new RefusedInput("accused", "Must be empty where the shield is lifted.");
        }
        if (!lifted && accused.isEmpty()) {
            throw new RefusedInput("accused", "Name at least one login, or lift the shield.");
        }
        Set<String> staff = people.staff().stream().map(Person::id).collect(Collectors.toSet());
        List<String> unknown =
                accused.stream().filter(login -> !staff.contains(login)).toList();
        if (!unknown.isEmpty()) {
            throw new RefusedInput("accused", "Nobody of ours has the login " + String.join(", ", unknown) + ".");
        }
    }

    /** Whether somebody's groups let them say whom a complaint is about. */
    public boolean mayDecide(String login) {
        return people.groupsOf(login).stream().anyMatch(DECIDING::contains);
    }

    /** The logins that a lead's words name, each a login or a name, divided by commas or lines. */
    public List<String> loginsOf(String words) {
        List<String> logins = new ArrayList<>();
        for (String word : words == null ? new String[0] : words.split("[,;\\n]")) {
            String name = word.strip();
            if (!name.isEmpty()) {
                logins.add(people.staff().stream()
                        .filter(person -> person.id().equalsIgnoreCase(name)
                                || person.displayName().equalsIgnoreCase(name))
                        .map(Person::id)
                        .findFirst()
                        .orElse(name));
            }
        }
        return logins;
    }

    /** An owner who is accused owns it no more, and no task of it is theirs. */
    private void keepAway(CaseNumber caseNumber) {
        Complaint complaint = complaints.get(caseNumber);
        if (complaint.owner() != null && !visibility.maySee(complaint.owner(), caseNumber)) {
            complaints.change(caseNumber, freed -> freed.ownedBy(null));
        }
        work.keepFromAccused(caseNumber);
    }

    private String names(Set<String> logins) {
        return logins.stream()
                .map(login -> people.find(login).map(Person::displayName).orElse(login))
                .collect(Collectors.joining(", "));
    }
}
