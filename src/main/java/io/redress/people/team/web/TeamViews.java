package io.redress.people.team.web;

import io.redress.core.staff.People.Person;
import io.redress.people.team.Team;
import io.redress.people.team.TeamChanges;
import io.redress.people.team.Teams;
import java.util.List;
import org.springframework.stereotype.Component;

/** The mapping from teams to what the API and the page show. */
@Component
class TeamViews {

    private final Teams teams;
    private final TeamChanges changes;

    TeamViews(Teams teams, TeamChanges changes) {
        this.teams = teams;
        this.changes = changes;
    }

    List<TeamView> all() {
        return teams.all().stream().map(this::of).toList();
    }

    TeamView of(Team team) {
        return new TeamView(
                team.id(),
                team.name(),
                List.copyOf(team.markets()),
                List.copyOf(team.languages()),
                team.calendar(),
                team.zone().getId(),
                team.lead(),
                team.deputies(),
                teams.members(team.id()).stream().map(Person::id).toList(),
                team.overflow(),
                changes.warnings(team, teams).stream()
                        .map(problem -> new TeamView.Warning(problem.field(), problem.message()))
                        .toList());
    }
}
