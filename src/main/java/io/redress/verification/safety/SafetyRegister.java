package io.redress.verification.safety;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Complaints;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.complaint.timeline.Timeline;
import io.redress.complaint.timeline.TimelineEntry;
import io.redress.complaint.timeline.TimelineKind;
import io.redress.core.input.Problem;
import io.redress.core.input.RefusedInput;
import io.redress.time.clock.CaseClock;
import io.redress.time.law.LegalClock;
import io.redress.time.law.LegalClockSummary;
import io.redress.time.law.LegalClocks;
import io.redress.time.law.LegalEvent;
import io.redress.verification.safety.SafetyRecord.Change;
import io.redress.verification.safety.SafetyRecord.Duty;
import io.redress.verification.safety.SafetyRecord.Entry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of accidents and dangers: which article, which batch, what happened to whom, who was told when, and by when
 * an authority has to be. Each case of certain danger has one row; what was changed in it, and by whom, stays readable.
 */
@Component
public class SafetyRegister {

    private static final int MOST = 10_000;

    private final SafetyRows rows;
    private final Complaints complaints;
    private final LegalClocks legal;
    private final LegalClockSummary laws;
    private final DangerAlert alert;
    private final KnownArticles articles;
    private final Timeline timeline;
    private final Clock clock;

    SafetyRegister(
            SafetyRows rows,
            Complaints complaints,
            LegalClocks legal,
            LegalClockSummary laws,
            DangerAlert alert,
            KnownArticles articles,
            Timeline timeline,
            Clock clock) {
        this.rows = rows;
        this.complaints = complaints;
        this.legal = legal;
        this.laws = laws;
        this.alert = alert;
        this.articles = articles;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** Opens the row of a case, whose duty counts from when we learned of it; one that was struck counts again. */
    @Transactional
    void open(Complaint complaint, Instant now) {
        CaseNumber number = complaint.number();
        rows.open(number, now, now);
        SafetyRecord record = rows.of(number).orElseThrow();
        if (record.isStruck()) {
            rows.save(struck(record, null, null, null));
            note(record, TimelineEntry.ENGINE, "struck", record.struckBecause(), null, now);
        }
        legal.happened(complaint, LegalEvent.PERSON_ENDANGERED, now, TimelineEntry.ENGINE);
    }

    /** Strikes the row of a case, because nobody was hurt or in danger after all. */
    @Transactional
    void strike(CaseNumber caseNumber, String person, String reason) {
        rows.of(caseNumber).filter(record -> !record.isStruck()).ifPresent(record -> {
            Instant now = clock.instant();
            rows.save(struck(record, now, person, reason));
            note(record, person, "struck", null, reason, now);
            legal.noLongerOwed(complaints.get(caseNumber), LegalEvent.PERSON_ENDANGERED);
        });
    }

    /**
     * Writes into the row of a case.
     *
     * @throws RefusedInput naming what is wrong, or where the case has no row
     */
    @Transactional
    public void change(CaseNumber caseNumber, SafetyChange change, String person) {
        if (!change.isEmpty()) {
            SafetyRecord record = rows.of(caseNumber)
                    .orElseThrow(() -> new RefusedInput(
                            "article",
                            "Only a case in which somebody was hurt or in danger is in the safety register."));
            change(record, change, person);
        }
    }

    /** The case that a row is about; empty where there is no such row. */
    public Optional<CaseNumber> caseOf(UUID id) {
        return rows.find(id).map(SafetyRecord::caseNumber);
    }

    /**
     * Writes into a row.
     *
     * @return the row as it is then; empty where there is none
     * @throws RefusedInput naming what is wrong
     */
    @Transactional
    public Optional<Entry> change(UUID id, SafetyChange change, String person) {
        Optional<SafetyRecord> record = rows.find(id);
        record.ifPresent(known -> change(known, change, person));
        return rows.find(id).map(this::entry);
    }

    private void change(SafetyRecord record, SafetyChange change, String person) {
        Instant now = clock.instant();
        List<Problem> problems = change.problems(now);
        if (!problems.isEmpty()) {
            throw new RefusedInput(problems);
        }
        if (record.isStruck()) {
            throw new RefusedInput("id", "This row was struck: " + record.struckBecause());
        }
        SafetyRecord changed = new SafetyRecord(
                record.id(),
                record.caseNumber(),
                record.reportedAt(),
                changed(record, person, "article", record.article(), change.article(), now),
                changed(record, person, "batch", record.batch(), change.batch(), now),
                changed(record, person, "hazard", record.hazard(), change.hazard(), now),
                changed(record, person, "injury", record.injury(), change.injury(), now),
                changed(record, person, "authority", record.authority(), change.authority(), now),
                changed(record, person, "authorityToldAt", record.authorityToldAt(), change.authorityToldAt(), now),
                null,
                null,
                null);
        if (changed.equals(record)) {
            return;
        }
        rows.save(changed);
        timeline.add(record.caseNumber(), person, TimelineKind.SAFETY_RECORD, "The safety register was written");
        if (change.authorityToldAt() != null) {
            told(record.caseNumber(), change.authorityToldAt(), person);
        }
    }

    /** What was told before we knew that it was owed is told all the same. */
    private void told(CaseNumber caseNumber, Instant at, String person) {
        Complaint complaint = complaints.get(caseNumber);
        duties(caseNumber)
                .filter(one -> one.clock().isRunning())
                .forEach(one -> legal.met(
                        complaint,
                        one.clock().subject(),
                        at.isBefore(one.clock().startedAt()) ? one.clock().startedAt() : at,
                        person));
    }

    private <T> T changed(SafetyRecord record, String person, String field, T before, T after, Instant now) {
        if (after == null || after.equals(before)) {
            return before;
        }
        note(record, person, field, Objects.toString(before, null), after.toString(), now);
        return after;
    }

    private void note(SafetyRecord record, String by, String field, String before, String after, Instant now) {
        rows.note(record.id(), new Change(now, by, field, before, after));
    }

    /**
     * The rows of what was reported in a stretch of time, oldest first.
     *
     * @param to the first instant that is not wanted any more
     */
    public List<Entry> between(Instant from, Instant to) {
        return rows.between(from, to, MOST).stream().map(this::entry).toList();
    }

    /** The row of a case; empty where it has none. */
    public Optional<Entry> of(CaseNumber caseNumber) {
        return rows.of(caseNumber).map(this::entry);
    }

    private Entry entry(SafetyRecord record) {
        SafetyRecord shown = record.article() != null
                ? record
                : new SafetyRecord(
                        record.id(),
                        record.caseNumber(),
                        record.reportedAt(),
                        articles.of(complaints.get(record.caseNumber())),
                        record.batch(),
                        record.hazard(),
                        record.injury(),
                        record.authority(),
                        record.authorityToldAt(),
                        record.struckAt(),
                        record.struckBy(),
                        record.struckBecause());
        return new Entry(
                shown,
                alert.told(record.caseNumber()),
                duties(record.caseNumber()).map(this::duty).toList(),
                rows.changes(record.id()));
    }

    private Stream<LegalClock> duties(CaseNumber caseNumber) {
        return laws.of(caseNumber).stream()
                .filter(one -> one.event() == LegalEvent.PERSON_ENDANGERED)
                .filter(one -> one.clock().kind().isOwed());
    }

    private Duty duty(LegalClock one) {
        CaseClock duty = one.clock();
        return new Duty(
                duty.subject(),
                one.source(),
                duty.dueAt(clock.instant()),
                duty.endedAt().orElse(null),
                state(duty));
    }

    private String state(CaseClock duty) {
        if (duty.isStopped()) {
            return "released";
        }
        boolean late = !duty.lateness(clock.instant()).isZero();
        if (duty.isRunning()) {
            return late ? "overdue" : "running";
        }
        return late ? "late" : "met";
    }

    private static SafetyRecord struck(SafetyRecord record, Instant at, String by, String because) {
        return new SafetyRecord(
                record.id(),
                record.caseNumber(),
                record.reportedAt(),
                record.article(),
                record.batch(),
                record.hazard(),
                record.injury(),
                record.authority(),
                record.authorityToldAt(),
                at,
                by,
                because);
    }
}
