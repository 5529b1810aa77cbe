package io.redress.verification.safety;

import io.redress.complaint.timeline.CaseNumber;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One row of the safety register: an accident or a danger that a case reports. What nobody has written yet is
 * {@code null}.
 *
 * @param reportedAt when it reached us
 * @param article what it happened with
 * @param authority the authority that was told of it
 * @param struckBecause why the row was struck; such a row stays, and counts for nothing
 */
public record SafetyRecord(
        UUID id,
        CaseNumber caseNumber,
        Instant reportedAt,
        String article,
        String batch,
        String hazard,
        String injury,
        String authority,
        Instant authorityToldAt,
        Instant struckAt,
        String struckBy,
        String struckBecause) {

    public boolean isStruck() {
        return struckAt != null;
    }

    /** A change of one field. */
    public record Change(Instant at, String by, String field, String before, String after) {}

    /**
     * The duty to tell an authority, by a row of {@code legal-deadline.dmn}.
     *
     * @param name the clock's name
     * @param source the law
     * @param state {@code running}, {@code overdue}, {@code met}, {@code late} or {@code released}
     */
    public record Duty(String name, String source, Instant dueAt, Instant endedAt, String state) {}

    /** A row with everything that belongs to it. @param told who was told of it when */
    public record Entry(SafetyRecord record, List<DangerAlert.Told> told, List<Duty> duties, List<Change> changes) {}
}
