package io.redress.core.money;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterEnums.ECharacterCategory;
import com.ibm.icu.text.UnicodeSet;
import com.ibm.icu.text.UnicodeSet.SpanCondition;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * An amount as a person types it, in whatever way their language writes numbers: 1,234.50 and 1.234,50, 1 234,50 and
 * 1'234.50, with or without the order's currency. All ways are tried at once; what can be read in two ways is refused,
 * because only the person knows whether 1.000 is one or a thousand.
 */
public final class TypedAmount {

    private static final int LONGEST = 40;
    private static final int MOST_DIGITS = 12;

    private static final UnicodeSet BLANK = new UnicodeSet("[[:White_Space:][:Cf:]]").freeze();
    private static final UnicodeSet SPACE = new UnicodeSet("[:Zs:]").freeze();
    private static final UnicodeSet APOSTROPHE = new UnicodeSet("['’ʼ]").freeze();
    private static final UnicodeSet SIGN = new UnicodeSet("[+\\-−–‒—﹣－＋()]").freeze();
    private static final UnicodeSet DIGIT = new UnicodeSet("[0-9]").freeze();

    /** The lakh's groups of two digits are written with commas only. */
    private static final Pattern WITH_POINT = ways('.', ",' ", "|[1-9][0-9]?(?:,[0-9]{2})+,[0-9]{3}");

    private static final Pattern WITH_COMMA = ways(',', ".' ", "");

    private final String typed;
    private final CurrencyUnit currency;

    private TypedAmount(String typed, CurrencyUnit currency) {
        this.typed = typed;
        this.currency = currency;
    }

    private static Pattern ways(char decimalMark, String groupMarks, String more) {
        return Pattern.compile("([0-9]+|[1-9][0-9]{0,2}([" + groupMarks + "])[0-9]{3}(?:\\2[0-9]{3})*" + more + ")(?:"
                + Pattern.quote(String.valueOf(decimalMark)) + "([0-9]+))?");
    }

    /**
     * The amount that a form's field holds, of zero or more.
     *
     * @param value a text as it was typed, or a number, which is taken exactly
     * @param currency the order's; an amount with another currency beside it is refused
     * @return nothing where there is nothing to see
     * @throws UnreadableAmount where it is no amount in this currency, or could be two
     */
    public static Optional<Money> read(Object value, CurrencyUnit currency) {
        if (value == null) {
            return Optional.empty();
        }
        String typed = trimmed(value.toString());
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        if (typed.length() > LONGEST) {
            throw new UnreadableAmount("Must have at most " + LONGEST + " characters.");
        }
        TypedAmount amount = new TypedAmount(typed, currency);
        return Optional.of(amount.money(value instanceof Number ? amount.number() : amount.text()));
    }

    private static String trimmed(String text) {
        int start = BLANK.span(text, SpanCondition.SIMPLE);
        return start == text.length() ? "" : text.substring(start, BLANK.spanBack(text, SpanCondition.SIMPLE));
    }

    private Money money(BigDecimal amount) {
        if (amount.scale() > currency.getDecimalPlaces()) {
            throw refused("has more decimals than " + Decimals.of(currency));
        }
        if (amount.precision() - amount.scale() > MOST_DIGITS) {
            throw refused("has more than 12 digits before the decimals");
        }
        return Money.of(currency, amount, RoundingMode.UNNECESSARY);
    }

    /** A JSON number is still exact: it has lost nothing but zeros at its end. */
    private BigDecimal number() {
        BigDecimal number;
        try {
            number = new BigDecimal(typed);
        } catch (NumberFormatException notFinite) {
            throw refused("is no amount");
        }
        if (number.signum() < 0) {
            throw signed();
        }
        return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }

    private BigDecimal text() {
        refuseForeignDigits();
        int start = DIGIT.span(typed, SpanCondition.NOT_CONTAINED);
        if (start == typed.length()) {
            throw refused("is no amount");
        }
        int end = DIGIT.spanBack(typed, SpanCondition.NOT_CONTAINED);
        checkBeside(trimmed(typed.substring(0, start)), trimmed(typed.substring(end)));
        return oneReading(readings(plain(typed.substring(start, end))));
    }

