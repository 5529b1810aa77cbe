package io.redress.time.clock;

import io.redress.complaint.file.Channel;
import io.redress.complaint.file.Danger;
import io.redress.complaint.file.Severity;
import io.redress.core.staff.Workplaces;
import io.redress.core.text.EnumWords;
import io.redress.engine.table.TableColumns;
import io.redress.engine.table.TableColumns.Fact;
import io.redress.engine.table.TableColumns.Result;
import io.redress.engine.table.TableRules;
import io.redress.time.calendar.Calendars;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The rules for {@code service-level.dmn}, so that no case is without its clocks. */
@Component
class ServiceLevelRules implements TableRules {

    private static final Set<ClockKind> GIVEN_TIME = EnumSet.of(
            ClockKind.ACKNOWLEDGEMENT,
            ClockKind.FIRST_ANSWER,
            ClockKind.NEXT_ANSWER,
            ClockKind.RESOLUTION,
            ClockKind.RESOLUTION_TOTAL,
            ClockKind.OWNER_ACTION);

    /** This clock has as long as a reply where no row says otherwise. */
    private static final Set<ClockKind> MAY_BE_GIVEN_TIME = EnumSet.of(ClockKind.ADVICE);

    private final Calendars calendars;
    private final Workplaces workplaces;

    ServiceLevelRules(Calendars calendars, Workplaces workplaces) {
        this.calendars = calendars;
        this.workplaces = workplaces;
    }

    @Override
    public String decision() {
        return "serviceLevel";
    }

    @Override
    public TableColumns columns() {
        return TableColumns.answeredByAll(
                List.of(
                        Fact.word("channel", EnumWords.words(Channel.class)),
                        Fact.word(
                                "severity",
                                Stream.concat(EnumWords.words(Severity.class).stream(), Stream.of(""))
                                        .toList()),
                        Fact.count("priority"),
                        Fact.text("tier"),
                        Fact.word("danger", EnumWords.words(Danger.class)),
                        Fact.text("team")),
                List.of(Result.text("clock"), Result.text("budget"), Result.text("calendar"), Result.text("ladder")));
    }

    @Override
    public List<Problem> problems(List<Row> rows) {
        List<Problem> problems = new ArrayList<>();
        Set<ClockKind> complete = EnumSet.noneOf(ClockKind.class);
        for (Row row : rows) {
            Optional<ClockKind> clock = EnumWords.constant(ClockKind.class, row.text("clock"))
                    .filter(known -> GIVEN_TIME.contains(known) || MAY_BE_GIVEN_TIME.contains(known));
            if (clock.isEmpty()) {
                problems.add(row.says("service-clock", row.outputs().get("clock"), knownClocks()));
            } else if (complete.contains(clock.get())) {
                problems.add(row.says("service-unreachable"));
            } else if (row.fitsAllBut()) {
                complete.add(clock.get());
            }
            Stream.of(budget(row), calendar(row), ladder(row), team(row))
                    .flatMap(Optional::stream)
                    .forEach(problems::add);
        }
        GIVEN_TIME.stream()
                .filter(clock -> !complete.contains(clock))
                .forEach(clock -> problems.add(Problem.ofTable("service-complete", EnumWords.word(clock))));
        return problems;
    }

    private static Optional<Problem> budget(Row row) {
        String written = row.outputs().get("budget");
        try {
            Duration budget = Duration.parse(String.valueOf(row.text("budget")));
            return row.unless(!budget.isNegative() && !budget.isZero(), "service-budget", written);
        } catch (DateTimeParseException unreadable) {
            return Optional.of(row.says("service-budget-written", written));
        }
    }

    private Optional<Problem> calendar(Row row) {
        String calendar = String.valueOf(row.text("calendar"));
        return row.unless(
                calendar.equals(ServiceLevels.TEAM) || calendars.names().contains(calendar),
                "service-calendar",
                row.outputs().get("calendar"),
                String.join(", ", calendars.names()));
    }

    private Optional<Problem> team(Row row) {
        String team = row.condition("team");
        return row.unless(team == null || workplaces.isTeam(team), "service-team", team);
    }

    private static Optional<Problem> ladder(Row row) {
        String ladder = row.text("ladder");
        return row.unless(ladder != null && !ladder.isBlank(), "service-ladder");
    }

    private static String knownClocks() {
        return Stream.of(GIVEN_TIME, MAY_BE_GIVEN_TIME)
                .flatMap(Set::stream)
                .map(EnumWords::word)
                .collect(Collectors.joining(", "));
    }
}
