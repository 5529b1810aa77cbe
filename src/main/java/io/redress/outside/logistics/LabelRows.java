package io.redress.outside.logistics;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The shipments and pick-ups at the carrier, by our own reference, as rows. Carriers know no idempotency keys, but a
 * shipment has at most one label: so the first shipment that is written down here, committed before anything is bought,
 * is the one that everybody buys, on whatever node and after whatever crash.
 */
@Component
public class LabelRows {

    private final JdbcClient jdbc;
    private final Clock clock;

    LabelRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Optional<String> shipment(String reference) {
        return jdbc.sql("select shipment_id from redress.parcel_label where reference = :reference")
                .param("reference", reference)
                .query(String.class)
                .optional();
    }

    /** Stores a shipment unless there is one. @return the one that counts; committed when this returns */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public String claimShipment(String reference, String caseNumber, String shipmentId) {
        jdbc.sql("""
                        insert into redress.parcel_label (reference, case_number, shipment_id, created_at)
                        values (:reference, :caseNumber, :shipment, :now) on conflict do nothing""")
                .param("reference", reference)
                .param("caseNumber", caseNumber)
                .param("shipment", shipmentId)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return shipment(reference).orElseThrow();
    }

    public Optional<String> pickUp(String reference) {
        return jdbc.sql(
                        "select pickup_id from redress.parcel_label where reference = :reference and pickup_id is not null")
                .param("reference", reference)
                .query(String.class)
                .optional();
    }

    /** Stores a pick-up unless there is one. @return the one that counts; committed when this returns */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public String claimPickUp(String reference, String pickUpId) {
        jdbc.sql("""
                        update redress.parcel_label set pickup_id = :pickUp
                         where reference = :reference and pickup_id is null""").param("pickUp", pickUpId).param("reference", reference).update();
        return pickUp(reference).orElseThrow();
    }
}
