package io.redress.verification.evidence;

import io.redress.complaint.customer.EmailAddress;
import io.redress.complaint.customer.PhoneNumber;
import io.redress.outside.order.Order;
import io.redress.verification.evidence.CaseTraits.Kind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One thing that a case is known by.
 *
 * @param hash SHA-256 of its spelling without what does not matter; {@code null} where it is not known. V9 spells contacts
 *     and order numbers the same way
 */
record Trait(Kind kind, String hash) {

    static Trait of(Kind kind, String spelling) {
        return new Trait(kind, spelling == null || spelling.isBlank() ? null : sha256(spelling.strip()));
    }

    static Trait email(String email) {
        return of(
                Kind.EMAIL, EmailAddress.parse(email).map(EmailAddress::mailbox).orElse(email));
    }

    /** @param region the country whose phone numbers are written without a prefix; may be {@code null} */
    static Trait phone(String phone, String region) {
        return of(
                Kind.PHONE,
                PhoneNumber.parse(phone, region)
                        .filter(number -> number.international().isPresent())
                        .map(PhoneNumber::dialling)
                        .orElseGet(() -> digits(phone)));
    }

    private static String digits(String phone) {
        return phone == null ? null : phone.replaceAll("[^0-9+]", "").replaceFirst("^00", "+");
    }

    static List<Trait> of(Order order, String region) {
        return List.of(
                email(order.customer().email()),
                phone(order.customer().phone(), region),
                of(Kind.CUSTOMER, order.customer().reference()),
                of(Kind.PAYER, order.customerPaymentReference()),
                of(Kind.ORDER, order.number()),
                address(order.deliveryAddress()));
    }

    /** The place without the person: case, accents, punctuation and the usual short forms of a street do not matter. */
    static Trait address(Order.Address address) {
        if (address == null || address.street1() == null) {
            return new Trait(Kind.ADDRESS, null);
        }
        return of(
                Kind.ADDRESS,
                Stream.of(address.street1(), address.street2(), address.zip(), address.country())
                        .filter(Objects::nonNull)
                        .map(Trait::plain)
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" ")));
    }

    private static String plain(String words) {
        return Normalizer.normalize(words.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replace("ß", "ss")
                .replaceAll("stra(ss|s)e\\b|str\\b", "str")
                .replaceAll("\\bstreet\\b", "st")
                .replaceAll("\\broad\\b", "rd")
                .replaceAll("\\bavenue\\b", "ave")
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }

    boolean isKnown() {
        return hash != null;
    }

    private static String sha256(String spelling) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(spelling.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
