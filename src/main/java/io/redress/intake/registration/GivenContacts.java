package io.redress.intake.registration;

import io.redress.complaint.customer.Customer;
import io.redress.complaint.customer.UnreadableContact;
import io.redress.core.input.Problem;
import java.util.List;
import java.util.function.Function;

/**
 * The contacts that come with a complaint. One that can be read is enough; any other that cannot be read is kept as it
 * was given, so that the complaint is not lost for it, and whoever sends it is warned.
 */
public final class GivenContacts {

    /** What a reader of a language tag expects, for whoever refuses one. */
    public static final String LANGUAGE_EXPECTED = "Must be a language tag such as en, de or zh-CN.";

    /** What a reader of a time zone expects, for whoever refuses one. */
    public static final String ZONE_EXPECTED = "Must be a time zone such as Europe/Berlin.";

    /** The longest text that is kept as a contact, in characters; those that can be read are much shorter. */
    public static final int LONGEST = 1_000;

    private GivenContacts() {}

    /**
     * What is wrong with the contacts; nothing where at least one can be read.
     *
     * @param emailField what the sender calls the mail address
     * @param phoneField what the sender calls the phone number
     */
    public static List<Problem> check(Customer customer, String emailField, String phoneField) {
        if (customer.email() == null && customer.phone() == null) {
            return List.of(new Problem(emailField, "Give an e-mail address or a phone number."));
        }
        boolean reachable =
                customer.hasWrittenChannel() || customer.phoneNumber(null).isPresent();
        return reachable ? List.of() : problems(customer, emailField, phoneField, UnreadableContact::expected);
    }

    /** What is to be said about contacts that are kept although they cannot be read. */
    public static List<Problem> warnings(Customer customer, String emailField, String phoneField) {
        return problems(customer, emailField, phoneField, UnreadableContact::warning);
    }

    private static List<Problem> problems(
            Customer customer, String emailField, String phoneField, Function<UnreadableContact, String> message) {
        return customer.unreadableContacts().stream()
                .map(contact ->
                        new Problem(contact.field().equals("email") ? emailField : phoneField, message.apply(contact)))
                .toList();
    }
}
