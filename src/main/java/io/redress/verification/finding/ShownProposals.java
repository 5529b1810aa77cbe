package io.redress.verification.finding;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Complaints;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.core.input.RefusedInput;
import io.redress.verification.finding.ProposedRemedies.Proposed;
import io.redress.verification.gathering.Verification;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The proposals that a form showed, compared with what would be done now. Where facts have changed since it was opened,
 * whoever decides is told the new figures once, and then decides on them or does not.
 */
@Component
public class ShownProposals {

    /** The field that brings the digest of what was shown; whoever sends none takes what is computed now. */
    public static final String FIELD = "proposalShown";

    /** What a form sends that could not show what would be done. */
    private static final String NOT_SHOWN = "not shown";

    private final Complaints complaints;
    private final ProposedRemedies proposed;
    private final AffectedChoices choices;
    private final Verification verification;
    private final JdbcClient jdbc;
    private final TransactionTemplate anew;
    private final Clock clock;

    ShownProposals(
            Complaints complaints,
            ProposedRemedies proposed,
            AffectedChoices choices,
            Verification verification,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.complaints = complaints;
        this.proposed = proposed;
        this.choices = choices;
        this.verification = verification;
        this.jdbc = jdbc;
        this.anew = new TransactionTemplate(transactions);
        this.anew.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /**
     * Lets a verdict pass that leads to what was shown.
     *
     * @param shown the digest of what was shown, {@code null} where nothing was
     * @throws RefusedInput where it comes to something else, or to nothing that the fees that were chosen could go with
     */
    public void check(CaseNumber caseNumber, Verdict verdict, String shown) {
        if (!verdict.verdict().isInFavour()) {
            return;
        }
        Complaint complaint = complaints.get(caseNumber);
        AffectedChoice choice = choices.of(verdict);
        boolean feeChosen =
                Boolean.TRUE.equals(choice.deliveryFee()) || !choice.fees().isEmpty();
        if (shown == null && !feeChosen) {
            return;
        }
        Proposed now = proposed.of(complaint, verdict);
        if (feeChosen && !now.paysBack()) {
            throw new RefusedInput(
                    choice.fees().isEmpty() ? AffectedChoice.DELIVERY_FEE : AffectedChoice.FEES,
                    "Nothing is paid back with this remedy, so no fee is, either. Choose a refund.");
        }
        if (shown != null && !now.digest().equals(shown) && !wasTold(caseNumber, verdict.foundBy(), now)) {
            anew.executeWithoutResult(status -> tell(caseNumber, verdict.foundBy(), now));
            lookAgainOnceRefused(caseNumber);
            throw new RefusedInput(
                    FIELD,
                    "%s: %s Complete it once more to have that done."
                            .formatted(
                                    shown.equals(NOT_SHOWN)
                                            ? "The form could not show it before"
                                            : "It has changed since the form was opened",
                                    now.inWords()));
        }
    }

    /** So that the form shows what was told when it is opened the next time: all else is rolled back. */
    private void lookAgainOnceRefused(CaseNumber caseNumber) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int outcome) {
                anew.executeWithoutResult(status -> verification.refresh(caseNumber));
            }
        });
    }

    private boolean wasTold(CaseNumber caseNumber, String person, Proposed now) {
        return jdbc.sql("""
                        select exists (select 1 from redress.proposal_told
                         where case_number = :caseNumber and person = :person and digest = :digest)""")
                .param("caseNumber", caseNumber.value())
                .param("person", person)
                .param("digest", now.digest())
                .query(Boolean.class)
                .single();
    }

    private void tell(CaseNumber caseNumber, String person, Proposed now) {
        jdbc.sql("""
                        insert into redress.proposal_told values (:caseNumber, :person, :digest, :now)
                        on conflict (case_number, person) do update set digest = :digest, told_at = :now""")
                .param("caseNumber", caseNumber.value())
                .param("person", person)
                .param("digest", now.digest())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
