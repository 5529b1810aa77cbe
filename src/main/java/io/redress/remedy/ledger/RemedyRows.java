package io.redress.remedy.ledger;

import io.redress.complaint.file.Complaint;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL that writes the ledger. Who and why go with every change; the database puts them into the journal. */
@Component
class RemedyRows {

    private final JdbcClient jdbc;

    RemedyRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who changes a row, and why. */
    record Why(String actor, String reason) {}

    /** What is noted with a change of state; {@code null} leaves what is there. */
    record Noted(String approvedBy, String providerReference, String trackingCode, String failure, boolean byHand) {

        static final Noted NOTHING = new Noted(null, null, null, null, false);

        static Noted approval(String approvedBy) {
            return new Noted(approvedBy, null, null, null, false);
        }

        static Noted settlement(String providerReference, String trackingCode) {
            return new Noted(null, providerReference, trackingCode, null, false);
        }

        static Noted failure(String failure) {
            return new Noted(null, null, null, failure, false);
        }

        static Noted proof(String proof) {
            return new Noted(null, proof, null, null, true);
        }
    }

    UUID insert(Complaint complaint, Proposal proposal, RemedyStatus status, String approvedBy, Why why, Instant now) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into redress.remedy (id, case_number, round, kind, status, currency, amount, goods_value,
                          payment_provider, payment_reference, charge, customer_reference, surplus_subscription, order_number,
                          requested_by, approved_by, created_at, changed_at, changed_by, change_reason)
                        values (:id, :caseNumber, :round, :kind, :status, :currency, :amount, :value,
                          :provider, :payment, :charge, :customer, :surplus, :orderNumber,
                          :requestedBy, :approvedBy, :now, :now, :requestedBy, :reason)""")
                .param("id", id)
                .param("caseNumber", complaint.number().value())
                .param("round", complaint.round())
                .param("kind", proposal.kind().name())
                .param("status", status.name())
                .param("currency", proposal.currency())
                .param("amount", proposal.amount())
                .param("value", proposal.value())
                .param("provider", proposal.paymentProvider())
                .param("payment", proposal.paymentReference())
                .param("charge", proposal.charge())
                .param("customer", proposal.customerReference())
                .param("surplus", proposal.surplusSubscription())
                .param("orderNumber", proposal.orderNumber())
                .param("requestedBy", why.actor())
                .param("approvedBy", approvedBy)
                .param("now", Timestamp.from(now))
                .param("reason", why.reason())
                .update();
        insertItems(id, List.copyOf(proposal.items()));
        insertFees(id, List.copyOf(proposal.fees()));
        return id;
    }

    /** The row's present state, which nobody else changes until the transaction ends. */
    RemedyStatus lock(UUID id) {
        return jdbc.sql("select status from redress.remedy where id = :id for no key update")
                .param("id", id)
                .query((row, index) -> RemedyStatus.valueOf(row.getString(1)))
                .single();
    }

    /**
     * Moves the row from a state that leads there.
     *
     * @return the state it left, or empty where it is in another one and nothing changed
     */
    Optional<RemedyStatus> move(UUID id, RemedyStatus to, Noted noted, Why why, Instant now) {
        return jdbc.sql("""
                        with present as (
                          select id, status from redress.remedy where id = :id and status = any(:from) for no key update)
                        update redress.remedy r set status = :to, approved_by = coalesce(:approvedBy, approved_by),
                          provider_reference = coalesce(:reference, provider_reference),
                          tracking_code = coalesce(:tracking, tracking_code), failure = coalesce(:failure, failure),
                          by_hand = by_hand or :byHand, changed_at = :now, changed_by = :by, change_reason = :reason
                          from present where r.id = present.id returning present.status""")
                .param("from", RemedyStatus.before(to).map(Enum::name).toArray(String[]::new))
                .param("to", to.name())
                .param("approvedBy", noted.approvedBy())
                .param("reference", noted.providerReference())
                .param("tracking", noted.trackingCode())
                .param("failure", noted.failure())
                .param("byHand", noted.byHand())
                .param("now", Timestamp.from(now))
                .param("by", why.actor())
                .param("reason", why.reason())
                .param("id", id)
                .query((row, index) -> RemedyStatus.valueOf(row.getString(1)))
                .optional();
    }

    /** Notes what provider or warehouse call it, without a change of state. */
    void note(UUID id, String providerReference, String trackingCode, Why why) {
        jdbc.sql("""
                        update redress.remedy set provider_reference = coalesce(:reference, provider_reference),
                          tracking_code = coalesce(:tracking, tracking_code), changed_by = :by, change_reason = :reason
                         where id = :id""")
                .param("reference", providerReference)
                .param("tracking", trackingCode)
                .param("by", why.actor())
                .param("reason", why.reason())
                .param("id", id)
                .update();
    }

    void noteHandled(UUID id, Why why) {
        jdbc.sql("""
                        update redress.remedy set handled_by = :by, changed_by = :by, change_reason = :reason
                         where id = :id""")
                .param("by", why.actor())
                .param("reason", why.reason())
                .param("id", id)
                .update();
    }

    void noteNotOwed(UUID id, Why why) {
        jdbc.sql("""
                        update redress.remedy set handled_by = :by, not_owed = true, changed_by = :by,
                          change_reason = :reason
                         where id = :id""")
                .param("by", why.actor())
                .param("reason", why.reason())
                .param("id", id)
                .update();
    }

    /** Whether a refund was dropped because the bank decides, or has decided, about its charge. */
    boolean isLeftToBank(UUID remedy) {
        return jdbc.sql("select exists (select 1 from redress.refund_left_to_bank where remedy_id = :remedy)")
                .param("remedy", remedy)
                .query(Boolean.class)
                .single();
    }

    /**
     * Whether a dispute forbids to give the payment back, as far as is known here.
     *
     * @param harmless the disputes of which the provider has said that they do not
     * @param askedAt when it said so; what was heard later counts
     */
    boolean isDisputed(Remedy remedy, List<String> harmless, Instant askedAt) {
        return jdbc.sql("""
                        select exists (select 1 from redress.dispute where state in ('OPEN', 'LOST', 'PREVENTED')
                          and (payment_reference = :payment or charge = :charge)
                          and not (id = any(:harmless) and asked_at <= :askedAt))""")
                .param("payment", remedy.paymentReference())
                .param("charge", remedy.charge())
                .param("harmless", harmless.toArray(String[]::new))
                .param("askedAt", Timestamp.from(askedAt))
                .query(Boolean.class)
                .single();
    }

    /**
     * Lets the limits look at what a remedy has become by the end of the transaction, not at what it passes through.
     */
    void deferLimits() {
        jdbc.sql("set constraints redress.remedy_limits deferred").update();
    }

    private void insertItems(UUID id, List<Remedy.Item> items) {
        if (items.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into redress.remedy_item (remedy_id, line, sku, quantity, amount)
                        select :id, line, sku, quantity, amount
                          from unnest(cast(:lines as int[]), cast(:skus as text[]), cast(:quantities as int[]),
                                      cast(:amounts as numeric[])) as item(line, sku, quantity, amount)""")
                .param("id", id)
                .param("lines", items.stream().map(Remedy.Item::line).toArray(Integer[]::new))
                .param("skus", items.stream().map(Remedy.Item::sku).toArray(String[]::new))
                .param("quantities", items.stream().map(Remedy.Item::quantity).toArray(Integer[]::new))
                .param("amounts", items.stream().map(Remedy.Item::amount).toArray(BigDecimal[]::new))
                .update();
    }

    private void insertFees(UUID id, List<Remedy.FeeShare> fees) {
        if (fees.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into redress.remedy_fee (remedy_id, kind, name, amount)
                        select :id, kind, name, amount
                          from unnest(cast(:kinds as text[]), cast(:names as text[]), cast(:amounts as numeric[]))
                               as fee(kind, name, amount)""")
                .param("id", id)
                .param("kinds", fees.stream().map(fee -> fee.kind().name()).toArray(String[]::new))
                .param("names", fees.stream().map(Remedy.FeeShare::name).toArray(String[]::new))
                .param("amounts", fees.stream().map(Remedy.FeeShare::amount).toArray(BigDecimal[]::new))
                .update();
    }
}
