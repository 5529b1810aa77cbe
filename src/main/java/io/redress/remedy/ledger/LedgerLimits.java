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
import java.util.stream.Stream;
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
        Stream<Part> articles = remedy.items().stream()
                .map(item -> new Part(item.sku(), null))
                .distinct()
                .sorted(Comparator.comparing(Part::sku));
        Stream<Part> lines = remedy.items().stream()
                .filter(item -> item.line() != null)
                .map(item -> new Part(item.sku(), item.line()))
                .distinct()
                .sorted(Comparator.comparing(Part::sku).thenComparing(Part::line));
        know(order, Stream.concat(articles, lines).toList());
    }

    /** @param line the line's number, or {@code null} for all lines of the article together */
    private record Part(String sku, Integer line) {

        List<Order.Line> of(Order order) {
            return order.lines().stream()
                    .filter(known -> known.sku().equals(sku))
                    .filter(known -> line == null || known.line() == line)
                    .toList();
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

    private void know(Order order, List<Part> parts) {
        List<Part> known =
                parts.stream().filter(part -> !part.of(order).isEmpty()).toList();
        if (known.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into redress.order_room (order_number, sku, line, currency, quantity, price, recurring, told_at)
                        select :order, part.sku, part.line, :currency, part.quantity, part.price, part.recurring, :now
                          from unnest(cast(:skus as text[]), cast(:lines as int[]), cast(:quantities as int[]),
                                      cast(:prices as numeric[]), cast(:recurring as boolean[]))
                               with ordinality as part(sku, line, quantity, price, recurring, position)
                         order by part.position
                        on conflict on constraint order_room_once do update set currency = excluded.currency,
                          quantity = excluded.quantity, price = excluded.price, recurring = excluded.recurring,
                          told_at = excluded.told_at""")
                .param("order", order.number())
                .param("currency", order.currency().getCode())
                .param("now", Timestamp.from(clock.instant()))
                .param("skus", known.stream().map(Part::sku).toArray(String[]::new))
                .param("lines", known.stream().map(Part::line).toArray(Integer[]::new))
                .param(
                        "quantities",
                        known.stream()
                                .map(part -> part.of(order).stream()
                                        .mapToInt(Order.Line::quantity)
                                        .sum())
                                .toArray(Integer[]::new))
                .param(
                        "prices",
                        known.stream().map(part -> price(part.of(order))).toArray(BigDecimal[]::new))
                .param(
                        "recurring",
                        known.stream()
                                .map(part -> part.of(order).stream().anyMatch(Order.Line::recurring))
                                .toArray(Boolean[]::new))
                .update();
    }

    /** What these lines cost together, in major units. */
    private static BigDecimal price(List<Order.Line> lines) {
        return lines.stream()
                .map(line -> line.unitPrice().multipliedBy(line.quantity()).getAmount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
