package io.redress.remedy.ledger;

import static io.redress.remedy.ledger.LedgerBase.moving;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.remedy.ledger.Journal.Chain;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** No remedy moves without a link, and no link can be changed without being found. */
class JournalTest {

    private static LedgerBase ledger;
    private static Journal journal;
    private static String order;
    private static String payment;

    @BeforeAll
    static void open() {
        ledger = new LedgerBase();
        journal = new Journal(JdbcClient.create(ledger.sql), new JournalCheck(new ObjectMapper()));
        order = ledger.orderOf(1000, "1000000");
        payment = ledger.paymentWithRoom("1000000", "0");
    }

    @Test
    void javaAndTheDatabaseKnowTheSameStateMachine() {
        for (RemedyStatus from : RemedyStatus.values()) {
            for (RemedyStatus to : RemedyStatus.values()) {
                if (from != to) {
                    assertThat(databaseAllows(from, to))
                            .as("%s to %s", from, to)
                            .isEqualTo(from.mayBecome(to));
                }
            }
        }
    }

    private static boolean databaseAllows(RemedyStatus from, RemedyStatus to) {
        UUID id = ledger.refund(ledger.newCase(), order, payment, "1");
        ledger.tamper("update redress.remedy set status = '%s' where id = '%s'".formatted(from, id));
        try {
            ledger.move(id, to.name());
            return true;
        } catch (DataIntegrityViolationException refused) {
            return false;
        }
    }

    @Test
    void rowsFromBeforeTheJournalGetTheirFirstLinkAndTheirPiecesCount() {
        LedgerBase old = new LedgerBase("7");
        String number = old.newCase();
        old.sql.update("""
                insert into redress.remedy (id, case_number, round, kind, status, currency, amount, goods_value,
                  payment_reference, order_number, requested_by, approved_by, created_at, changed_at)
                values (gen_random_uuid(), ?, 1, 'REFUND', 'SETTLED', 'EUR', 40, 0, 'pi_old', 'R-old', 'redress', 'redress',
                  now(), now())""", number);
        old.sql.update("insert into redress.remedy_item select id, 'A', 1 from redress.remedy");

        old.migrate("latest");

        Journal journalOfOld = new Journal(JdbcClient.create(old.sql), new JournalCheck(new ObjectMapper()));
        Chain chain = journalOfOld.of(new CaseNumber(number));
        assertThat(chain.intact()).isTrue();
        assertThat(chain.links()).extracting(Journal.Link::to).containsExactly(RemedyStatus.SETTLED);
        old.sql.update("insert into redress.order_room values ('R-old', 'A', 'EUR', 2, 80, false, now())");
        String paidWith = old.paymentWithRoom("80", "0");
        UUID tooMuch = old.refund(old.newCase(), "R-old", paidWith, "40.01");
        assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> old.move(tooMuch, "SENT"));
        UUID theOtherPiece = old.refund(old.newCase(), "R-old", paidWith, "40");
        old.move(theOtherPiece, "SENT");
        assertThat(old.status(theOtherPiece)).isEqualTo("SENT");
    }

    @Test
    void aggregateSaysWhatItRefuses() {
        assertThatExceptionOfType(IllegalTransition.class)
                .isThrownBy(() -> RemedyStatus.PROPOSED.requireMayBecome(RemedyStatus.SETTLED))
                .withMessage("A remedy that is proposed cannot become settled");
    }

    @Test
    void remedyBeginsAsProposedOrApproved() {
        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> ledger.sql.update("""
                        insert into redress.remedy (id, case_number, round, kind, status, amount, goods_value,
                          requested_by, approved_by, created_at, changed_at)
                        values (gen_random_uuid(), ?, 1, 'APOLOGY', 'SETTLED', 0, 0, 'x', 'x', now(), now())""", ledger.newCase()));
    }

    @Test
    void everyChangeLeavesALinkWithItsAuthorAlsoByHand() {
        String number = ledger.newCase();
        UUID id = ledger.refund(number, order, payment, "10");
        ledger.move(id, "SENT");
        ledger.sql.update("update redress.remedy set status = 'SETTLED', provider_reference = 're_1' where id = ?", id);

        Chain chain = chain(number);

        assertThat(chain.intact()).isTrue();
        assertThat(chain.links())
                .extracting(Journal.Link::position, Journal.Link::from, Journal.Link::to, Journal.Link::actor)
                .containsExactly(
                        tuple(1, null, RemedyStatus.APPROVED, "lead"),
                        tuple(2, RemedyStatus.APPROVED, RemedyStatus.SENT, "redress"),
                        tuple(3, RemedyStatus.SENT, RemedyStatus.SETTLED, "database user postgres"));
        assertThat(chain.links().get(2).content()).contains("re_1").contains("\"sku\": \"A\"");
    }

    @Test
    void linksOfManyWhoWriteAtOnceHaveNoGapAndNoFork() throws Exception {
        String number = ledger.newCase();
        List<UUID> remedies = new ArrayList<>();
        IntStream.range(0, 8).forEach(i -> remedies.add(ledger.refund(number, order, payment, "1")));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Callable<Integer>> moves = remedies.stream()
                .map(id -> (Callable<Integer>) () -> ledger.sql.update(moving(id, "SENT")))
                .toList();
        for (Future<Integer> moved : threads.invokeAll(moves)) {
            assertThat(moved.get()).isEqualTo(1);
        }
        threads.shutdown();

        Chain chain = chain(number);
        assertThat(chain.intact()).isTrue();
        assertThat(chain.links())
                .extracting(Journal.Link::position)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 16).boxed().toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update redress.remedy_transition set actor = 'nobody'",
                "delete from redress.remedy_transition",
                "truncate redress.remedy_transition",
                "delete from redress.remedy",
                "truncate redress.remedy cascade",
                "update redress.remedy_item set amount = 0",
                "delete from redress.remedy_item"
            })
    void whatIsWrittenStays(String attack) {
        ledger.refund(ledger.newCase(), order, payment, "10");

        assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> ledger.sql.execute(attack));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update redress.remedy_transition set content = replace(content, '\"amount\": 10', '\"amount\": 99')",
                "update redress.remedy_transition set actor = 'nobody' where position = 2",
                "update redress.remedy_transition set hash = repeat('a', 64) where position = 1",
                "delete from redress.remedy_transition where position = 2",
                "update redress.remedy set amount = 99",
                "update redress.remedy set provider_reference = 're_other'",
                "update redress.remedy_item set amount = 1"
            })
    void whoeverSwitchesTheTriggersOffIsFound(String attack) {
        String number = ledger.newCase();
        UUID id = ledger.refund(number, order, payment, "10");
        ledger.move(id, "SENT");
        ledger.move(id, "SETTLED");
        assertThat(chain(number).intact()).isTrue();
        String where = attack.contains(" where ") ? " and " : " where ";
        String mine = attack.contains("remedy_item")
                ? "remedy_id = '%s'".formatted(id)
                : "case_number = '%s'".formatted(number);

        ledger.tamper(attack + where + mine);

        assertThat(chain(number).intact()).isFalse();
    }

    private static Chain chain(String number) {
        return journal.of(new CaseNumber(number));
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.api.Assertions.tuple(values);
    }
}
