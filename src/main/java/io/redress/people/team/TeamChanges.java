package io.redress.people.team;

import io.redress.core.database.Locks;
import io.redress.core.input.Problem;
import io.redress.core.input.RefusedInput;
import io.redress.core.staff.People;
import io.redress.core.staff.People.Person;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The changes that managers make to teams: they create and change them, with their group and its members. No team is
 * removed.
 */
@Component
public class TeamChanges {

    private final TeamRows rows;
    private final TeamCheck check;
    private final GroupKeeper groups;
    private final People people;
    private final Locks locks;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TeamChanges(
            TeamRows rows,
            TeamCheck check,
            GroupKeeper groups,
            People people,
            Locks locks,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.check = check;
        this.groups = groups;
        this.people = people;
        this.locks = locks;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Makes a team, or changes it.
     *
     * @param by the login of the manager
     * @return the team as it is now
     * @throws RefusedInput naming every field that is wrong; nothing is changed then
     */
    @Transactional
    public Team put(String id, TeamDraft draft, String by) {
        locks.hold("teams");
        Optional<Team> before = rows.find(id);
        boolean overflow = draft.overflow() == null ? before.map(Team::overflow).orElse(false) : draft.overflow();
        Team team = check.read(id, draft, overflow);
        List<Problem> problems = new ArrayList<>();
        if (before.isEmpty() && !people.group(id).isEmpty()) {
            problems.add(new Problem(
                    "id", "There is a group “%s” already, which is no team; choose another id.".formatted(id)));
        }
        if (before.map(Team::overflow).orElse(false) && !overflow) {
            problems.add(
                    new Problem(
                            "overflow",
                            "Somebody must take what no other team can: say overflow at the team that is to, and it ends here."));
        }
        if (overflow
                && draft.members() != null
                && draft.members().isEmpty()
                && !(people.group(id).isEmpty() && before.isPresent())) {
            problems.add(new Problem(
                    "members",
                    "This team takes what no other team can, so that somebody must belong to it; let another team take"
                            + " the overflow first."));
        }
        if (!problems.isEmpty()) {
            throw new RefusedInput(problems);
        }
        rows.put(team, by, clock.instant());
        groups.keepTeam(id, team.name());
        if (draft.members() != null) {
            Set<String> members =
                    draft.members().stream().map(String::strip).collect(Collectors.toCollection(LinkedHashSet::new));
            groups.setMembers(id, members);
        }
        events.publishEvent(new TeamChanged(id));
        return team;
    }

    /** What a manager should know about a team as it is; none of it keeps it from working. */
    public List<Problem> warnings(Team team, Teams teams) {
        List<Problem> warnings = new ArrayList<>();
        List<Person> members = people.group(team.id());
        if (members.isEmpty()) {
            warnings.add(new Problem(
                    "members",
                    team.overflow()
                            ? "Nobody belongs to this team, which takes what no other team can."
                            : "Nobody belongs to this team: its cases go to whoever else fits, or to the team that"
                                    + " takes the overflow."));
        }
        var hours = teams.calendarOf(team);
        if (!hours.name().equals(team.calendar())) {
            warnings.add(new Problem(
                    "calendar",
                    "There is no calendar “%s” any more; the standard one counts.".formatted(team.calendar())));
        }
        if (!hours.zone().getRules().equals(team.zone().getRules())) {
            warnings.add(new Problem(
                    "zone",
                    "The hours of the calendar “%s” are read in %s, not in the team's zone."
                            .formatted(hours.name(), hours.zone())));
        }
        if (team.leading().stream().noneMatch(lead -> people.find(lead).isPresent())
                && !team.leading().isEmpty()) {
            warnings.add(new Problem("lead", "Nobody who is named leads it any more; all leads do."));
        }
        return warnings;
    }
}
