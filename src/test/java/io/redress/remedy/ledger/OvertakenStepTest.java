package io.redress.remedy.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.complaint.file.Complaints;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.remedy.goodwill.Goodwill;
import io.redress.remedy.replacement.Replacements;
import io.redress.sandbox.Overtaking;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import io.redress.verification.evidence.Evidence;
import io.redress.verification.gathering.Verification;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A node is held up for longer than its job is locked, the other node takes the job, and both see the remedy approved:
 * the one that comes second finds it sent, with an outcome that nobody knows yet.
 */
@SandboxTest
class OvertakenStepTest {

    @Autowired
    private SandboxDriver world;

    @Autowired
    private Verification verification;

    @Autowired
    private Complaints complaints;

    @Autowired
    private RemedyLedger ledger;

    @Autowired
    private Transitions transitions;

    @Autowired
    private Replacements replacements;

    @Autowired
    private Goodwill goodwill;

    @Autowired
    private Overtaking overtaking;

    private CaseNumber caseNumber;

    @BeforeEach
    void file() {
        caseNumber = KettleCase.file(world, verification);
    }

    @Test
    void parcelThatMayNotHaveLeftIsNotTakenForShipped() throws Exception {
        Evidence evidence = verification.evidence(caseNumber).orElseThrow();
        Set<Remedy.Item> pieces = evidence.affected().stream()
                .map(part -> Remedy.Item.pieces(part.line(), part.sku(), part.quantity()))
                .collect(Collectors.toSet());
        Remedy replacement = approved(
                Proposal.replacement(Money.parse("EUR 59.95"), evidence.order().number(), pieces));

        RemedyProgress step = whileAnotherSends(replacement, () -> replacements.orderNext(caseNumber));

        assertThat(step).isEqualTo(RemedyProgress.NEXT);
        assertThat(replacements.orderNext(caseNumber)).isEqualTo(RemedyProgress.SHIPPED);
        assertThat(world.shipments(caseNumber.value())).hasSize(1);
    }

    @Test
    void goodwillThatMayNotHaveBeenGivenIsNotTakenForGiven() throws Exception {
        Evidence evidence = verification.evidence(caseNumber).orElseThrow();
        Remedy credit = approved(Proposal.goodwill(
                Money.parse("EUR 5.00"),
                evidence.customerReference(),
                evidence.order().number()));

        RemedyProgress step = whileAnotherSends(credit, () -> goodwill.grant(caseNumber));

        assertThat(step).isEqualTo(RemedyProgress.DONE);
        assertThat(ledger.get(credit.id()).status()).isEqualTo(RemedyStatus.SETTLED);
    }

    private Remedy approved(Proposal proposal) {
        UUID id = ledger.addApproved(complaints.get(caseNumber), proposal, "handler", "lead");
        return ledger.get(id);
    }

    private RemedyProgress whileAnotherSends(Remedy remedy, Callable<RemedyProgress> overtaken) throws Exception {
        RemedyRows.Why why = new RemedyRows.Why("redress", "The other node was quicker.");
        return overtaking.by(
                () -> {
                    transitions.move(remedy, RemedyStatus.SENT, RemedyRows.Noted.NOTHING, why);
                    transitions.move(remedy, RemedyStatus.UNKNOWN, RemedyRows.Noted.NOTHING, why);
                },
                overtaken);
    }
}
