package io.redress.verification.gathering;

import io.redress.complaint.customer.ContactProperties;
import io.redress.complaint.file.Claim;
import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Complaints;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.complaint.timeline.TimelineEntry;
import io.redress.engine.record.CaseAtHand;
import io.redress.outside.order.Order;
import io.redress.outside.order.OrderContacts;
import io.redress.outside.wire.PersonWaits;
import io.redress.outside.wire.Unavailable;
import io.redress.time.law.LegalClocks;
import io.redress.time.law.LegalEvent;
import io.redress.verification.evidence.DeliveryDate;
import io.redress.verification.evidence.Evidence;
import io.redress.verification.evidence.Evidence.Affected;
import io.redress.verification.evidence.EvidenceStore;
import io.redress.verification.evidence.Finding;
import io.redress.verification.evidence.FindingNotes;
import io.redress.verification.evidence.Findings;
import io.redress.verification.evidence.ParcelState;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The entry to verification: asks everybody who knows about a case, and stores what they said. */
@Component
public class Verification {

    private static final Logger LOG = LoggerFactory.getLogger(Verification.class);

    /** What only a carrier or a payment provider can tell, who are asked about it where it is claimed. */
    private static final Set<Claim> OWN_QUESTIONS = EnumSet.of(Claim.NOT_RECEIVED, Claim.BILLED_TWICE);

    private final Complaints complaints;
    private final Gathering gathering;
    private final EvidenceStore store;
    private final Findings findings;
    private final LegalClocks legal;
    private final ContactProperties contacts;
    private final Clock clock;
    private final TransactionTemplate anew;

