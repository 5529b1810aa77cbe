package io.redress.verification.gathering;

import io.redress.complaint.customer.ComplainantRole;
import io.redress.complaint.customer.ContactProperties;
import io.redress.complaint.file.Claim;
import io.redress.complaint.file.Complaint;
import io.redress.outside.order.Order;
import io.redress.outside.order.OrderContacts;
import io.redress.outside.order.OrderReference;
import io.redress.outside.order.OrderSource;
import io.redress.outside.order.ShopUnavailable;
import io.redress.verification.evidence.CaseTraits;
import io.redress.verification.evidence.EarlierRemedies;
import io.redress.verification.evidence.Evidence;
import io.redress.verification.evidence.FindingNotes;
import io.redress.verification.evidence.ParcelState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * The gathering of evidence, in the order in which one question leads to the next: order, identity, parcel, payment,
 * history.
 */
@Component
class Gathering {

    private final OrderSource shop;
    private final VouchedOrders vouchedOrders;
    private final ParcelEvidence parcels;
    private final PaymentEvidence payments;
    private final HistoryEvidence history;
    private final CaseTraits traits;
    private final EarlierRemedies earlierRemedies;
    private final ContactProperties contacts;

    Gathering(
            OrderSource shop,
            VouchedOrders vouchedOrders,
            ParcelEvidence parcels,
            PaymentEvidence payments,
            HistoryEvidence history,
            CaseTraits traits,
            EarlierRemedies earlierRemedies,
            ContactProperties contacts) {
        this.shop = shop;
        this.vouchedOrders = vouchedOrders;
        this.parcels = parcels;
        this.payments = payments;
        this.history = history;
        this.traits = traits;
        this.earlierRemedies = earlierRemedies;
        this.contacts = contacts;
    }

    Evidence gather(Complaint complaint, FindingNotes notes, boolean lastAttempt) {
        Order order = findOrder(complaint, notes, lastAttempt).orElse(null);
        boolean identity = identity(complaint, order, notes);
        if (order == null || !identity) {
            traits.note(complaint, order, List.of());
            return nothingToGoBy(complaint, order, identity, notes);
        }
        var parcel = parcels.about(complaint, order, notes, lastAttempt);
        var affected = affected(complaint, order, parcel.shipments(), notes);
        var paid = payments.about(complaint, order, notes, lastAttempt);
        traits.note(complaint, order, paid.cards());
        var past = history.of(complaint, order, affected, notes);
        boolean madeGood = madeGood(complaint, order, affected, notes);
        checkThatGoodsCanBeMadeGood(complaint, order, affected, notes);
        Evidence evidence = new Evidence(
                notes.isComplete(),
                order,
                true,
                ordinary(complaint, order, notes),
                parcel.state(),
                affected,
                paid.payments(),
                paid.wrongCharges(),
                past.earlierFailures(),
                past.earlierHandlers(),
                past.earlierNotReceived(),
                paid.disputed(),
                madeGood);
        noteWhatIsOwed(complaint, evidence, notes);
        return evidence;
    }

    /** A person who has to decide sees the figures side by side. */
    private void noteWhatIsOwed(Complaint complaint, Evidence evidence, FindingNotes notes) {
        if (complaint.claim() == Claim.BILLED_TWICE || evidence.affected().isEmpty()) {
            return;
        }
        EarlierRemedies.Owing owed = earlierRemedies.owed(complaint, evidence);
        if (!owed.isCertain()) {
            notes.open("payment", owed.inWords());
        }
    }

    /**
     * What evidence would say if the complaint were about something that only a carrier or a payment provider can tell,
     * for a person who finds out what nobody named. Whoever does not answer is not waited for.
     *
     * @param about the complaint as it would be
     * @param known what was gathered without a claim, of an order whose customer is certain
     */
    Map<Claim, Evidence> suppose(Function<Claim, Complaint> about, Evidence known, FindingNotes notes) {
        FindingNotes supposed = new FindingNotes();
        Order order = known.order();
        Complaint missing = about.apply(Claim.NOT_RECEIVED);
        var parcel = parcels.about(missing, order, supposed, true);
        var affected = affected(missing, order, parcel.shipments(), supposed);
        var paid = payments.about(about.apply(Claim.BILLED_TWICE), order, supposed, true);
        notes.adoptSupport(supposed);
        return Map.of(
                Claim.NOT_RECEIVED,
                known.withParcels(parcel.state()).affecting(affected),
                Claim.BILLED_TWICE,
                known.withCharges(paid.payments(), paid.wrongCharges(), paid.disputed()));
    }

