package io.redress.remedy;

import io.redress.complaint.CaseNumber;
import io.redress.order.Order;
import io.redress.verification.Evidence;
import io.redress.verification.Verification;
import java.sql.Timestamp;
import java.time.Clock;
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
 * Tells the database what payments and order lines have room for. The database itself refuses what exceeds it, whoever
 * sends and on whatever node.
 */
@Component
class Limits {

    private static final Set<String> CONSTRAINTS = Set.of("remedy_within_payment", "remedy_within_line");

    private final JdbcClient jdbc;
    private final Verification verification;
    private final Clock clock;

    Limits(JdbcClient jdbc, Verification verification, Clock clock) {
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
    void know(Remedy remedy, PaymentRoom room) {
        if (room != null) {
            know(room, ours(remedy));
        }
        if (!remedy.items().isEmpty()) {
            verification
                    .evidence(new CaseNumber(remedy.caseNumber()))
                    .map(Evidence::order)
                    .ifPresent(order -> remedy.items().stream()
                            .map(Remedy.Item::sku)
                            // In this order, so that two who send the same articles never wait for each other.
                            .sorted()
                            .forEach(sku -> know(order, sku)));
        }
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
    private void know(PaymentRoom room, Set<String> ours) {
        jdbc.sql("""
                        insert into redress.payment_room (payment_reference, currency, captured, refunded_elsewhere, asked_at)
                        values (:payment, :currency, :captured, :elsewhere, :askedAt)
                        on conflict (payment_reference) do update set currency = excluded.currency,
                          captured = excluded.captured, refunded_elsewhere = excluded.refunded_elsewhere,
                          asked_at = excluded.asked_at
                         where payment_room.asked_at <= excluded.asked_at""")
                .param("payment", room.payment().reference())
                .param("currency", room.currency())
                .param("captured", room.captured())
                .param("elsewhere", room.refundedElsewhere(ours))
                .param("askedAt", Timestamp.from(room.askedAt()))
                .update();
    }

    private void know(Order order, String sku) {
        List<Order.Line> lines =
                order.lines().stream().filter(line -> line.sku().equals(sku)).toList();
        if (lines.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into redress.order_room (order_number, sku, currency, quantity, price, recurring, told_at)
                        values (:order, :sku, :currency, :quantity, :price, :recurring, :now)
                        on conflict (order_number, sku) do update set currency = excluded.currency,
                          quantity = excluded.quantity, price = excluded.price, recurring = excluded.recurring,
                          told_at = excluded.told_at""")
                .param("order", order.number())
                .param("sku", sku)
                .param("currency", order.currency().getCode())
                .param("quantity", lines.stream().mapToInt(Order.Line::quantity).sum())
                .param("price", OrderRoom.price(lines))
                .param("recurring", lines.stream().anyMatch(Order.Line::recurring))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
