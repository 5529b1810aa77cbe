package io.redress.verification.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.redress.complaint.customer.ContactProperties;
import io.redress.complaint.file.Channel;
import io.redress.complaint.file.Claim;
import io.redress.complaint.file.Complaint;
import io.redress.complaint.search.PastCases;
import io.redress.complaint.search.PastCasesFixture;
import io.redress.complaint.search.SameComplaint;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.engine.settings.CountedStatements;
import io.redress.engine.settings.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A phone number, an address or an order number with thousands of cases, as of a gateway that sends its own: each question
 * that the next case asks is one statement, and reads as little as with none before.
 */
@TestInstance(Lifecycle.PER_CLASS)
class BusyContactTest {

    private static final int CASES = 5_000;
    private static final String PHONE = "+49301234567";
    private static final String MAIL = "gateway@example.org";
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private CountedStatements database;
    private JdbcClient jdbc;
    private TransactionTemplate transaction;
    private PastCases pastCases;
    private EarlierCases earlierCases;

    @BeforeAll
    void open() {
        database = new CountedStatements(TestDatabase.migrated());
        jdbc = JdbcClient.create(database);
        transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        pastCases = PastCasesFixture.of(jdbc);
        earlierCases = new EarlierCases(
                pastCases, new CaseTraits(jdbc, new ContactProperties("DE")), Clock.fixed(NOW, ZoneOffset.UTC));
        jdbc.sql("""
                        insert into redress.complaint (case_number, version, channel, claim, complainant_role, client, vouched,
                          customer_email, customer_phone, customer_mailbox, customer_dialling, order_number, tracking_code,
                          description, received_at, created_at, status, owner, priority, team, round, question_open)
                        select 'C-2026-' || lpad(n::text, 6, '0'), 0, 'PHONE', 'NOT_RECEIVED', 'BUYER', 'system', true,
                          :mail, :phone, :mail, :phone, '0', 'T-' || n, case when n % 2 = 0 then 'Where is it?' else 'Lost ' || n end,
                          cast(:now as timestamptz) - interval '10 hours' + n * interval '1 second',
                          cast(:now as timestamptz) - interval '10 hours' + n * interval '1 second',
                          case when n % 50 = 0 then 'VERIFYING' else 'CLOSED' end, 'handler' || n % 3, 50, 'handlers', 1, false
                          from generate_series(1, :cases) n""")
                .param("mail", MAIL)
                .param("phone", PHONE)
                .param("now", NOW.toString())
                .param("cases", CASES)
                .update();
        jdbc.sql("""
                        insert into redress.complaint (case_number, version, channel, claim, complainant_role, client, vouched,
                          external_id, customer_phone, customer_dialling, order_number,
                          description, received_at, created_at, status, priority, team, round, question_open)
                        select 'C-2026-' || lpad((n + 100000)::text, 6, '0'), 0, 'PHONE', 'NOT_RECEIVED', 'BUYER', 'system', true,
                          'call-' || n, :phone, :phone, '0', 'Missed call', created_at, created_at, 'VERIFYING', 50, 'handlers', 1, false
                          from generate_series(1, :cases) n,
                            lateral (select cast(:now as timestamptz) - interval '9 hours' + n * interval '1 second' as created_at) at""")
                .param("phone", PHONE)
                .param("now", NOW.toString())
                .param("cases", CASES)
                .update();
        jdbc.sql("""
                        insert into redress.case_trait (case_number, kind, hash, opened_at)
                        select case_number, kind, 'same', created_at from redress.complaint, unnest(array['EMAIL', 'PHONE', 'ORDER']) kind
                         where external_id is null""").update();
        jdbc.sql("analyze redress.complaint").update();
        jdbc.sql("analyze redress.case_trait").update();
    }

    @BeforeEach
    void startCounting() {
        database.taken();
    }

