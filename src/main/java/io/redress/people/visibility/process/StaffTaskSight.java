package io.redress.people.visibility.process;

import io.redress.complaint.search.Sight;
import io.redress.engine.task.SeenCases;
import io.redress.engine.task.TaskSight;
import io.redress.people.team.Teams;
import io.redress.people.visibility.Visibility;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The tasks of staff are those of the cases that they see; a connected system has the rights that it was given. */
@Component
class StaffTaskSight implements TaskSight {

    private final Visibility visibility;
    private final Teams teams;

    StaffTaskSight(Visibility visibility, Teams teams) {
        this.visibility = visibility;
        this.teams = teams;
    }

    @Override
    public Optional<SeenCases> of(String login) {
        return teams.isStaff(login)
                ? Optional.of(visibility.of(login))
                        .filter(sight -> !sight.isEverything())
                        .map(StaffTaskSight::seen)
                : Optional.empty();
    }

    private static SeenCases seen(Sight sight) {
        return new SeenCases(
                array(sight.hidden()),
                sight.teams().isEmpty(),
                array(sight.teams().orElse(Set.of())),
                sight.login(),
                array(sight.personal()));
    }

    private static String[] array(Set<String> words) {
        return words.toArray(String[]::new);
    }
}
