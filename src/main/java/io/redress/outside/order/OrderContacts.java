package io.redress.outside.order;

import io.redress.complaint.customer.Customer;
import io.redress.complaint.customer.EmailAddress;
import io.redress.complaint.customer.PhoneNumber;
import io.redress.core.text.VisibleText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The contacts that the shop knows of an order's customer, and how those that a complainant gave compare with them:
 * mail addresses by their mailbox, phone numbers by what is dialled in the order's country. A contact that was given
 * and cannot be read proves nothing: it does not count as the order's, and nobody can be reached by it.
 */
public final class OrderContacts {

    /** How a contact that was given compares with the order's. */
    private enum Fit {
        SAME,
        ANOTHER,
        /** None that can be read was given, or the order has none. */
        OPEN
    }

    private final List<String> emails;
    private final List<String> phones;
    private final String region;

    private OrderContacts(List<String> emails, List<String> phones, String region) {
        this.emails = emails;
        this.phones = phones;
        this.region = region;
    }

    /** @param homeRegion the country whose phone numbers are written without a prefix where the order tells none */
    public static OrderContacts of(Order order, String homeRegion) {
        List<String> emails = Stream.of(text(order.customer().email()))
                .flatMap(Optional::stream)
                .filter(email -> email.indexOf('@') >= 0)
                .toList();
        List<String> phones = Stream.of(text(order.customer().phone()), text(deliveryPhone(order)))
                .flatMap(Optional::stream)
                .filter(phone -> phone.chars().anyMatch(Character::isDigit))
                .toList();
        return new OrderContacts(emails, phones, region(order, phones, homeRegion));
    }

    private static Optional<String> text(String contact) {
        return VisibleText.of(contact);
    }

    /** Who receives a gift is not the order's customer. */
    private static String deliveryPhone(Order order) {
        return order.gift() || order.deliveryAddress() == null
                ? null
                : order.deliveryAddress().phone();
    }

    private static String region(Order order, List<String> phones, String homeRegion) {
        return Optional.ofNullable(order.deliveryAddress())
                .map(Order.Address::country)
                .map(country -> country.strip().toUpperCase(Locale.ROOT))
                .filter(PhoneNumber::isRegion)
                .or(() -> phones.stream()
                        .flatMap(phone -> PhoneNumber.parse(phone, null).flatMap(PhoneNumber::region).stream())
                        .findFirst())
                .orElse(homeRegion);
    }

    /** The country whose phone numbers are written without a prefix; empty where none is known. */
    public String region() {
        return region;
    }

    /**
     * Whether somebody with these contacts is the order's customer: at least one is the order's, and none differs from
     * it.
     */
    public boolean areThoseOf(Customer customer) {
        Fit email = email(customer);
        Fit phone = phone(customer);
        return email != Fit.ANOTHER && phone != Fit.ANOTHER && (email == Fit.SAME || phone == Fit.SAME);
    }

    /** Whether somebody gave a contact that differs from the order's. */
    public boolean contradict(Customer customer) {
        return email(customer) == Fit.ANOTHER || phone(customer) == Fit.ANOTHER;
    }

    /** Whether mail to this customer comes to the order's own mailbox. */
    public boolean haveMailboxOf(Customer customer) {
        return email(customer) == Fit.SAME;
    }

    private Fit email(Customer customer) {
        return fit(
                customer.email(),
                emails,
                (given, known) -> EmailAddress.parse(given).equals(EmailAddress.parse(known)),
                given -> EmailAddress.parse(given).isPresent());
    }

    private Fit phone(Customer customer) {
        return fit(
                customer.phone(),
                phones,
                (given, known) -> PhoneNumber.parse(given, region).equals(PhoneNumber.parse(known, region)),
                given -> PhoneNumber.parse(given, region).isPresent());
    }

    private static Fit fit(
            String given, List<String> known, BiPredicate<String, String> same, Predicate<String> readable) {
        Optional<String> text = text(given);
        if (text.filter(readable).isEmpty() || known.isEmpty()) {
            return Fit.OPEN;
        }
        return known.stream().anyMatch(contact -> same.test(text.get(), contact)) ? Fit.SAME : Fit.ANOTHER;
    }
}