    @Test
    void likenessIsOneLookThatReadsNextToNothing() {
        Look<Optional<CaseNumber>> none = look(() -> pastCases.saying(said("Nobody said this", null, null), since()));
        Look<Optional<CaseNumber>> open = look(() -> pastCases.saying(said("Where is it?", "T-5000", null), since()));
        Look<Optional<CaseNumber>> ended = look(() -> pastCases.saying(said("Where is it?", "T-4998", null), since()));

        Look<Optional<CaseNumber>> named = look(() -> pastCases.saying(said("Missed call", null, "call-0"), since()));
        Look<Optional<CaseNumber>> unnamed = look(() -> pastCases.saying(said("Missed call", null, null), since()));

        assertThat(none.answer()).isEmpty();
        assertThat(named.answer()).as("thousands, each under an id of its own").isEmpty();
        assertThat(unnamed.answer()).contains(new CaseNumber("C-2026-105000"));
        assertThat(unnamed.rows()).isLessThanOrEqualTo(50);
        assertThat(open.answer()).contains(new CaseNumber("C-2026-005000"));
        assertThat(ended.answer()).as("the case has ended").isEmpty();
        for (Look<?> look : List.of(none, named, open, ended)) {
            assertThat(look.statements()).isEqualTo(1);
            assertThat(look.rows()).isLessThan(10);
        }
    }

    @Test
    void earlierCasesAreTheLatestOnesInTwoLooks() {
        Complaint last = complaint("C-2026-005000");

        Look<List<EarlierCases.Earlier>> earlier = look(() -> earlierCases.of(last));

        assertThat(earlier.answer()).hasSize(100);
        assertThat(earlier.answer().get(0).complaint().number()).isEqualTo(new CaseNumber("C-2026-004999"));
        assertThat(earlier.statements()).isEqualTo(2);
        assertThat(earlier.rows()).isLessThanOrEqualTo(300);
        assertThat(look(() -> earlierCases.notReceived(last)).statements()).isEqualTo(2);
        assertThat(earlierCases.of(complaint("C-2026-000001"))).isEmpty();
    }

    @Test
    void ownersAndOpenCasesOfAnOrderNumberThatEverybodyUses() {
        Look<List<String>> owners = look(() -> pastCases.ownersAbout("0", new CaseNumber("C-2026-000001")));
        Look<Optional<CaseNumber>> parcel =
                look(() -> pastCases.openAbout("0", "T-2500", List.of("pi_1"), MAIL, PHONE));
        Look<Optional<CaseNumber>> other = look(() -> pastCases.openAbout("R-1", "T-2501", List.of(), MAIL, PHONE));

        assertThat(owners.answer()).containsExactly("handler0", "handler1", "handler2");
        assertThat(parcel.answer())
                .as("the newest that does not say which parcel")
                .contains(new CaseNumber("C-2026-105000"));
        assertThat(other.answer()).isEmpty();
        assertThat(List.of(owners.statements(), parcel.statements(), other.statements()))
                .containsOnly(1);
        assertThat(parcel.rows() + other.rows()).isLessThan(10);
    }

    /** @param rows how many rows of tables were read, through an index or not */
    private record Look<T>(T answer, int statements, long rows) {}

    private <T> Look<T> look(Supplier<T> question) {
        return transaction.execute(status -> {
            database.taken();
            T answer = question.get();
            int statements = database.taken();
            long rows = jdbc.sql("""
                            select coalesce(sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0)), 0)
                              from pg_stat_xact_user_tables where schemaname = 'redress' and relname = 'complaint'""").query(Long.class).single();
            return new Look<>(answer, statements, rows);
        });
    }

    private static Instant since() {
        return NOW.minusSeconds(24 * 3600);
    }

    private static SameComplaint said(String words, String trackingCode, String externalId) {
        return new SameComplaint(
                "system",
                Channel.PHONE,
                Claim.NOT_RECEIVED,
                externalId,
                MAIL,
                PHONE,
                "0",
                null,
                trackingCode,
                words,
                List.of());
    }

    private static Complaint complaint(String number) {
        Complaint complaint = mock(Complaint.class);
        when(complaint.number()).thenReturn(new CaseNumber(number));
        when(complaint.orderNumber()).thenReturn("another");
        return complaint;
    }
}
