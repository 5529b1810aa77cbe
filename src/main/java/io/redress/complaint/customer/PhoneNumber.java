package io.redress.complaint.customer;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber;
import io.redress.core.text.VisibleText;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A phone number, kept as it was typed. Two numbers are equal if they reach the same phone: the same international
 * number and the same extension. A number without a country prefix is read as one of the given region. Where that is
 * not possible, it stays a local number, which equals only its own digits and can be read {@linkplain #in again} once
 * its region is known.
 */
public final class PhoneNumber {

    /** What a reader of a number expects, for whoever refuses one. */
    public static final String EXPECTED = "Must be a phone number such as +49 30 1234567 or (030) 1234567.";

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final int LONGEST = 100;
    private static final int FEWEST_DIGITS = 3;

    /** What stands before a number: the scheme of a link, or a word such as "Mobile:". */
    private static final Pattern LABEL = Pattern.compile("\\p{L}{1,12}\\s?[.:]{0,2}\\s?(?=[^\\p{L}])");

    private static final Pattern PLUS = Pattern.compile("[+＋]");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");

    private final String typed;
    private final String number;
    private final String extension;

    private PhoneNumber(String typed, String number, String extension) {
        this.typed = typed;
        this.number = number;
        this.extension = extension;
    }

    /** Whether phones of a country are known by this code, as in ISO 3166-1. */
    public static boolean isRegion(String region) {
        return NUMBERS.getSupportedRegions().contains(region);
    }

    /**
     * Reads a number; white space around it is no part of it.
     *
     * @param region the country whose numbers are written without a prefix, as in ISO 3166-1; may be {@code null}
     * @return empty where no phone of any country can have this number
     */
    public static Optional<PhoneNumber> parse(String text, String region) {
        if (text == null || text.length() > LONGEST) {
            return Optional.empty();
        }
        String typed = VisibleText.trimmed(text);
        // A tab comes along from a table.
        if (typed.chars().anyMatch(character -> Character.isISOControl(character) && character != '\t')) {
            return Optional.empty();
        }
        String dialled = dialled(typed);
        return PLUS.matcher(dialled).find()
                ? international(typed, dialled, null)
                : international(typed, dialled, region).or(() -> local(typed, dialled));
    }

    /** Without invisible characters, such as the direction marks that address books copy along. */
    private static String dialled(String typed) {
        String shown = typed.replaceAll("[\\p{Z}\\s]", " ").replaceAll("\\p{Cf}", "");
        Matcher label = LABEL.matcher(shown);
        return label.lookingAt() ? shown.substring(label.end()) : shown;
    }

    private static Optional<PhoneNumber> international(String typed, String dialled, String region) {
        return read(dialled, region)
                .filter(read -> NUMBERS.isPossibleNumberWithReason(read) == ValidationResult.IS_POSSIBLE)
                .filter(PhoneNumber::isNamedByItsInternationalNumber)
                .map(read -> new PhoneNumber(typed, NUMBERS.format(read, PhoneNumberFormat.E164), read.getExtension()));
    }

    /**
     * False for numbers of zeros only, since each reading takes one more zero for the prefix of a long-distance call.
     */
    private static boolean isNamedByItsInternationalNumber(Phonenumber.PhoneNumber read) {
        String number = NUMBERS.format(read, PhoneNumberFormat.E164);
        return parsed(number, null)
                .filter(again -> NUMBERS.format(again, PhoneNumberFormat.E164).equals(number))
                .isPresent();
    }

    private static Optional<PhoneNumber> local(String typed, String dialled) {
        return NUMBERS.getSupportedRegions().stream()
                .flatMap(region -> read(dialled, region).stream())
                .filter(NUMBERS::isPossibleNumber)
                .findFirst()
                .map(somewhere -> new PhoneNumber(
                        typed, withoutExtension(dialled, somewhere.getExtension()), somewhere.getExtension()))
                .filter(local -> local.number.length() >= FEWEST_DIGITS);
    }

    private static String withoutExtension(String dialled, String extension) {
        String digits = PhoneNumberUtil.normalizeDigitsOnly(dialled);
        return digits.substring(0, digits.length() - extension.length());
    }

    /** A number in which letters do nothing but name an extension; others would be dialled as digits. */
    private static Optional<Phonenumber.PhoneNumber> read(String dialled, String region) {
        Matcher letter = LETTER.matcher(dialled);
        if (!letter.find()) {
            return parsed(dialled, region);
        }
        return parsed(dialled, region)
                .filter(Phonenumber.PhoneNumber::hasExtension)
                .filter(read -> parsed(dialled.substring(0, letter.start()), region)
                        .filter(head -> head.getCountryCode() == read.getCountryCode()
                                && head.getNationalNumber() == read.getNationalNumber())
                        .isPresent());
    }

    private static Optional<Phonenumber.PhoneNumber> parsed(String dialled, String region) {
        try {
            return Optional.of(NUMBERS.parse(dialled, region));
        } catch (NumberParseException noNumber) {
            return Optional.empty();
        }
    }

    /** This number as read in a region; unchanged where it names its country already or is none of that region. */
    public PhoneNumber in(String region) {
        return parse(typed, region).orElse(this);
    }

    /** The number as it was typed. */
    public String typed() {
        return typed;
    }

    /** The international number by E.164, without its extension; empty for a local number. */
    public Optional<String> international() {
        return number.startsWith("+") ? Optional.of(number) : Optional.empty();
    }

    /** The country of an international number, as in ISO 3166-1; empty where it has none of its own. */
    public Optional<String> region() {
        return international()
                .flatMap(international -> parsed(international, null))
                .map(NUMBERS::getRegionCodeForNumber);
    }

    /** The extension behind the number, in digits. */
    public Optional<String> extension() {
        return extension.isEmpty() ? Optional.empty() : Optional.of(extension);
    }

    /**
     * A key that is the same for all spellings of this number and for no other number: {@code +49301234567} or
     * {@code …;ext=7}.
     */
    public String dialling() {
        return extension.isEmpty() ? number : number + ";ext=" + extension;
    }

    /** Whether the other number reaches the same phone. */
    public boolean isSameNumber(PhoneNumber other) {
        return dialling().equals(other.dialling());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PhoneNumber phone && isSameNumber(phone);
    }

    @Override
    public int hashCode() {
        return dialling().hashCode();
    }

    @Override
    public String toString() {
        return typed;
    }
}
