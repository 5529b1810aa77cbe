package io.redress.complaint.customer;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.data.relational.core.mapping.Column;

/**
 * The complainant, as they describe themselves. Every field may be {@code null}, but one of {@code email} and
 * {@code phone} is there.
 *
 * @param locale an IETF language tag such as {@code de} or {@code zh-CN}
 * @param timeZone a zone id such as {@code Europe/Berlin}
 */
public record Customer(
        @Column("customer_name") String name,
        @Column("customer_email") String email,
        @Column("customer_phone") String phone,
        @Column("customer_locale") String locale,
        @Column("customer_time_zone") String timeZone) {

    /** The customer's language, English where none was given. */
    public Locale language() {
        return locale == null ? Locale.ENGLISH : Locale.forLanguageTag(locale.replace('_', '-'));
    }

    /** Whether this is a language tag, well-formed by BCP 47; an underscore stands for a hyphen. */
    public static boolean isLanguage(String tag) {
        try {
            new Locale.Builder().setLanguageTag(tag.replace('_', '-')).build();
            return true;
        } catch (IllformedLocaleException malformed) {
            return false;
        }
    }

    /** Whether this is a time zone that exists. */
    public static boolean isTimeZone(String id) {
        try {
            ZoneId.of(id);
            return true;
        } catch (DateTimeException unknown) {
            return false;
        }
    }

    /** The customer's zone, or {@code fallback} where none was given that exists. */
    public ZoneId zone(ZoneId fallback) {
        return timeZone == null || !isTimeZone(timeZone) ? fallback : ZoneId.of(timeZone);
    }

    /** Whether the contacts are the same as another's, as they were typed. */
    public boolean hasContactsOf(Customer other) {
        return Objects.equals(email, other.email) && Objects.equals(phone, other.phone);
    }

    /** The customer's mail address; empty where none was given, or one that cannot be read. */
    public Optional<EmailAddress> emailAddress() {
        return EmailAddress.parse(email);
    }

    /**
     * The customer's phone number; empty where none was given, or one that cannot be read.
     *
     * @param region the country whose numbers are written without a prefix; may be {@code null}
     */
    public Optional<PhoneNumber> phoneNumber(String region) {
        return PhoneNumber.parse(phone, region);
    }

    /** Which contacts were given and cannot be read. */
    public List<UnreadableContact> unreadableContacts() {
        List<UnreadableContact> unreadable = new ArrayList<>();
        if (email != null && emailAddress().isEmpty()) {
            unreadable.add(new UnreadableContact("email", EmailAddress.EXPECTED));
        }
        if (phone != null && phoneNumber(null).isEmpty()) {
            unreadable.add(new UnreadableContact("phone", PhoneNumber.EXPECTED));
        }
        return unreadable;
    }

    /** Whether this customer can be written to. */
    public boolean hasWrittenChannel() {
        return emailAddress().isPresent();
    }
}
