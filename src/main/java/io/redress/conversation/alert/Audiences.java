package io.redress.conversation.alert;

import io.redress.complaint.file.CaseHead;
import io.redress.core.staff.Groups;
import io.redress.core.staff.People;
import io.redress.core.staff.People.Person;
import io.redress.core.staff.StandIns;
import io.redress.people.staff.StaffNotice;
import io.redress.people.team.Teams;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The people who are told of something, and from when on: in their working hours, and their deputies while they are
 * away.
 */
@Component
class Audiences {

    private static final String PERSON = StaffNotice.PERSON;

    private final People people;
    private final StandIns standIns;
    private final Teams teams;

    Audiences(People people, StandIns standIns, Teams teams) {
        this.people = people;
        this.standIns = standIns;
        this.teams = teams;
    }

    /**
     * @param name {@code owner}, one person as {@link StaffNotice#PERSON} says, {@code team}, {@code leads} for those
     *     of the case's team, or a group; nobody twice
     */
    List<Person> of(CaseHead file, String name) {
        if (name.startsWith(PERSON)) {
            return present(name.substring(PERSON.length())).map(List::of).orElse(List.of());
        }
        return switch (name) {
            case "owner" -> ownerOr(file);
            case "team" -> team(file);
            case Groups.LEADS -> teams.leadsOf(file.servingTeam());
            default -> group(name);
        };
    }

    /** Whoever does this person's work today: they themselves, their deputy, or nobody in particular. */
    Optional<Person> present(String login) {
        return standIns.isAway(login) ? standIns.deputyOf(login).flatMap(people::find) : people.find(login);
    }

    /** The first instant from this one on at which the person is at work, by the calendar of their group or team. */
    Instant atWork(String login, Instant from) {
        return teams.calendarOf(login).nextOpening(from);
    }

    private List<Person> ownerOr(CaseHead file) {
        return Optional.ofNullable(file.owner())
                .flatMap(this::present)
                .map(List::of)
                .orElseGet(() -> team(file));
    }

    /** The group that works on the case; where nobody belongs to it, those who lead it. */
    private List<Person> team(CaseHead file) {
        List<Person> members =
                file.team().equals(Groups.LEADS) ? teams.leadsOf(file.servingTeam()) : group(file.team());
        return members.isEmpty() ? teams.leadsOf(file.servingTeam()) : members;
    }

    /** Where everybody is away, all of them: it is better to be told on the beach than that nobody knows. */
    private List<Person> group(String name) {
        List<Person> members = people.group(name);
        List<Person> present =
                members.stream().flatMap(this::presentFor).distinct().toList();
        return present.isEmpty() ? members : present;
    }

    private Stream<Person> presentFor(Person member) {
        return standIns.isAway(member.id()) ? present(member.id()).stream() : Stream.of(member);
    }
}
