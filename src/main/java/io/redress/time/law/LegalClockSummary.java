package io.redress.time.law;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.time.clock.CaseClock;
import io.redress.time.clock.Deadlines;
import io.redress.time.law.LegalRows.Happened;
import io.redress.time.law.LegalRows.Law;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The legal clocks of a case, for forms and the API. */
@Component
public class LegalClockSummary {

    private final Deadlines deadlines;
    private final LegalRows rows;

    LegalClockSummary(Deadlines deadlines, LegalRows rows) {
        this.deadlines = deadlines;
        this.rows = rows;
    }

    /** Every legal clock of the case, oldest first. */
    public List<LegalClock> of(CaseNumber caseNumber) {
        Map<Long, Law> laws = byClock(caseNumber);
        return laws.isEmpty()
                ? List.of()
                : deadlines.of(caseNumber).stream()
                        .filter(known -> laws.containsKey(known.id()))
                        .map(known -> clock(known, laws.get(known.id())))
                        .toList();
    }

    /** The law or agreement behind each legal clock of the case, by the clock's id. */
    public Map<Long, String> sources(CaseNumber caseNumber) {
        return rows.laws(caseNumber).stream().collect(Collectors.toMap(Law::clockId, Law::source));
    }

    /** Until when the case has to be kept, the longest of what its laws say; empty where none says so. */
    public Optional<LocalDate> keepUntil(CaseNumber caseNumber) {
        return rows.laws(caseNumber).stream()
                .filter(law -> !law.country().equals(LegalRows.NOWHERE))
                .map(Law::keepUntil)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder());
    }

    /** The clocks that count from what happened. */
    List<LegalClock> of(CaseNumber number, Happened happened) {
        Map<Long, Law> laws = byClock(number);
        return of(number).stream()
                .filter(one -> laws.get(one.clock().id()).isOf(happened))
                .toList();
    }

    /** The law behind each legal clock of the case, by the clock's id. */
    Map<Long, Law> byClock(CaseNumber number) {
        return rows.laws(number).stream().collect(Collectors.toMap(Law::clockId, Function.identity()));
    }

    private static LegalClock clock(CaseClock known, Law law) {
        return new LegalClock(known, law.event(), law.source(), law.letterParts(), law.keepUntil());
    }
}
