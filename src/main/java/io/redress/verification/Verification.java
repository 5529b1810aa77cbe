package io.redress.verification;

import io.redress.complaint.CaseNumber;
import io.redress.complaint.Complaint;
import io.redress.complaint.Complaints;
import io.redress.complaint.TimelineEntry;
import io.redress.deadline.LegalClocks;
import io.redress.deadline.LegalEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks everybody who knows, and keeps what they said. */
@Component
public class Verification {

    private final Complaints complaints;
    private final Gathering gathering;
    private final EvidenceStore store;
    private final Findings findings;
    private final LegalClocks legal;
    private final Clock clock;

    Verification(
            Complaints complaints,
            Gathering gathering,
            EvidenceStore store,
            Findings findings,
            LegalClocks legal,
            Clock clock) {
        this.complaints = complaints;
        this.gathering = gathering;
        this.store = store;
        this.findings = findings;
        this.legal = legal;
        this.clock = clock;
    }

    /**
     * Gathers the evidence of the case's present round.
     *
     * @param lastAttempt whether to go on without those who do not answer; then a person decides
     */
    @Transactional
    public Evidence gather(CaseNumber caseNumber, boolean lastAttempt) {
        Complaint complaint = complaints.get(caseNumber);
        FindingNotes notes = new FindingNotes();
        Evidence evidence = gathering.gather(complaint, notes, lastAttempt);
        Instant now = clock.instant();
        store.save(complaint, evidence, now);
        findings.forget(caseNumber.value(), complaint.round());
        notes.all()
                .forEach(note -> findings.save(new Finding(
                        null,
                        caseNumber.value(),
                        complaint.round(),
                        note.subject(),
                        note.verdict(),
                        note.text(),
                        now)));
        legal.look(complaint);
        DeliveryDate.of(complaint, evidence)
                .ifPresent(at -> legal.happened(complaint, LegalEvent.DELIVERED, at, TimelineEntry.ENGINE));
        return evidence;
    }

    /** The evidence gathered last; empty before the first time. */
    public Optional<Evidence> evidence(CaseNumber caseNumber) {
        return store.latest(caseNumber);
    }

    /** Every finding of the case, oldest first. */
    public List<Finding> findings(CaseNumber caseNumber) {
        return findings.findByCaseNumberOrderById(caseNumber.value());
    }
}
