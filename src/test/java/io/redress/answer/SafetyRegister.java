package io.redress.answer;

import java.time.Instant;
import java.util.List;

/** The register of accidents and hazards. */
public record SafetyRegister(List<SafetyRecord> items) {

    public record SafetyRecord(
            String id,
            String caseNumber,
            String article,
            String batch,
            String hazard,
            String injury,
            Instant reportedAt,
            List<SafetyTold> told,
            List<SafetyDuty> duties,
            String authority,
            Instant authorityToldAt,
            Instant struckAt,
            String struckBy,
            String struckBecause,
            List<SafetyChange> changes) {}

    public record SafetyTold(String to, Instant at) {}

    public record SafetyDuty(String clock, String source, Instant dueAt, Instant endedAt, String state) {}

    public record SafetyChange(Instant at, String by, String field, String before, String after) {}
}
