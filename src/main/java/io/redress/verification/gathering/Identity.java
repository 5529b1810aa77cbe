package io.redress.verification.gathering;

import io.redress.complaint.customer.ContactProperties;
import io.redress.complaint.customer.Customer;
import io.redress.complaint.file.Complaint;
import io.redress.outside.order.OrderContacts;
import io.redress.verification.evidence.Evidence;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The certainty about who complains. Until it is certain, nobody outside is told anything about the order: not in
 * letters, not on the customer's page, not by the API to a system that does not vouch for orders. For a case to run by
 * itself less is enough: contacts that fit the order's.
 */
@Component
public class Identity {

    private final Verification verification;
    private final ContactProperties contacts;

    Identity(Verification verification, ContactProperties contacts) {
        this.verification = verification;
        this.contacts = contacts;
    }

    /**
     * Whether what belongs to the order may be written to whoever complains: their mail address is the order's own and
     * no other contact contradicts it, or a person confirmed whose order it is, or whoever registered the case vouches
     * for it.
     */
    public boolean isSettled(Complaint complaint) {
        Optional<Evidence> evidence = verification.evidence(complaint.number());
        return complaint.isIdentified()
                || evidence.map(known -> known.identityConfirmed() && mayBeWrittenTo(complaint, known))
                        .orElseGet(complaint::isCustomerVouched);
    }

    /**
     * Whether what belongs to the order is told by phone and not written: the number is the order's own and no other
     * contact contradicts it, but the order knows no mail address that could be written to.
     */
    public boolean isSettledByPhone(Complaint complaint) {
        return !isSettled(complaint)
                && verification
                        .evidence(complaint.number())
                        .map(Evidence::identityConfirmed)
                        .orElse(false);
    }

    private boolean mayBeWrittenTo(Complaint complaint, Evidence evidence) {
        return complaint.isCustomerVouched()
                || !evidence.orderFound()
                || orderContacts(evidence).haveMailboxOf(complaint.customer());
    }

    /** Whether a contact that the case's customer would have from now on is another than the order's. */
    public boolean isContradictedBy(Complaint complaint, Customer corrected) {
        Customer before = complaint.customer();
        Customer replaced = contacts(
                Objects.equals(before.email(), corrected.email()) ? null : corrected.email(),
                Objects.equals(before.phone(), corrected.phone()) ? null : corrected.phone());
        return orderContacts(complaint)
                .filter(order -> order.contradict(replaced))
                .isPresent();
    }

    /** Whether the order is known and its customer's contacts are not the case's. */
    public boolean isOfSomebodyElse(Complaint complaint) {
        return orderContacts(complaint)
                .filter(order -> !order.areThoseOf(complaint.customer()))
                .isPresent();
    }

    /** What fits and what does not, in words for staff. */
    public String inWords(Complaint complaint) {
        String contacts = orderContacts(complaint)
                .map(order -> compared(order, complaint.customer()))
                .orElse("no order is known to compare the contacts with");
        if (complaint.isIdentified()) {
            return "Confirmed by a person; " + contacts;
        }
        if (isSettled(complaint)) {
            return complaint.isCustomerVouched() ? "Vouched for by the sender; " + contacts : "Certain: " + contacts;
        }
        return isSettledByPhone(complaint)
                ? "Certain by phone only, so tell by phone what belongs to the order: " + contacts
                : "Open, so tell nothing of the order: " + contacts;
    }

    private static String compared(OrderContacts order, Customer customer) {
        String email = compared("mail address", customer.email(), order, contacts(customer.email(), null));
        String phone = compared("phone number", customer.phone(), order, contacts(null, customer.phone()));
        return email + "; " + phone;
    }

    private static String compared(String name, String given, OrderContacts order, Customer alone) {
        if (given == null) {
            return "no %s was given".formatted(name);
        }
        if (order.areThoseOf(alone)) {
            return "the %s is the order's".formatted(name);
        }
        return order.contradict(alone)
                ? "the %s differs from the order's".formatted(name)
                : "the order has no %s".formatted(name);
    }

    private static Customer contacts(String email, String phone) {
        return new Customer(null, email, phone, null, null);
    }

    private Optional<OrderContacts> orderContacts(Complaint complaint) {
        return verification
                .evidence(complaint.number())
                .filter(Evidence::orderFound)
                .map(this::orderContacts);
    }

    private OrderContacts orderContacts(Evidence evidence) {
        return OrderContacts.of(evidence.order(), contacts.region());
    }
}
