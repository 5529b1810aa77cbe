package io.redress.team;

import io.redress.engine.Groups;
import io.redress.engine.People;
import io.redress.engine.People.Person;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The teams as they are now; shipped is one that serves everybody. */
@Component
public class Teams {

    private final People people;
    private final ZoneId zone;

    Teams(People people, @Value("${redress.zone}") ZoneId zone) {
        this.people = people;
        this.zone = zone;
    }

    /** The team with this id; a group that nobody made a team, such as {@code leads}, serves everybody. */
    public Team of(String id) {
        return new Team(id, id, Set.of(), Set.of(), "standard", zone, null, List.of());
    }

    /** Who leads a team: its lead, then the deputies; where none is named, all leads. Nobody twice. */
    public List<Person> leadsOf(String team) {
        return people.group(Groups.LEADS);
    }

    /** The teams whose cases somebody may see; empty where they may see every team's. */
    public Optional<Set<String>> seenBy(String login) {
        return Optional.empty();
    }
}
