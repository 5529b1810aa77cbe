package io.redress.verification.safety;

import io.redress.complaint.file.Complaint;
import io.redress.core.staff.Groups;
import io.redress.core.staff.People;
import io.redress.core.staff.People.Person;
import io.redress.people.team.Teams;
import io.redress.people.visibility.Visibility;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The people who are told of danger: the lead of the case's team and the deputies, each replaced by a stand-in while
 * away, but nobody from whom the case is kept, such as the person it accuses. Where none of them can be told, all
 * leads, else managers, else administrators; where nobody at all can be told, the alarm says so.
 */
@Component
class AlarmAudience {

    private final Teams teams;
    private final People people;
    private final DangerAlert alert;
    private final Visibility visibility;

    AlarmAudience(Teams teams, People people, DangerAlert alert, Visibility visibility) {
        this.teams = teams;
        this.people = people;
        this.alert = alert;
        this.visibility = visibility;
    }

    /** @return those who can be mailed, nobody twice; empty where there is nobody at all */
    List<Person> of(Complaint complaint) {
        List<Supplier<List<Person>>> levels = List.of(
                () -> teams.leadsOf(complaint),
                () -> people.group(Groups.LEADS),
                () -> people.group(Groups.MANAGERS),
                () -> people.group(Groups.ADMINISTRATORS));
        // Where everybody is away, all of them: better told on the beach than not at all.
        return Stream.concat(
                        levels.stream().map(level -> present(level.get(), complaint)),
                        levels.stream().map(level -> reachable(level.get().stream(), complaint)))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private List<Person> present(List<Person> members, Complaint complaint) {
        return reachable(members.stream().flatMap(one -> alert.present(one.id()).stream()), complaint);
    }

    private List<Person> reachable(Stream<Person> some, Complaint complaint) {
        return some.filter(one -> one.email() != null && !one.email().isBlank())
                .filter(one -> !visibility.isKept(one.id(), complaint.number()))
                .distinct()
                .toList();
    }
}
