package io.redress.time.law;

import io.redress.complaint.file.Claim;
import io.redress.core.text.EnumWords;
import io.redress.engine.table.TableRules;
import io.redress.time.calendar.Calendars;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The rules for {@code legal-deadline.dmn}, so that each legal clock is started once and ends on a day that exists.
 */
@Component
class LegalDeadlineRules implements TableRules {

    private static final int LONGEST_NAME = 80;
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Map<String, Set<String>> ASKED = Map.of(
            "country", COUNTRIES,
            "customer", Set.copyOf(EnumWords.words(Buyer.class)),
            "claim", Set.copyOf(EnumWords.words(Claim.class)),
            "event", Set.copyOf(EnumWords.words(LegalEvent.class)));

    private final Calendars calendars;
    private final LetterParts letterParts;

    LegalDeadlineRules(Calendars calendars, LetterParts letterParts) {
        this.calendars = calendars;
        this.letterParts = letterParts;
    }

    @Override
    public String decision() {
        return "legalDeadline";
    }

    @Override
    public List<String> problems(List<Row> rows) {
        List<String> problems = new ArrayList<>();
        Map<Row, Map<String, RowCondition>> before = new HashMap<>();
        for (Row row : rows) {
            Map<String, RowCondition> conditions = conditions(row, problems);
            before.forEach(
                    (earlier, its) -> overlap(row, conditions, earlier, its).ifPresent(problems::add));
            before.put(row, conditions);
            Stream.of(clock(row), nature(row), amount(row), unit(row), counting(row), rollsOver(row), source(row))
                    .flatMap(Optional::stream)
                    .forEach(problems::add);
            Stream.of(calendar(row), parts(row), retention(row))
                    .flatMap(Optional::stream)
                    .forEach(problems::add);
        }
        return problems;
    }

    private static Map<String, RowCondition> conditions(Row row, List<String> problems) {
        Map<String, RowCondition> conditions = new HashMap<>();
        ASKED.forEach((column, known) -> {
            String written = row.inputs().getOrDefault(column, "");
            Optional<RowCondition> read = RowCondition.of(written);
            if (read.isEmpty()) {
                problems.add(
                        row.says("the %s must be words such as \"a\",\"b\" or not(\"a\"), not %s", column, written));
                return;
            }
            conditions.put(column, read.get());
            read.get().words().stream()
                    .filter(word -> !known.contains(word))
                    .forEach(word -> problems.add(row.says("there is no %s \"%s\"", column, word)));
            if (column.equals("event") && read.get().negated()) {
                problems.add(row.says("the event must be named; these are: %s", EnumWords.words(LegalEvent.class)));
            }
        });
        return conditions;
    }

    /** Two rows of one name that fit together would be one clock with two ends. */
    private static Optional<String> overlap(
            Row row, Map<String, RowCondition> conditions, Row earlier, Map<String, RowCondition> its) {
        boolean apart = ASKED.keySet().stream()
                .filter(column -> conditions.containsKey(column) && its.containsKey(column))
                .anyMatch(column -> !conditions.get(column).overlaps(its.get(column)));
        String clock = row.text("clock");
        boolean same = clock != null && clock.equals(earlier.text("clock"));
        return row.unless(
                apart || !same, "the clock \"%s\" is there already, as row %d can fit too", clock, earlier.number());
    }

    private static Optional<String> clock(Row row) {
        String name = row.text("clock");
        return row.unless(
                name != null && !name.isBlank() && name.length() <= LONGEST_NAME && name.equals(name.strip()),
                "the clock must have a name of at most %d characters, which people read",
                LONGEST_NAME);
    }

    private static Optional<String> source(Row row) {
        String source = row.text("source");
        return row.unless(source != null && !source.isBlank(), "the law must be named");
    }

    private static Optional<String> nature(Row row) {
        return word(row, "nature", LegalRule.Nature.class, "must be \"duty\" or \"right\"");
    }

    private static Optional<String> unit(Row row) {
        return word(
                row,
                "unit",
                LegalTerm.Unit.class,
                "is no unit of time; these are: " + EnumWords.words(LegalTerm.Unit.class));
    }

    private static Optional<String> counting(Row row) {
        return word(
                row,
                "counting",
                LegalTerm.Counting.class,
                "is no way to count; these are: " + EnumWords.words(LegalTerm.Counting.class));
    }

    private static <E extends Enum<E>> Optional<String> word(Row row, String column, Class<E> type, String otherwise) {
        return row.unless(
                EnumWords.constant(type, row.text(column)).isPresent(),
                "%s %s",
                row.outputs().getOrDefault(column, "nothing"),
                otherwise);
    }

    private static Optional<String> amount(Row row) {
        String written = row.outputs().getOrDefault("amount", "");
        return row.unless(
                written.matches("[1-9]\\d{0,3}"), "the amount must be a whole number from 1 to 9999, not %s", written);
    }

    private static Optional<String> rollsOver(Row row) {
        String written = row.outputs().getOrDefault("rollsOver", "");
        return row.unless(
                Set.of("true", "false").contains(written), "rolls over must be true or false, not %s", written);
    }

    private Optional<String> calendar(Row row) {
        String name = String.valueOf(row.text("calendar"));
        if (!calendars.names().contains(name)) {
            return Optional.of(row.says(
                    "there is no calendar %s; there are: %s",
                    row.outputs().get("calendar"), String.join(", ", calendars.names())));
        }
        boolean needsWorkingDays = "working_days".equals(row.text("unit"))
                || "true".equals(row.outputs().get("rollsOver"));
        return row.unless(
                !needsWorkingDays || !name.equals(Calendars.ALWAYS),
                "the calendar \"always\" knows no working days; name one that does");
    }

    private Optional<String> parts(Row row) {
        String written = row.text("letterParts");
        return written == null
                ? Optional.of(row.says("the letter parts must be keys with commas between, or \"\" for none"))
                : list(written)
                        .map(letterParts::missing)
                        .flatMap(Optional::stream)
                        .findFirst()
                        .map(why -> row.says("%s", why));
    }

    private static Optional<String> retention(Row row) {
        String written = row.text("retention");
        try {
            Period period = written == null || written.isEmpty() ? null : Period.parse(written);
            boolean none = period == null && written != null;
            return row.unless(
                    none || period != null && !period.isZero() && !period.isNegative(),
                    "how long to keep must be a period such as \"P6Y\", or \"\"");
        } catch (DateTimeParseException unreadable) {
            return Optional.of(row.says("how long to keep must be a period such as \"P6Y\", not \"%s\"", written));
        }
    }

    /** The keys of a list with commas between. */
    static Stream<String> list(String written) {
        return Arrays.stream(written.split(",")).map(String::strip).filter(key -> !key.isEmpty());
    }
}
