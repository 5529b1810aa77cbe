package io.redress.remedy.ledger;

import io.redress.engine.settings.OldDatabase;
import io.redress.engine.settings.TestDatabase;
import java.math.BigDecimal;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The ledger's tables alone, on a real database, written to by hand: what the database holds whoever writes. */
final class LedgerBase {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final DriverManagerDataSource source;
    final JdbcTemplate sql;

    LedgerBase() {
        this(TestDatabase.migrated());
    }

    /** A database as it was at some version. */
    LedgerBase(String version) {
        this(new DriverManagerDataSource(TestDatabase.create(), "postgres", "postgres"));
        migrate(version);
    }

    private LedgerBase(DriverManagerDataSource source) {
        this.source = source;
        this.sql = new JdbcTemplate(source);
    }

    void migrate(String version) {
        OldDatabase.migrate(source, version);
    }

    DriverManagerDataSource source() {
        return source;
    }

    String newCase() {
        String number = "C-2026-%06d".formatted(COUNT.incrementAndGet());
        sql.update("""
                insert into redress.complaint (case_number, version, channel, complainant_role, client, vouched, customer_email, description,
                  received_at, created_at, status, priority, team, round, question_open)
                values (?, 0, 'WEB', 'BUYER', 'system', true, 'ada@example.org', 'Lost', now(), now(), 'MAKING_GOOD', 50,
                  'handlers', 1, false)""", number);
        return number;
    }

    /** An approved refund of one piece of the article {@code A}. */
    UUID refund(String caseNumber, String order, String payment, String amount) {
        UUID id = remedy(caseNumber, "REFUND", "redress", order, payment, amount);
        sql.update("insert into redress.remedy_item values (?, 'A', 1, ?)", id, new BigDecimal(amount));
        return id;
    }

    /** An approved replacement of one piece of that article. */
    UUID replacement(String caseNumber, String order, String requestedBy) {
        UUID id = remedy(caseNumber, "REPLACEMENT", requestedBy, order, null, "0");
        sql.update("insert into redress.remedy_item values (?, 'A', 1, null)", id);
        return id;
    }

    /** An approved refund with a share for a line of the article {@code A}, and one for the delivery fee. */
    UUID refund(String caseNumber, String order, String payment, int line, String ofLine, String ofDelivery) {
        BigDecimal amount = new BigDecimal(ofLine).add(new BigDecimal(ofDelivery));
        UUID id = remedy(caseNumber, "REFUND", "redress", order, payment, amount.toPlainString());
        sql.update(
                "insert into redress.remedy_item (remedy_id, line, sku, quantity, amount) values (?, ?, 'A', 1, ?)",
                id,
                line,
                new BigDecimal(ofLine));
        sql.update("insert into redress.remedy_fee values (?, 'DELIVERY', '', ?)", id, new BigDecimal(ofDelivery));
        return id;
    }

    private UUID remedy(
            String caseNumber, String kind, String requestedBy, String order, String payment, String amount) {
        UUID id = UUID.randomUUID();
        sql.update("""
                insert into redress.remedy (id, case_number, round, kind, status, currency, amount, goods_value,
                  payment_reference, order_number, requested_by, approved_by, created_at, changed_at, changed_by)
                values (?, ?, 1, ?, 'APPROVED', 'EUR', ?, 0, ?, ?, ?, 'lead', now(), now(), 'lead')""", id, caseNumber, kind, new BigDecimal(amount), payment, order, requestedBy);
        return id;
    }

    String paymentWithRoom(String captured, String elsewhere) {
        String payment = "pi_" + COUNT.incrementAndGet();
        sql.update(
                "insert into redress.payment_room values (?, 'EUR', ?, ?, now())",
                payment,
                new BigDecimal(captured),
                new BigDecimal(elsewhere));
        return payment;
    }

    /** An order of the article {@code A}. @param price of all pieces together */
    String orderOf(int quantity, String price) {
        String order = "R-" + COUNT.incrementAndGet();
        sql.update(
                "insert into redress.order_room values (?, 'A', 'EUR', ?, ?, false, now())",
                order,
                quantity,
                new BigDecimal(price));
        return order;
    }

    /** What a line of that article costs. */
    void line(String order, int line, String price) {
        sql.update(
                "insert into redress.order_room (order_number, sku, line, currency, quantity, price, recurring, told_at)"
                        + " values (?, 'A', ?, 'EUR', 1, ?, false, now())",
                order,
                line,
                new BigDecimal(price));
    }

    void delivery(String order, String fee) {
        sql.update(
                "insert into redress.fee_room values (?, 'DELIVERY', '', 'EUR', ?, now())", order, new BigDecimal(fee));
    }

    void captured(String order, String amount) {
        sql.update("insert into redress.whole_room values (?, 'EUR', ?, now())", order, new BigDecimal(amount));
    }

    /** Runs as the superuser whom no trigger hinders. */
    void tamper(String attack) {
        sql.execute("begin; set local session_replication_role = replica; %s; commit".formatted(attack));
    }

    static String moving(UUID id, String to) {
        return "update redress.remedy set status = '%s', changed_at = now(), changed_by = 'redress' where id = '%s'"
                .formatted(to, id);
    }

    void move(UUID id, String to) {
        sql.update(moving(id, to));
    }

    String status(UUID id) {
        return sql.queryForObject("select status from redress.remedy where id = ?", String.class, id);
    }
}
