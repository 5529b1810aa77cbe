package io.redress.verification.triage;

import io.redress.complaint.file.Channel;
import io.redress.complaint.file.Claim;
import io.redress.complaint.file.Danger;
import io.redress.complaint.file.Severity;
import io.redress.core.staff.Groups;
import io.redress.core.text.EnumWords;
import io.redress.engine.table.TableColumns;
import io.redress.engine.table.TableColumns.Fact;
import io.redress.engine.table.TableColumns.Result;
import io.redress.engine.table.TableRules;
import io.redress.outside.order.Order;
import io.redress.people.team.Teams;
import io.redress.verification.evidence.EarlierRemedies;
import io.redress.verification.evidence.ParcelState;
import java.util.List;
import java.util.Locale;
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
    public TableColumns columns() {
        return TableColumns.answeredByOne(
                        List.of(
                                Fact.word("claim", orNone(EnumWords.words(Claim.class))),
                                Fact.word("parcelState", EnumWords.words(ParcelState.class)),
                                Fact.count("wrongCharges"),
                                Fact.count("earlierFailures"),
                                Fact.count("earlierNotReceived"),
                                Fact.truth("identityConfirmed"),
                                Fact.truth("orderFound"),
                                Fact.truth("ordinaryPurchase"),
                                Fact.truth("disputed"),
                                Fact.truth("reopened"),
                                Fact.truth("imported"),
                                Fact.truth("alreadyMadeGood"),
                                Fact.truth("evidenceComplete"),
                                Fact.truth("aboutStaff"),
                                Fact.count("priorityBefore"),
                                Fact.text(BEFORE),
                                Fact.word("owed", EarlierRemedies.CERTAINTIES),
                                Fact.word("danger", EnumWords.words(Danger.class)),
                                Fact.text("country", orNone(List.of(Locale.getISOCountries()))),
                                Fact.text("language", List.of(Locale.getISOLanguages())),
                                Fact.word("channel", EnumWords.words(Channel.class)),
                                Fact.word("salesChannel", orNone(EnumWords.words(Order.SalesChannel.class))),
                                Fact.amount("amount").orMissing()),
                        List.of(
                                Result.word("severity", Severity.class),
                                Result.count("priority", 0, 100),
                                Result.text(TEAM),
                                Result.truth("conclusive"),
                                Result.text("basis"),
                                Result.text("reason")))
                .inDiagram();
    }

    private static List<String> orNone(List<String> words) {
        return Stream.concat(words.stream(), Stream.of("")).toList();
    }

    @Override
    public List<Problem> problems(List<Row> rows) {
        return rows.stream()
                .flatMap(row -> Stream.of(team(row), conclusive(row)))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Problem> team(Row row) {
        String written = row.outputs().getOrDefault(TEAM, "");
        String team = row.text(TEAM);
        if (team == null) {
            return row.unless(written.equals(BEFORE), "triage-team-written", written);
        }
        return row.unless(isKnown(team), "triage-team", team, known());
    }

    /** Where evidence alone decides, the remedy table has to be told what it proves. */
    private static Optional<Problem> conclusive(Row row) {
        boolean decides = row.outputs().getOrDefault("conclusive", "").equals("true");
        return row.unless(!decides || !"".equals(row.text("basis")), "triage-conclusive");
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
