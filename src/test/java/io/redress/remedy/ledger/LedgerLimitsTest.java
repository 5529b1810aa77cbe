package io.redress.remedy.ledger;

import static io.redress.remedy.ledger.LedgerBase.moving;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;

/** What goes back of a payment or a line never exceeds what was taken for it, whoever writes and however many at once. */
class LedgerLimitsTest {

    private static LedgerBase ledger;

    @BeforeAll
    static void open() {
        ledger = new LedgerBase();
    }

    @ParameterizedTest
    @ValueSource(ints = {Connection.TRANSACTION_READ_COMMITTED, Connection.TRANSACTION_REPEATABLE_READ})
    void ofTwoCasesThatSendAtOnceOnlyOneGetsThePayment(int isolation) throws Exception {
        String order = ledger.orderOf(100, "100000");
        String payment = ledger.paymentWithRoom("100", "10");
        List<UUID> refunds = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            refunds.add(ledger.refund(ledger.newCase(), order, payment, "60"));
        }

        int sent = race(refunds, isolation);

        assertThat(sent).isEqualTo(1);
        assertThat(refunds).filteredOn(id -> ledger.status(id).equals("SENT")).hasSize(1);
    }

    @Test
    void ofTwoCasesThatSendAtOnceOnlyOneGetsTheLine() throws Exception {
        String order = ledger.orderOf(1, "79.90");
        List<UUID> refunds = List.of(
                ledger.refund(ledger.newCase(), order, ledger.paymentWithRoom("1000", "0"), "79.90"),
                ledger.refund(ledger.newCase(), order, ledger.paymentWithRoom("1000", "0"), "79.90"));

        assertThat(race(refunds, Connection.TRANSACTION_READ_COMMITTED)).isEqualTo(1);
    }

    @Test
    void whatOthersGaveBackAtTheProviderCounts() {
        String payment = ledger.paymentWithRoom("100", "50.01");
        UUID half = ledger.refund(ledger.newCase(), ledger.orderOf(1, "100"), payment, "50");

        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> ledger.move(half, "SENT"))
                .matches(LedgerLimits::refused)
                .withMessageContaining(payment);
        ledger.sql.update(
                "update redress.payment_room set refunded_elsewhere = 50 where payment_reference = ?", payment);
        ledger.move(half, "SENT");
        assertThat(ledger.status(half)).isEqualTo("SENT");
    }

    @Test
    void twoEqualPartsOfALineAreLegitimateAndAThirdThatExceedsItIsNot() {
        String order = ledger.orderOf(1, "50");
        String payment = ledger.paymentWithRoom("1000", "0");
        String one = ledger.newCase();
        ledger.move(ledger.refund(one, order, payment, "20"), "SENT");
        ledger.move(ledger.refund(one, order, payment, "20"), "SENT");
        UUID third = ledger.refund(one, order, payment, "20");

        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> ledger.move(third, "SENT"))
                .matches(LedgerLimits::refused);
    }

    @Test
    void ofTwoLinesOfAnArticleEachHasItsOwnPrice() {
        String order = ledger.orderOf(2, "14");
        ledger.line(order, 1, "10");
        ledger.line(order, 2, "4");
        ledger.delivery(order, "5");
        String payment = ledger.paymentWithRoom("1000", "0");

        refused(ledger.refund(ledger.newCase(), order, payment, 2, "4.01", "0"));
        ledger.move(ledger.refund(ledger.newCase(), order, payment, 2, "4", "0"), "SENT");
        ledger.move(ledger.refund(ledger.newCase(), order, payment, 1, "10", "5"), "SENT");
    }

    @Test
    void aFeeIsGivenBackOnceAndNeverMoreThanItWas() {
        String order = ledger.orderOf(2, "100");
        ledger.line(order, 1, "100");
        ledger.delivery(order, "4.90");
        String payment = ledger.paymentWithRoom("1000", "0");

        refused(ledger.refund(ledger.newCase(), order, payment, 1, "1", "4.91"));
        ledger.move(ledger.refund(ledger.newCase(), order, payment, 1, "1", "4.90"), "SENT");
        refused(ledger.refund(ledger.newCase(), order, payment, 1, "1", "0.01"));
    }

    @Test
    void anOrderGivesBackNoMoreThanWasCapturedForItByWhateverPayment() {
        String order = ledger.orderOf(5, "1000");
        ledger.captured(order, "100");
        ledger.move(ledger.refund(ledger.newCase(), order, ledger.paymentWithRoom("60", "0"), "60"), "SENT");

        refused(ledger.refund(ledger.newCase(), order, ledger.paymentWithRoom("60", "0"), "41"));
        ledger.move(ledger.refund(ledger.newCase(), order, ledger.paymentWithRoom("60", "0"), "40"), "SENT");
    }

    private static void refused(UUID refund) {
        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> ledger.move(refund, "SENT"))
                .matches(LedgerLimits::refused);
    }

    @Test
    void theEngineSendsNoMoreAgainThanWasBoughtButAPersonMay() {
        String order = ledger.orderOf(1, "50");
        ledger.move(ledger.replacement(ledger.newCase(), order, "redress"), "SENT");
        UUID again = ledger.replacement(ledger.newCase(), order, "redress");

        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> ledger.move(again, "SENT"))
                .matches(LedgerLimits::refused);
        UUID wanted = ledger.replacement(ledger.newCase(), order, "handler");
        assertThatNoException().isThrownBy(() -> ledger.move(wanted, "SENT"));
    }

    @Test
    void deferringTheLimitsDoesNotOpenThem() throws SQLException {
        String payment = ledger.paymentWithRoom("10", "0");
        UUID tooMuch = ledger.refund(ledger.newCase(), ledger.orderOf(1, "100"), payment, "60");
        for (String end : List.of("SENT", "UNKNOWN", "SETTLED")) {
            try (Connection hand = ledger.source().getConnection()) {
                hand.setAutoCommit(false);
                run(hand, "set constraints all deferred");
                run(hand, moving(tooMuch, "SENT"));
                if (!end.equals("SENT")) {
                    run(hand, moving(tooMuch, end));
                }
                assertThatExceptionOfType(SQLException.class).isThrownBy(hand::commit);
            }
        }
        assertThat(ledger.status(tooMuch)).isEqualTo("APPROVED");
    }

    @Test
    void onlyWhatIsSettledWithAProofCountsAsDoneByHand() {
        String payment = ledger.paymentWithRoom("10", "0");
        UUID tooMuch = ledger.refund(ledger.newCase(), ledger.orderOf(1, "100"), payment, "60");

        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> ledger.sql.update(
                        "update redress.remedy set status = 'SENT', by_hand = true where id = ?", tooMuch));
        assertThat(ledger.status(tooMuch)).isEqualTo("APPROVED");
    }

    @Test
    void whatAnApprovalWasForCannotBeRaisedAfterwards() {
        String payment = ledger.paymentWithRoom("100", "0");
        UUID refund = ledger.refund(ledger.newCase(), ledger.orderOf(1, "100"), payment, "10");

        for (String change : List.of(
                "amount = 90", "payment_reference = 'pi_other'", "currency = 'KWD'", "id = gen_random_uuid()")) {
            assertThatExceptionOfType(DataIntegrityViolationException.class)
                    .isThrownBy(
                            () -> ledger.sql.update("update redress.remedy set " + change + " where id = ?", refund));
        }
        ledger.move(refund, "SUPERSEDED");
        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> ledger.sql.update("insert into redress.remedy_item values (?, 'B', 1, 1)", refund));
    }

    /** @return how many got through */
    private static int race(List<UUID> refunds, int isolation) throws Exception {
        CyclicBarrier start = new CyclicBarrier(refunds.size());
        ExecutorService threads = Executors.newFixedThreadPool(refunds.size());
        try {
            List<Callable<Boolean>> sendings = refunds.stream()
                    .map(id -> (Callable<Boolean>) () -> send(id, isolation, start))
                    .toList();
            int sent = 0;
            for (Future<Boolean> one : threads.invokeAll(sendings)) {
                sent += one.get() ? 1 : 0;
            }
            return sent;
        } finally {
            threads.shutdown();
        }
    }

    private static boolean send(UUID id, int isolation, CyclicBarrier start) throws Exception {
        try (Connection node = ledger.source().getConnection()) {
            node.setTransactionIsolation(isolation);
            node.setAutoCommit(false);
            run(node, "select count(*) from redress.remedy");
            start.await();
            run(node, moving(id, "SENT"));
            node.commit();
            return true;
        } catch (SQLException refused) {
            return false;
        }
    }

    private static void run(Connection connection, String statement) throws SQLException {
        try (var open = connection.createStatement()) {
            open.execute(statement);
        }
    }
}
