package io.redress.remedy.ledger;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.outside.order.Order;
import io.redress.remedy.owed.FeeKind;
import io.redress.remedy.owed.OwedSums;
import io.redress.verification.evidence.Evidence;
import io.redress.verification.gathering.Verification;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The limits of the ledger: what payments, order lines, fees and whole orders have left, as the database is told it.
 * The database itself refuses what exceeds them, whoever sends and on whatever node.
 */
@Component
class LedgerLimits {

    private static final Set<String> CONSTRAINTS =
            Set.of("remedy_within_payment", "remedy_within_order", "remedy_within_line", "remedy_within_fee");

    private final JdbcClient jdbc;
    private final Verification verification;
    private final Clock clock;

    LedgerLimits(JdbcClient jdbc, Verification verification, Clock clock) {
        this.jdbc = jdbc;
        this.verification = verification;
        this.clock = clock;
    }

    /** Whether the database refused because of a limit. */
    static boolean refused(DataIntegrityViolationException refused) {
        return NestedExceptionUtils.getMostSpecificCause(refused) instanceof PSQLException answer
                && Optional.ofNullable(answer.getServerErrorMessage())
                        .map(ServerErrorMessage::getConstraint)
                        .filter(CONSTRAINTS::contains)
                        .isPresent();
    }

    /** Writes down what is known just before a remedy is sent, in the same transaction. */
    void know(Remedy remedy, PaymentHeadroom headroom) {
        if (headroom != null) {
            know(headroom, ours(remedy));
        }
        verification
                .evidence(new CaseNumber(remedy.caseNumber()))
                .filter(Evidence::orderFound)
                .ifPresent(evidence -> know(remedy, evidence, headroom));
    }

    /** In this order, so that two who send for the same order never wait for each other. */
    private void know(Remedy remedy, Evidence evidence, PaymentHeadroom headroom) {
        Order order = evidence.order();
        if (remedy.kind() == RemedyKind.REFUND && order.lines().stream().noneMatch(Order.Line::recurring)) {
            knowWhole(evidence, headroom);
            remedy.fees().stream()
                    .sorted(Comparator.comparing(Remedy.FeeShare::kind).thenComparing(Remedy.FeeShare::name))
                    .forEach(fee -> know(order, fee));
        }
        remedy.items().stream().map(Remedy.Item::sku).distinct().sorted().forEach(sku -> know(order, sku, null));
        remedy.items().stream()
                .filter(item -> item.line() != null)
                .sorted(Comparator.comparing(Remedy.Item::sku).thenComparing(Remedy.Item::line))
                .forEach(item -> know(order, item.sku(), item.line()));
    }

    private Set<String> ours(Remedy remedy) {
        Set<String> keys = new HashSet<>(jdbc.sql("""
                        select id::text from redress.remedy
                         where payment_reference = :payment and kind = 'REFUND'
                           and status in ('SENT', 'UNKNOWN', 'SETTLED')""")
                .param("payment", remedy.paymentReference())
                .query(String.class)
                .list());
        keys.add(remedy.id().toString());
        return keys;
    }

    /** What another node heard later stays. */
    private void know(PaymentHeadroom headroom, Set<String> ours) {
        jdbc.sql("""
                        insert into redress.payment_room (payment_reference, currency, captured, refunded_elsewhere, asked_at)
                        values (:payment, :currency, :captured, :elsewhere, :askedAt)
                        on conflict (payment_reference) do update set currency = excluded.currency,
                          captured = excluded.captured, refunded_elsewhere = excluded.refunded_elsewhere,
                          asked_at = excluded.asked_at
                         where payment_room.asked_at <= excluded.asked_at""")
                .param("payment", headroom.payment().reference())
                .param("currency", headroom.currency())
                .param("captured", headroom.captured())
                .param("elsewhere", headroom.refundedElsewhere(ours))
                .param("askedAt", Timestamp.from(headroom.askedAt()))
                .update();
    }

    /** What one case does not know of, another may have seen; what was taken once stays taken. */
    private void knowWhole(Evidence evidence, PaymentHeadroom headroom) {
        boolean among = headroom == null
                || evidence.payments().stream().anyMatch(payment -> payment.reference()
                        .equals(headroom.payment().reference()))
                || evidence.order().payments().stream().anyMatch(payment -> payment.reference()
                        .equals(headroom.payment().reference()));
        BigDecimal captured = OwedSums.captured(evidence).getAmount();
        jdbc.sql("""
                        insert into redress.whole_room (order_number, currency, captured, told_at)
                        values (:order, :currency, :captured, :now)
                        on conflict (order_number) do update set currency = excluded.currency,
                          captured = greatest(whole_room.captured, excluded.captured), told_at = excluded.told_at""")
                .param("order", evidence.order().number())
                .param("currency", evidence.order().currency().getCode())
                .param("captured", among ? captured : captured.add(headroom.captured()))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private void know(Order order, Remedy.FeeShare fee) {
        BigDecimal amount = fee.kind() == FeeKind.DELIVERY
                ? order.deliveryFee().getAmount()
                : order.fees().stream()
                        .filter(known -> known.name().equals(fee.name()))
                        .map(known -> known.amount().getAmount())
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        jdbc.sql("""
                        insert into redress.fee_room (order_number, kind, name, currency, amount, told_at)
                        values (:order, :kind, :name, :currency, :amount, :now)
                        on conflict (order_number, kind, name) do update set currency = excluded.currency,
                          amount = excluded.amount, told_at = excluded.told_at""")
                .param("order", order.number())
                .param("kind", fee.kind().name())
                .param("name", fee.name())
                .param("currency", order.currency().getCode())
                .param("amount", amount)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** @param number the line's, or {@code null} for all lines of the article together */
    private void know(Order order, String sku, Integer number) {
        List<Order.Line> lines = order.lines().stream()
                .filter(line -> line.sku().equals(sku))
                .filter(line -> number == null || line.line() == number)
                .toList();
        if (lines.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into redress.order_room (order_number, sku, line, currency, quantity, price, recurring, told_at)
                        values (:order, :sku, :line, :currency, :quantity, :price, :recurring, :now)
                        on conflict on constraint order_room_once do update set currency = excluded.currency,
                          quantity = excluded.quantity, price = excluded.price, recurring = excluded.recurring,
                          told_at = excluded.told_at""")
                .param("order", order.number())
                .param("sku", sku)
                .param("line", number)
                .param("currency", order.currency().getCode())
                .param("quantity", lines.stream().mapToInt(Order.Line::quantity).sum())
                .param(
                        "price",
                        lines.stream()
                                .map(line -> line.unitPrice()
                                        .multipliedBy(line.quantity())
                                        .getAmount())
                                .reduce(BigDecimal.ZERO, BigDecimal::add))
                .param("recurring", lines.stream().anyMatch(Order.Line::recurring))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
