package io.redress.verification.safety.web;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.core.input.Problem;
import io.redress.core.input.RefusedInput;
import io.redress.core.input.Years;
import io.redress.people.visibility.Visibility;
import io.redress.verification.safety.SafetyRecord;
import io.redress.verification.safety.SafetyRegister;
import io.redress.verification.safety.web.SafetyView.ChangeView;
import io.redress.verification.safety.web.SafetyView.DutyView;
import io.redress.verification.safety.web.SafetyView.RowView;
import io.redress.verification.safety.web.SafetyView.ToldView;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The safety register in the words of API and file. */
@Component
class SafetyViews {

    private static final Set<String> ASKED = Set.of("from", "to");
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(9999, 1, 1);

    private final SafetyRegister register;
    private final Visibility visibility;
    private final ZoneId zone;

    SafetyViews(SafetyRegister register, Visibility visibility, @Value("${redress.zone}") ZoneId zone) {
        this.register = register;
        this.visibility = visibility;
        this.zone = zone;
    }

    /**
     * The rows of what was reported on these days, of cases that the reader may see.
     *
     * @param asked {@code from} and {@code to}, days in the team's zone, both included; each may be missing
     * @throws RefusedInput where one is no day, they are the wrong way round, or anything else is asked for
     */
    SafetyView of(Map<String, String> asked, String reader) {
        List<Problem> unknown = asked.keySet().stream()
                .filter(name -> !ASKED.contains(name))
                .map(name -> new Problem(name, "This parameter is not known."))
                .toList();
        if (!unknown.isEmpty()) {
            throw new RefusedInput(unknown);
        }
        LocalDate from = day("from", asked.get("from"), EARLIEST);
        LocalDate to = day("to", asked.get("to"), LATEST);
        if (to.isBefore(from)) {
            throw new RefusedInput("to", "Must not lie before from.");
        }
        List<SafetyRecord.Entry> found = register.between(
                from.atStartOfDay(zone).toInstant(),
                to.plusDays(1).atStartOfDay(zone).toInstant());
        Set<CaseNumber> visible = visibility.visible(
                reader, found.stream().map(entry -> entry.record().caseNumber()).toList());
        return new SafetyView(found.stream()
                .filter(entry -> visible.contains(entry.record().caseNumber()))
                .map(this::row)
                .toList());
    }

    private static LocalDate day(String field, String given, LocalDate otherwise) {
        if (given == null || given.isBlank()) {
            return otherwise;
        }
        try {
            LocalDate day = Years.near(LocalDate.parse(given.strip()));
            if (!day.isBefore(EARLIEST)) {
                return day;
            }
        } catch (DateTimeException noDay) {
            throw new RefusedInput(field, "Must be a day such as 2026-11-24.");
        }
        throw new RefusedInput(field, "Must be a day from the year 2000 on.");
    }

    RowView row(SafetyRecord.Entry entry) {
        SafetyRecord record = entry.record();
        return new RowView(
                record.id().toString(),
                record.caseNumber().value(),
                record.article(),
                record.batch(),
                record.hazard(),
                record.injury(),
                utc(record.reportedAt()),
                entry.told().stream()
                        .map(told -> new ToldView(told.to(), utc(told.at())))
                        .toList(),
                entry.duties().stream()
                        .map(duty -> new DutyView(
                                duty.name(), duty.source(), utc(duty.dueAt()), utc(duty.endedAt()), duty.state()))
                        .toList(),
                record.authority(),
                utc(record.authorityToldAt()),
                utc(record.struckAt()),
                record.struckBy(),
                record.struckBecause(),
                entry.changes().stream()
                        .map(change -> new ChangeView(
                                utc(change.at()), change.by(), change.field(), change.before(), change.after()))
                        .toList());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
