package io.redress.complaint.customer;

import com.ibm.icu.text.IDNA;
import com.ibm.icu.text.Normalizer2;
import io.redress.core.text.VisibleText;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A mail address, kept as it was typed. Two addresses are equal if they name the same mailbox: the part before the
 * {@code @} is the same but for the case of ASCII letters, and the domain is the same by IDNA. Nothing else is folded,
 * removed or shortened, since the result would name a mailbox that nobody gave. A domain that IDNA can read only by
 * changing its characters (full-width letters, an ideographic full stop, a soft hyphen) is therefore not accepted as a
 * domain here.
 */
public final class EmailAddress {

    /** What a reader of an address expects, for whoever refuses one. */
    public static final String EXPECTED = "Must be an e-mail address such as lena.vogt@example.com.";

    /** RFC 5321, 4.5.3.1, in octets. */
    private static final int LONGEST = 254;

    private static final int LONGEST_LOCAL_PART = 64;

    /** The characters of RFC 5322's atoms; RFC 6531 adds what is beyond ASCII. */
    private static final String ATOM_SIGNS = "!#$%&'*+-/=?^_`{|}~";

    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    private static final IDNA DOMAINS = IDNA.getUTS46Instance(IDNA.USE_STD3_RULES
            | IDNA.CHECK_BIDI
            | IDNA.CHECK_CONTEXTJ
            | IDNA.NONTRANSITIONAL_TO_ASCII
            | IDNA.NONTRANSITIONAL_TO_UNICODE);

    /** Two hyphens in the third and fourth place are a rule of registries, not of mail. */
    private static final Set<IDNA.Error> TOLERATED = EnumSet.of(IDNA.Error.HYPHEN_3_4);

    private final String typed;
    private final String localPart;
    private final String domain;

    private EmailAddress(String typed, String localPart, String domain) {
        this.typed = typed;
        this.localPart = localPart;
        this.domain = domain;
    }

    /** Reads an address; white space around it is no part of it. Empty where it is none that mail can be sent to. */
    public static Optional<EmailAddress> parse(String text) {
        // No address has more characters than octets; what is much longer is not parsed.
        if (text == null || text.length() > 2 * LONGEST) {
            return Optional.empty();
        }
        String typed = VisibleText.trimmed(text);
        int at = typed.lastIndexOf('@');
        if (at < 0 || !isLocalPart(typed.substring(0, at))) {
            return Optional.empty();
        }
        return domain(typed.substring(at + 1))
                .map(domain -> new EmailAddress(typed, typed.substring(0, at), domain))
                .filter(address -> octets(address.forWire()) <= LONGEST);
    }

    private static boolean isLocalPart(String text) {
        return !text.isEmpty()
                && octets(text) <= LONGEST_LOCAL_PART
                && !text.startsWith(".")
                && !text.endsWith(".")
                && !text.contains("..")
                && text.codePoints().allMatch(EmailAddress::isLocal);
    }

    private static boolean isLocal(int codePoint) {
        if (codePoint < 0x80) {
            return isAsciiLetterOrDigit(codePoint) || codePoint == '.' || ATOM_SIGNS.indexOf(codePoint) >= 0;
        }
        return VisibleText.leavesATrace(codePoint);
    }

    private static boolean isAsciiLetterOrDigit(int codePoint) {
        return codePoint >= 'a' && codePoint <= 'z'
                || codePoint >= 'A' && codePoint <= 'Z'
                || codePoint >= '0' && codePoint <= '9';
    }

    /** The domain as it travels, in lower case. */
    private static Optional<String> domain(String typed) {
        StringBuilder ascii = new StringBuilder();
        IDNA.Info read = new IDNA.Info();
        DOMAINS.nameToASCII(typed, ascii, read);
        String domain = ascii.toString();
        boolean sound = TOLERATED.containsAll(read.getErrors()) && !domain.isEmpty() && !domain.endsWith(".");
        return sound && !endsInNumber(domain) && isSame(typed, domain) ? Optional.of(domain) : Optional.empty();
    }

    /** Such as {@code 192.0.2.1}, which is no name. */
    private static boolean endsInNumber(String domain) {
        return NUMBER.matcher(domain.substring(domain.lastIndexOf('.') + 1)).matches();
    }

    /** Whether a domain says what was typed: the same characters, but for letter case and the order of accents. */
    private static boolean isSame(String typed, String domain) {
        String written = isAscii(typed) ? domain : unicode(domain);
        return typed.codePoints().noneMatch(EmailAddress::standsForAscii) && written.equals(composed(typed));
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(character -> character < 0x80);
    }

    private static String unicode(String domain) {
        StringBuilder unicode = new StringBuilder();
        DOMAINS.nameToUnicode(domain, unicode, new IDNA.Info());
        return unicode.toString();
    }

    /** Such as the Kelvin sign, which would become an ASCII letter. */
    private static boolean standsForAscii(int codePoint) {
        return codePoint >= 0x80
                && composed(Character.toString(codePoint)).chars().anyMatch(character -> character < 0x80);
    }

    /** In lower case letter by letter (a word's end does not matter here), each accent with its letter. */
    private static String composed(String text) {
        String lowerCase = text.codePoints()
                .map(Character::toLowerCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return Normalizer2.getNFCInstance().normalize(lowerCase);
    }

    private static int octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** The address as it was typed. */
    public String typed() {
        return typed;
    }

    /** The part before the {@code @}, as it was typed. */
    public String localPart() {
        return localPart;
    }

    /** The domain as it travels: ASCII in lower case, {@code xn--…} for what is beyond. */
    public String domain() {
        return domain;
    }

    /** The address as mail servers pass it on: as it was typed, but a domain beyond ASCII as {@code xn--…}. */
    public String forWire() {
        String typedDomain = typed.substring(localPart.length() + 1);
        return localPart + "@" + (isAscii(typedDomain) ? typedDomain : domain);
    }

    /** Whether only a mail server that offers SMTPUTF8 (RFC 6531) can take mail for this address. */
    public boolean needsSmtpUtf8() {
        return !isAscii(localPart);
    }

    /** A key that is the same for all spellings of this mailbox and for no other mailbox. */
    public String mailbox() {
        StringBuilder folded = new StringBuilder(localPart);
        for (int place = 0; place < folded.length(); place++) {
            char character = folded.charAt(place);
            if (character >= 'A' && character <= 'Z') {
                folded.setCharAt(place, (char) (character - 'A' + 'a'));
            }
        }
        return folded + "@" + domain;
    }

    /** Whether mail to the other address comes to the same mailbox. */
    public boolean isSameMailbox(EmailAddress other) {
        return mailbox().equals(other.mailbox());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EmailAddress address && isSameMailbox(address);
    }

    @Override
    public int hashCode() {
        return mailbox().hashCode();
    }

    @Override
    public String toString() {
        return typed;
    }
}
