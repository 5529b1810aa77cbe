package io.redress.remedy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.complaint.CaseNumber;
import io.redress.complaint.Complaints;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import io.redress.verification.Evidence;
import io.redress.verification.Verification;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

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
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcClient jdbc;

    private CaseNumber caseNumber;

    @BeforeEach
    void file() {
        caseNumber = KettleCase.file(world, verification);
    }

    @Test
    void parcelThatMayNotHaveLeftIsNotTakenForShipped() throws Exception {
        Evidence evidence = verification.evidence(caseNumber).orElseThrow();
        Remedy replacement = approved(Proposal.replacement(
                Money.parse("EUR 59.95"), evidence.order().number(), RefundProposals.pieces(evidence.affected())));

        Step step = whileAnotherSends(replacement, () -> replacements.orderNext(caseNumber));

        assertThat(step).isEqualTo(Step.NEXT);
        assertThat(replacements.orderNext(caseNumber)).isEqualTo(Step.SHIPPED);
        assertThat(world.shipments(caseNumber.value())).hasSize(1);
    }

    @Test
    void goodwillThatMayNotHaveBeenGivenIsNotTakenForGiven() throws Exception {
        Evidence evidence = verification.evidence(caseNumber).orElseThrow();
        Remedy credit = approved(Proposal.goodwill(
                Money.parse("EUR 5.00"),
                evidence.customerReference(),
                evidence.order().number()));

        Step step = whileAnotherSends(credit, () -> goodwill.grant(caseNumber));

        assertThat(step).isEqualTo(Step.DONE);
        assertThat(ledger.get(credit.id()).status()).isEqualTo(RemedyStatus.SETTLED);
    }

    private Remedy approved(Proposal proposal) {
        UUID id = ledger.addApproved(complaints.get(caseNumber), proposal, "handler", "lead");
        return ledger.get(id);
    }

    private Step whileAnotherSends(Remedy remedy, Callable<Step> overtaken) throws Exception {
        FutureTask<Step> second = new FutureTask<>(overtaken);
        new TransactionTemplate(transactions).executeWithoutResult(first -> {
            RemedyRows.Why why = new RemedyRows.Why("redress", "The other node was quicker.");
            transitions.move(remedy, RemedyStatus.SENT, RemedyRows.Noted.NOTHING, why);
            transitions.move(remedy, RemedyStatus.UNKNOWN, RemedyRows.Noted.NOTHING, why);
            int connection =
                    jdbc.sql("select pg_backend_pid()").query(Integer.class).single();
            new Thread(second, "overtaken").start();
            await().until(() -> second.isDone() || isWaitedFor(connection));
        });
        try {
            return second.get();
        } catch (ExecutionException broken) {
            throw new AssertionError(broken.getCause());
        }
    }

    private boolean isWaitedFor(int connection) {
        return jdbc.sql("select exists (select 1 from pg_stat_activity where :connection = any(pg_blocking_pids(pid)))")
                .param("connection", connection)
                .query(Boolean.class)
                .single();
    }
}