    private Optional<Order> findOrder(Complaint complaint, FindingNotes notes, boolean lastAttempt) {
        OrderReference reference =
                new OrderReference(complaint.orderNumber(), complaint.paymentReference(), complaint.trackingCode());
        if (reference.isEmpty()) {
            notes.open("order", "No order was named.");
            return Optional.empty();
        }
        try {
            Optional<Order> known = shop.find(reference).or(() -> vouchedOrders.of(complaint));
            if (known.isEmpty()) {
                notes.contradicts("order", "The shop knows no such order.");
            }
            return known;
        } catch (ShopUnavailable unavailable) {
            if (unavailable.isWorthRetrying(lastAttempt)) {
                throw unavailable;
            }
            Optional<Order> vouched = vouchedOrders.of(complaint);
            String why = unavailable.isWorthRetrying()
                    ? "The shop could not be asked."
                    : "What the shop answers cannot be used: " + unavailable.getMessage();
            if (vouched.isEmpty()) {
                notes.unanswered("order", why);
            } else {
                notes.open("order", why);
            }
            return vouched;
        }
    }

    private static List<Evidence.Affected> affected(
            Complaint complaint, Order order, List<Order.Shipment> shipments, FindingNotes notes) {
        return AffectedLines.of(complaint.claim(), complaint.affectedItems(), order, shipments, notes);
    }

    /** @param order {@code null} where none was named or found */
    boolean identity(Complaint complaint, Order order, FindingNotes notes) {
        boolean confirmed = complaint.isCustomerVouched()
                || complaint.isIdentified()
                || order != null && OrderContacts.of(order, contacts.region()).areThoseOf(complaint.customer());
        if (confirmed) {
            notes.supports("identity", "The complainant is the order's customer.");
        } else {
            notes.open("identity", "It is not confirmed that the complainant is the order's customer.");
        }
        return confirmed;
    }

    private Evidence nothingToGoBy(Complaint complaint, Order order, boolean identity, FindingNotes notes) {
        return new Evidence(
                notes.isComplete(),
                order,
                identity,
                false,
                ParcelState.NONE,
                order == null ? List.of() : affected(complaint, order, List.of(), notes),
                List.of(),
                List.of(),
                0,
                List.of(),
                0,
                false,
                false);
    }

    /** Evidence that does not say what to make good, or where to send it, decides nothing. */
    private static void checkThatGoodsCanBeMadeGood(
            Complaint complaint, Order order, List<Evidence.Affected> affected, FindingNotes notes) {
        if (complaint.claim() == Claim.BILLED_TWICE) {
            return;
        }
        if (affected.isEmpty()) {
            notes.unanswered("order", "It is not clear which articles of the order are affected.");
        }
        if (order.deliveryAddress() == null) {
            notes.unanswered("order", "No address is known that anything could be sent to.");
        }
    }

    private boolean madeGood(Complaint complaint, Order order, List<Evidence.Affected> affected, FindingNotes notes) {
        boolean madeGood = complaint.claim() != Claim.BILLED_TWICE
                && earlierRemedies.madeGood(complaint.number(), order, affected);
        if (madeGood) {
            notes.open("history", "What is affected was made good before; a person looks at it.");
        }
        return madeGood;
    }

    private static boolean ordinary(Complaint complaint, Order order, FindingNotes notes) {
        boolean ordinary = complaint.complainantRole() == ComplainantRole.BUYER
                && order.salesChannel() == Order.SalesChannel.SHOP
                && order.paymentMethod().isPrepaid()
                && !order.gift()
                && !order.businessCustomer();
        if (!ordinary) {
            notes.open("order", "This is not a buyer's own payment in our shop; a person decides.");
        }
        return ordinary;
    }
}
