package io.redress.verification.triage;

import io.redress.core.staff.Groups;
import io.redress.engine.table.TableRules;
import io.redress.people.team.Teams;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The rules that {@code triage.dmn} has to meet, so that no case is given to a team that does not exist. */
@Component
class TriageRules implements TableRules {

    private static final String TEAM = "team";

    /** The team that fits, and its leads. */
    private static final Set<String> WORDS = Set.of(Groups.HANDLERS, Groups.LEADS);

    /** Whoever has the case already. */
    private static final String BEFORE = "teamBefore";

    private final Teams teams;

    TriageRules(Teams teams) {
        this.teams = teams;
    }

    @Override
    public String decision() {
        return "triage";
    }

    @Override
    public List<String> problems(List<Row> rows) {
        return rows.stream().map(this::team).flatMap(Optional::stream).toList();
    }

    private Optional<String> team(Row row) {
        String written = row.outputs().getOrDefault(TEAM, "");
        String team = row.text(TEAM);
        if (team == null) {
            return row.unless(
                    written.equals(BEFORE), "the team must be one text within quotation marks, not %s", written);
        }
        return row.unless(isKnown(team), "there is no team \"%s\"; there are: %s", team, known());
    }

    /** A group that is not set up as a team serves everybody, as long as it has a member. */
    private boolean isKnown(String team) {
        return WORDS.contains(team)
                || teams.isTeam(team)
                || !teams.members(team).isEmpty();
    }

    private String known() {
        return Stream.concat(WORDS.stream(), teams.all().stream().map(known -> known.id()))
                .distinct()
                .sorted()
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    }
}
