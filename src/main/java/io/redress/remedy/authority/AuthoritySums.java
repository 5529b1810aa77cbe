package io.redress.remedy.authority;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.complaint.timeline.TimelineEntry;
import io.redress.core.database.Locks;
import io.redress.core.database.TransactionMemory;
import io.redress.verification.evidence.CaseTraits;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The sums of what a decision is about. Whoever asks for them waits for everybody who decides or approves for the same
 * customer, or in the same person's name, until they are done: of two at the same moment the second sees the first.
 */
@Component
class AuthoritySums {

    private static final Duration DAY = Duration.ofHours(24);
    private static final Set<String> TABLES = Set.of("remedy", "case_trait", "authority_check");

    private final Spending spending;
    private final CaseTraits traits;
    private final Locks locks;
    private final TransactionMemory memory;
    private final Clock clock;

    AuthoritySums(Spending spending, CaseTraits traits, Locks locks, TransactionMemory memory, Clock clock) {
        this.spending = spending;
        this.traits = traits;
        this.locks = locks;
        this.memory = memory;
        this.clock = clock;
    }

    /** For whoever decides; the case's proposals are in the ledger already. */
    @Transactional(propagation = Propagation.MANDATORY)
    AuthorityQuestion ofDecision(CaseNumber caseNumber, String decidedBy, String role) {
        return of(caseNumber, decidedBy, role, BigDecimal.ZERO);
    }

    /** For whoever approves, as if they decided it. */
    @Transactional(propagation = Propagation.MANDATORY)
    AuthorityQuestion ofApproval(CaseNumber caseNumber, String authorityOf, String role) {
        return of(caseNumber, authorityOf, role, spending.ofCase(caseNumber));
    }

    private AuthorityQuestion of(CaseNumber caseNumber, String person, String role, BigDecimal beside) {
        return memory.of(
                TABLES, List.of(caseNumber, person, role, beside), () -> read(caseNumber, person, role, beside));
    }

    private AuthorityQuestion read(CaseNumber caseNumber, String person, String role, BigDecimal beside) {
        List<String> shared = new ArrayList<>();
        traits.customerKeys(caseNumber).forEach(key -> shared.add("customer " + key));
        boolean byPerson = !person.equals(TimelineEntry.ENGINE);
        if (byPerson) {
            shared.add("decider " + person);
        }
        locks.hold(shared);
        List<String> currencies = spending.currencies(caseNumber);
        // Two currencies have no sum, and so no limit: the table sends what it does not list to a person.
        String currency = String.join("+", currencies);
        Instant since = clock.instant().minus(DAY);
        return new AuthorityQuestion(
                role,
                currency,
                spending.ofCase(caseNumber),
                spending.ofCustomer(caseNumber, currency, since),
                byPerson
                        ? spending.ofPerson(person, caseNumber, currency, since).add(beside)
                        : BigDecimal.ZERO);
    }
}
