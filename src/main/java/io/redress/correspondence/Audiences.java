package io.redress.correspondence;

import io.redress.calendar.BusinessCalendar;
import io.redress.calendar.Calendars;
import io.redress.complaint.CaseHead;
import io.redress.engine.People;
import io.redress.engine.People.Person;
import io.redress.engine.StandIns;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who hears of something, and from when on: people in their working hours, and their deputies while they are away. */
@Component
class Audiences {

    /** What comes before the login of one person who hears of something. */
    static final String PERSON = "person ";

    private final People people;
    private final StandIns standIns;
    private final Calendars calendars;

    Audiences(People people, StandIns standIns, Calendars calendars) {
        this.people = people;
        this.standIns = standIns;
        this.calendars = calendars;
    }

    /** @param name {@code owner}, {@code team} or a group; nobody twice */
    List<Person> of(CaseHead file, String name) {
        if (name.startsWith(PERSON)) {
            return present(name.substring(PERSON.length())).map(List::of).orElse(List.of());
        }
        return switch (name) {
            case "owner" -> ownerOr(file.owner(), file.team());
            case "team" -> group(file.team());
            default -> group(name);
        };
    }

    /** Whoever does this person's work today: they themselves, their deputy, or nobody in particular. */
    Optional<Person> present(String login) {
        return standIns.isAway(login) ? standIns.deputyOf(login).flatMap(people::find) : people.find(login);
    }

    /** The first instant from this one on at which the person is at work, by the calendar named like their group. */
    Instant atWork(String login, Instant from) {
        Set<String> known = calendars.names();
        BusinessCalendar calendar = people.groupsOf(login).stream()
                .filter(known::contains)
                .sorted()
                .findFirst()
                .map(calendars::named)
                .orElseGet(calendars::standard);
        return calendar.nextOpening(from);
    }

    private List<Person> ownerOr(String owner, String team) {
        return Optional.ofNullable(owner).flatMap(this::present).map(List::of).orElseGet(() -> group(team));
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