    private void refuseForeignDigits() {
        typed.codePoints()
                .filter(each -> !DIGIT.contains(each) && isNumber(each))
                .mapToObj(Character::toString)
                .findFirst()
                .ifPresent(digit -> {
                    throw refused("has \"" + digit + "\" in it, which is none of the digits 0 to 9");
                });
    }

    private static boolean isNumber(int codePoint) {
        return switch (UCharacter.getType(codePoint)) {
            case ECharacterCategory.DECIMAL_DIGIT_NUMBER,
                    ECharacterCategory.LETTER_NUMBER,
                    ECharacterCategory.OTHER_NUMBER -> true;
            default -> false;
        };
    }

    /** Beside the number may stand the currency, once. */
    private void checkBeside(String before, String after) {
        if (SIGN.containsSome(before) || SIGN.containsSome(after)) {
            throw signed();
        }
        for (String mark : List.of(before, after)) {
            if (!mark.isEmpty() && !CurrencyMarks.isOf(currency, mark)) {
                throw refused("has \"" + mark + "\" in it, which does not stand for " + currency.getCode()
                        + ", the currency of the order");
            }
        }
        if (!before.isEmpty() && !after.isEmpty()) {
            throw refused("names the currency twice");
        }
    }

    private static String plain(String number) {
        StringBuilder plain = new StringBuilder();
        number.codePoints()
                .map(each -> SPACE.contains(each) ? ' ' : APOSTROPHE.contains(each) ? '\'' : each)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static List<BigDecimal> readings(String number) {
        return Stream.of(WITH_POINT.matcher(number), WITH_COMMA.matcher(number))
                .filter(Matcher::matches)
                .map(TypedAmount::value)
                .distinct()
                .toList();
    }

    private static BigDecimal value(Matcher way) {
        String whole = way.group(1).replaceAll("[^0-9]", "");
        return new BigDecimal(whole + "." + Objects.requireNonNullElse(way.group(3), ""));
    }

    private BigDecimal oneReading(List<BigDecimal> readings) {
        List<BigDecimal> possible = readings.size() > 1 && currency.getDecimalPlaces() == 0
                ? readings.stream().filter(reading -> reading.scale() == 0).toList()
                : readings;
        if (possible.isEmpty()) {
            throw refused("is no amount");
        }
        if (possible.size() > 1) {
            throw ambiguous(possible);
        }
        return possible.get(0);
    }

    private UnreadableAmount ambiguous(List<BigDecimal> readings) {
        BigDecimal decimal =
                readings.stream().max((a, b) -> a.scale() - b.scale()).orElseThrow();
        BigDecimal whole =
                readings.stream().min((a, b) -> a.scale() - b.scale()).orElseThrow();
        return new UnreadableAmount(String.format(
                Locale.ROOT,
                "\"%s\" can be read as %s or as %,d. Write %s or %s.",
                typed,
                decimal.stripTrailingZeros().toPlainString(),
                whole.toBigIntegerExact(),
                whole.toPlainString(),
                unmistakable(decimal)));
    }

    /** A zero in front of three decimals makes them unmistakable: no group of thousands begins with a zero. */
    private String unmistakable(BigDecimal decimal) {
        int places = currency.getDecimalPlaces();
        BigDecimal shown = decimal.setScale(places, RoundingMode.DOWN);
        return (places == 3 ? "0" : "") + shown.toPlainString();
    }

    private UnreadableAmount signed() {
        return refused("has a sign in it, which an amount has not");
    }

    private UnreadableAmount refused(String why) {
        return new UnreadableAmount("\"%s\" %s. Write it such as %s."
                .formatted(typed, why, currency.getDecimalPlaces() == 0 ? "1234" : "1234.50 or 1234,50"));
    }
}
