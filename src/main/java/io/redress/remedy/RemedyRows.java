package io.redress.remedy;

import io.redress.complaint.Complaint;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The ledger's SQL. Every change names the states it may come from, so that of two who try only one succeeds. */
@Component
class RemedyRows {

    private final JdbcClient jdbc;

    RemedyRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UUID insert(
            Complaint complaint,
            Proposal proposal,
            RemedyStatus status,
            String requestedBy,
            String approvedBy,
            Instant now) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into redress.remedy (id, case_number, round, kind, status, currency, amount, goods_value,
                          payment_reference, charge, customer_reference, surplus_subscription, order_number,
                          requested_by, approved_by, created_at, changed_at)
                        values (:id, :caseNumber, :round, :kind, :status, :currency, :amount, :value,
                          :payment, :charge, :customer, :surplus, :orderNumber,
                          :requestedBy, :approvedBy, :now, :now)""")
                .param("id", id)
                .param("caseNumber", complaint.number().value())
                .param("round", complaint.round())
                .param("kind", proposal.kind().name())
                .param("status", status.name())
                .param("currency", proposal.currency())
                .param("amount", proposal.amount())
                .param("value", proposal.value())
                .param("payment", proposal.paymentReference())
                .param("charge", proposal.charge())
                .param("customer", proposal.customerReference())
                .param("surplus", proposal.surplusSubscription())
                .param("orderNumber", proposal.orderNumber())
                .param("requestedBy", requestedBy)
                .param("approvedBy", approvedBy)
                .param("now", Timestamp.from(now))
                .update();
        proposal.items().forEach(item -> insertItem(id, item));
        return id;
    }

    /** @return whether the row was in one of those states and is in the new one now */
    boolean move(UUID id, Set<RemedyStatus> from, RemedyStatus to, Instant now) {
        return jdbc.sql(
                                "update redress.remedy set status = :to, changed_at = :now where id = :id and status in (:from)")
                        .param("to", to.name())
                        .param("now", Timestamp.from(now))
                        .param("id", id)
                        .param("from", names(from))
                        .update()
                > 0;
    }

    void approve(UUID id, String approvedBy, Instant now) {
        jdbc.sql("""
                        update redress.remedy set status = 'APPROVED', approved_by = :by, changed_at = :now
                         where id = :id and status = 'PROPOSED'""")
                .param("by", approvedBy)
                .param("now", Timestamp.from(now))
                .param("id", id)
                .update();
    }

    void note(UUID id, String providerReference, String trackingCode) {
        jdbc.sql("""
                        update redress.remedy set provider_reference = coalesce(:reference, provider_reference),
                          tracking_code = coalesce(:tracking, tracking_code) where id = :id""")
                .param("reference", providerReference)
                .param("tracking", trackingCode)
                .param("id", id)
                .update();
    }

    void noteFailure(UUID id, String failure) {
        jdbc.sql("update redress.remedy set failure = :failure where id = :id")
                .param("failure", failure)
                .param("id", id)
                .update();
    }

    void noteHandled(UUID id, String handledBy) {
        jdbc.sql("update redress.remedy set handled_by = :by where id = :id")
                .param("by", handledBy)
                .param("id", id)
                .update();
    }

    /** Lets go of the rows that were not sent. @return how many there were */
    int supersede(String caseNumber, Instant now) {
        return jdbc.sql("""
                        update redress.remedy set status = 'SUPERSEDED', changed_at = :now
                         where case_number = :caseNumber and status in ('PROPOSED', 'APPROVED')""")
                .param("now", Timestamp.from(now))
                .param("caseNumber", caseNumber)
                .update();
    }

    /** What is, or may be, given back of a payment by us, without this row. */
    Money out(Remedy remedy) {
        return jdbc.sql("""
                        select coalesce(sum(amount), 0) from redress.remedy
                         where payment_reference = :payment and kind = 'REFUND' and id <> :id
                           and status in (:out)""")
                .param("payment", remedy.paymentReference())
                .param("id", remedy.id())
                .param("out", names(RemedyStatus.OUT))
                .query((row, index) -> Money.of(remedy.money().getCurrencyUnit(), row.getBigDecimal(1)))
                .single();
    }

    /** Whether the payment is, or was, taken back by the customer's bank. */
    boolean isDisputed(Remedy remedy) {
        return jdbc.sql("""
                        select exists (select 1 from redress.dispute where state <> 'WON'
                          and (payment_reference = :payment or charge = :charge))""")
                .param("payment", remedy.paymentReference())
                .param("charge", remedy.charge())
                .query(Boolean.class)
                .single();
    }

    /** Whether an article of the order is, or is about to be, made good by a case other than this one. */
    boolean madeGood(String orderNumber, List<String> skus, String exceptCase) {
        return !skus.isEmpty()
                && jdbc.sql("""
                                select exists (select 1 from redress.remedy r join redress.remedy_item i on i.remedy_id = r.id
                                 where r.order_number = :orderNumber and i.sku in (:skus) and r.case_number <> :except
                                   and r.kind in ('REFUND', 'REPLACEMENT')
                                   and r.status not in ('FAILED', 'SUPERSEDED'))""")
                        .param("orderNumber", orderNumber)
                        .param("skus", skus)
                        .param("except", exceptCase)
                        .query(Boolean.class)
                        .single();
    }

    boolean refunded(String charge) {
        return jdbc.sql("""
                        select exists (select 1 from redress.remedy where charge = :charge and kind = 'REFUND'
                          and status not in ('FAILED', 'SUPERSEDED'))""").param("charge", charge).query(Boolean.class).single();
    }

    private void insertItem(UUID id, Remedy.Item item) {
        jdbc.sql("insert into redress.remedy_item (remedy_id, sku, quantity) values (:id, :sku, :quantity)")
                .param("id", id)
                .param("sku", item.sku())
                .param("quantity", item.quantity())
                .update();
    }

    private static List<String> names(Set<RemedyStatus> states) {
        return states.stream().map(Enum::name).collect(Collectors.toList());
    }
}
