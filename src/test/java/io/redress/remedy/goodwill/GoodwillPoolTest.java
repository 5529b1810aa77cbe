package io.redress.remedy.goodwill;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.answer.Registered;
import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Complaints;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.complaint.timeline.TimelineEntry;
import io.redress.core.database.Locks;
import io.redress.remedy.goodwill.GoodwillCodes.Kind;
import io.redress.remedy.goodwill.GoodwillCodes.NewCode;
import io.redress.remedy.ledger.Proposal;
import io.redress.remedy.ledger.RemedyLedger;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Pool and budget hold where several nodes reach into them at the same moment. */
@SandboxTest
class GoodwillPoolTest {

    private static final Money PRICE = Money.parse("CHF 10.00");

    @Autowired
    private SandboxDriver world;

    @Autowired
    private GoodwillCodes codes;

    @Autowired
    private RemedyLedger ledger;

    @Autowired
    private Complaints complaints;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Locks locks;

    @Autowired
    private Clock clock;

    private Complaint complaint;

    @BeforeEach
    void file() {
        Registered filed = world.as("stranger")
                .post()
                .uri("/api/complaints")
                .body(Map.of(
                        "description",
                        "A case to give something to.",
                        "customer",
                        Map.of("email", UUID.randomUUID() + "@example.org")))
                .retrieve()
                .body(Registered.class);
        complaint = complaints.get(new CaseNumber(filed.caseNumber()));
    }

    @Test
    void twoAtOnceGetTwoCodesAndAThirdGetsNone() throws Exception {
        fill("CHF 20.00", "CHF 10.00", "CHF 9.00");

        List<Optional<String>> given = atOnce(3, this::give);

        assertThat(given.stream().flatMap(Optional::stream))
                .doesNotHaveDuplicates()
                .hasSize(2);
        assertThat(give()).as("the smaller voucher is no substitute").isEmpty();
    }

    @Test
    void codeOfWhatWasLetGoBeforeItWasSentIsGivenToSomebodyElse() {
        fill("CHF 11.00");
        String code = give().orElseThrow();
        assertThat(give()).isEmpty();

        ledger.of(complaint.number()).forEach(remedy -> ledger.letGo(remedy, TimelineEntry.CUSTOMER, "Taken back"));

        assertThat(give()).contains(code);
    }

    @Test
    void budgetIsNotOverspentByManyAtOnce() throws Exception {
        var properties = new GoodwillProperties(
                ZoneOffset.UTC, new GoodwillProperties.Settings(Map.of("sek", "25.00"), 0, 12, Duration.ofDays(365)));
        var budget = new GoodwillBudget(jdbc, locks, properties, clock);

        List<Optional<String>> granted = atOnce(
                4,
                () -> transaction.execute(status -> Optional.of(Money.parse("SEK 10.00"))
                        .filter(budget::hasRoomFor)
                        .map(money -> write(money).toString())));

        assertThat(granted.stream().flatMap(Optional::stream)).hasSize(2);
        assertThat(transaction.<Boolean>execute(status -> budget.hasRoomFor(Money.parse("NOK 0.01"))))
                .as("a currency that is not listed")
                .isFalse();
    }

    private Optional<String> give() {
        return transaction.execute(status -> codes.voucher(PRICE).map(code -> {
            codes.give(code, write(code.value()));
            return code.code();
        }));
    }

    private UUID write(Money worth) {
        return ledger.addProposed(complaint, Proposal.goodwill(worth, null, null), TimelineEntry.ENGINE);
    }

    private void fill(String... values) {
        codes.add(
                Stream.of(values)
                        .map(value -> new NewCode(
                                Kind.VOUCHER,
                                UUID.randomUUID().toString(),
                                Money.parse(value),
                                clock.instant().plus(Duration.ofDays(90))))
                        .toList(),
                "manager");
    }

    private static <T> List<T> atOnce(int threads, java.util.concurrent.Callable<T> work) throws Exception {
        var barrier = new CyclicBarrier(threads);
        var pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<T>> running = Stream.generate(() -> pool.submit(() -> {
                        barrier.await();
                        return work.call();
                    }))
                    .limit(threads)
                    .toList();
            List<T> results = new java.util.ArrayList<>();
            for (Future<T> one : running) {
                results.add(one.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }
}
