package io.redress.danger;

import io.redress.complaint.Complaint;
import io.redress.engine.Groups;
import io.redress.engine.People;
import io.redress.engine.People.Person;
import io.redress.team.Teams;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Who hears of danger: the lead of the case's team and the deputies, each replaced by a stand-in while away. Where none of
 * them can be told, all leads, else managers, else administrators; never nobody without that being said.
 */
@Component
class AlarmAudience {

    private final Teams teams;
    private final People people;
    private final DangerAlert alert;

    AlarmAudience(Teams teams, People people, DangerAlert alert) {
        this.teams = teams;
        this.people = people;
        this.alert = alert;
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
                        levels.stream().map(level -> present(level.get())),
                        levels.stream().map(level -> reachable(level.get().stream())))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private List<Person> present(List<Person> members) {
        return reachable(members.stream().flatMap(one -> alert.present(one.id()).stream()));
    }

    private static List<Person> reachable(Stream<Person> some) {
        return some.filter(one -> one.email() != null && !one.email().isBlank())
                .distinct()
                .toList();
    }
}