    Verification(
            Complaints complaints,
            Gathering gathering,
            EvidenceStore store,
            Findings findings,
            LegalClocks legal,
            ContactProperties contacts,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.complaints = complaints;
        this.gathering = gathering;
        this.store = store;
        this.findings = findings;
        this.legal = legal;
        this.contacts = contacts;
        this.clock = clock;
        this.anew = new TransactionTemplate(transactions);
        this.anew.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Gathers the evidence of the case's present round.
     *
     * @param lastAttempt whether to go on without those who do not answer; then a person decides
     */
    @Transactional
    public Evidence gather(CaseNumber caseNumber, boolean lastAttempt) {
        return gatherAnew(complaints.get(caseNumber), lastAttempt);
    }

    private Evidence gatherAnew(Complaint complaint, boolean lastAttempt) {
        FindingNotes notes = new FindingNotes();
        return CaseAtHand.during(complaint.number(), () -> {
            Evidence evidence = gathering.gather(complaint, notes, lastAttempt);
            store.suppose(complaint, supposed(complaint, evidence, notes));
            keep(complaint, evidence, notes);
            return evidence;
        });
    }

    private Map<Claim, Evidence> supposed(Complaint complaint, Evidence evidence, FindingNotes notes) {
        boolean askedFor = complaint.claim() == null && evidence.orderFound() && evidence.identityConfirmed();
        return askedFor ? gathering.suppose(claim -> supposing(complaint.number(), claim), evidence, notes) : Map.of();
    }

    /** The case file as it would read if the complaint were about this; it is not stored. */
    public Complaint supposing(CaseNumber caseNumber, Claim claim) {
        Complaint supposed = complaints.get(caseNumber);
        supposed.isAbout(claim);
        return supposed;
    }

    /** The country that the case's order was delivered to, as in ISO 3166-1; empty where that is not known. */
    public Optional<String> market(CaseNumber caseNumber) {
        return evidence(caseNumber)
                .filter(Evidence::orderFound)
                .map(Evidence::order)
                .map(Order::deliveryAddress)
                .map(Order.Address::country)
                .filter(country -> !country.isBlank());
    }

    /**
     * What is known if the complaint is about this.
     *
     * @return empty where that has not been asked for, or nothing was gathered yet
     */
    public Optional<Evidence> evidence(Complaint complaint, Claim claim) {
        Map<Claim, Evidence> supposed = store.supposed(complaint);
        if (supposed.containsKey(claim)) {
            return Optional.of(supposed.get(claim));
        }
        boolean asked = claim == complaint.claim()
                || !OWN_QUESTIONS.contains(claim) && !OWN_QUESTIONS.contains(complaint.claim());
        return evidence(complaint.number()).filter(known -> asked || !known.orderFound());
    }

    /**
     * What went wrong by what was found, the surest first; empty where the complaint says it, or nothing points to it.
     */
    public List<Claim> claimsByFacts(Complaint complaint) {
        List<Claim> claims = new ArrayList<>();
        Map<Claim, Evidence> supposed = store.supposed(complaint);
        Optional.ofNullable(supposed.get(Claim.BILLED_TWICE))
                .filter(charged -> !charged.wrongCharges().isEmpty())
                .ifPresent(charged -> claims.add(Claim.BILLED_TWICE));
        Optional.ofNullable(supposed.get(Claim.NOT_RECEIVED))
                .filter(missing -> missing.parcelState() == ParcelState.LOST)
                .ifPresent(missing -> claims.add(Claim.NOT_RECEIVED));
        if (complaint.claim() == null
                && evidence(complaint.number())
                        .filter(known -> known.earlierFailures() > 0)
                        .isPresent()) {
            claims.add(Claim.DEFECTIVE);
        }
        return claims;
    }

    /**
     * Gathers the evidence again for a person who decides now, because what was given back or delivered since then
     * changes what is owed. Where somebody does not answer, what was known stays.
     */
    @Transactional
    public void refresh(CaseNumber caseNumber) {
        PersonWaits.during(() -> lookAgain(caseNumber)).ifPresent(unavailable -> stays(caseNumber, unavailable));
    }

    /**
     * The same for a step that is about to send something. What was known does not do where somebody was not even asked,
     * because the step comes back.
     *
     * @throws Unavailable where shop, carrier or payment provider gets no call now
     */
    @Transactional
    public void refreshBeforeSending(CaseNumber caseNumber) {
        lookAgain(caseNumber).ifPresent(unavailable -> {
            if (!unavailable.wasAsked()) {
                throw unavailable;
            }
            stays(caseNumber, unavailable);
        });
    }

    /** @return who does not answer, so that what was known stays */
    private Optional<Unavailable> lookAgain(CaseNumber caseNumber) {
        try {
            gatherAnew(complaints.get(caseNumber), false);
        } catch (Unavailable unavailable) {
            return Optional.of(unavailable);
        } catch (DataAccessException ofTheTransaction) {
            throw ofTheTransaction;
        } catch (RuntimeException broken) {
            LOG.warn("The evidence of {} cannot be gathered again; what was known stays", caseNumber, broken);
        }
        return Optional.empty();
    }

    private static void stays(CaseNumber caseNumber, Unavailable unavailable) {
        LOG.atLevel(unavailable.wasAsked() ? Level.INFO : Level.DEBUG)
                .log("Evidence of case {} is not gathered anew: {}", caseNumber, unavailable.getMessage());
    }

    /** Takes a person's word for what is affected, in place of what was found. */
    public void affects(Complaint complaint, List<Affected> chosen) {
        Evidence known = evidence(complaint.number()).orElseThrow();
        store.save(complaint, known.affecting(chosen), clock.instant());
    }

    /**
     * Judges anew who complains, after it was corrected who that is. Where it has become certain, everybody who knows
     * is asked what was not asked before; whoever does not answer now is asked again when a person decides.
     */
    @Transactional
    public void reconsider(Complaint complaint) {
        evidence(complaint.number()).ifPresent(known -> {
            FindingNotes notes = new FindingNotes();
            boolean certain = gathering.identity(complaint, known.order(), notes);
            if (certain && !known.identityConfirmed()) {
                gatherIfAnswered(complaint);
            } else {
                if (!certain && known.identityConfirmed()) {
                    store.save(complaint, known.withoutIdentity(), clock.instant());
                }
                findings.forget(complaint, "identity");
                keep(complaint, notes);
            }
        });
    }

    private void gatherIfAnswered(Complaint complaint) {
        try {
            PersonWaits.during(() -> gatherAnew(complaint, false));
        } catch (Unavailable unavailable) {
            stays(complaint.number(), unavailable);
        }
    }

    private void keep(Complaint complaint, Evidence evidence, FindingNotes notes) {
        store.save(complaint, evidence, clock.instant());
        findings.forget(complaint);
        keep(complaint, notes);
        readPhone(complaint, evidence);
        legal.look(complaint);
        DeliveryDate.of(complaint, evidence)
                .ifPresent(at -> legal.happened(complaint, LegalEvent.DELIVERED, at, TimelineEntry.ENGINE));
    }

    /** A number without its country's prefix is one of the order's country, once the order is certain to be theirs. */
    private void readPhone(Complaint complaint, Evidence evidence) {
        boolean local = complaint
                .customer()
                .phoneNumber(null)
                .filter(phone -> phone.international().isEmpty())
                .isPresent();
        if (local && evidence.orderFound() && evidence.identityConfirmed()) {
            String region =
                    OrderContacts.of(evidence.order(), contacts.region()).region();
            if (!region.equals(complaint.phoneRegion())) {
                complaints.change(complaint.number(), known -> known.phonesFrom(region));
            }
        }
    }

    private void keep(Complaint complaint, FindingNotes notes) {
        Instant now = clock.instant();
        findings.add(
                complaint,
                notes.all().stream()
                        .map(note -> new Finding(complaint.round(), note.subject(), note.verdict(), note.text(), now))
                        .toList());
    }

    /**
     * Gathers what can be had, once, for a person who decides whatever it is; in a transaction of its own, so that what
     * breaks on the way does not keep the person from deciding. Where it breaks nothing is known.
     */
    public void gatherForPerson(CaseNumber caseNumber) {
        if (evidence(caseNumber).isPresent()) {
            return;
        }
        try {
            anew.executeWithoutResult(status -> gather(caseNumber, true));
        } catch (RuntimeException broken) {
            LOG.warn("The evidence of {} cannot be gathered; a person decides without it", caseNumber, broken);
            anew.executeWithoutResult(status -> knowNothing(complaints.get(caseNumber)));
        }
    }

    private void knowNothing(Complaint complaint) {
        Instant now = clock.instant();
        store.save(complaint, Evidence.nothing(), now);
        findings.add(
                complaint,
                List.of(new Finding(
                        complaint.round(),
                        "order",
                        "open",
                        "What shop, carrier and payment provider know could not be worked out.",
                        now)));
    }

    /** The evidence gathered last; empty before the first time. */
    public Optional<Evidence> evidence(CaseNumber caseNumber) {
        return store.latest(caseNumber);
    }

    /** Every finding of the case, oldest first. */
    public List<Finding> findings(CaseNumber caseNumber) {
        return findings.of(caseNumber);
    }
}
