package io.redress.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Amounts as people type them: what has one meaning is read, what has two or none is refused in words. */
class TypedAmountTest {

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "32,90|EUR|32.90",
                "10.50|EUR|10.50",
                "10|EUR|10.00",
                "0|EUR|0.00",
                "0,5|EUR|0.50",
                "0.05|EUR|0.05",
                "1000|EUR|1000.00",
                "1000.00|EUR|1000.00",
                "1.00|EUR|1.00",
                "007.50|EUR|7.50",
                "1.234,50|EUR|1234.50",
                "1,234.50|USD|1234.50",
                "1.234,5|EUR|1234.50",
                "1 234,50|EUR|1234.50",
                "1 234.50|EUR|1234.50",
                "1\u00a0234,50|EUR|1234.50",
                "1\u202f234,50|EUR|1234.50",
                "1\u2009234,50|EUR|1234.50",
                "1 000|EUR|1000.00",
                "1'234.50|CHF|1234.50",
                "1\u2019234.50|CHF|1234.50",
                "1'000|CHF|1000.00",
                "1,234,567|EUR|1234567.00",
                "1.234.567|EUR|1234567.00",
                "1.234.567,89|EUR|1234567.89",
                "1,234,567.89|EUR|1234567.89",
                "12,34,567.50|INR|1234567.50",
                "999999999999|EUR|999999999999.00",
                " 10.50 |EUR|10.50",
                "\u00a010,50\t|EUR|10.50",
                "\u200e10,50\u200f|EUR|10.50",
                "10,50 €|EUR|10.50",
                "€10.50|EUR|10.50",
                "€ 10.50|EUR|10.50",
                "EUR 10.50|EUR|10.50",
                "10,50EUR|EUR|10.50",
                "10.50 eur|EUR|10.50",
                "£10.50|GBP|10.50",
                "$10.50|USD|10.50",
                "US$ 10.50|USD|10.50",
                "$10.50|CAD|10.50",
                "10,50 kr|SEK|10.50",
                "10,50 zł|PLN|10.50",
                "¥4,100|JPY|4100",
                "￥4100|JPY|4100",
                "¥4100.50|CNY|4100.50",
                "4,100|JPY|4100",
                "4.100|JPY|4100",
                "4100|JPY|4100",
                "1.000|JPY|1000",
                "1,000,000|JPY|1000000",
                "1 000|KRW|1000",
                "1.234,567|BHD|1234.567",
                "1,234.567|BHD|1234.567",
                "0.500|BHD|0.500",
                "01.234|BHD|1.234",
                "1.23|BHD|1.230",
                "1234.567|BHD|1234.567"
            })
    void readsWhatHasOneMeaning(String typed, String currency, String amount) {
        assertThat(TypedAmount.read(typed, CurrencyUnit.of(currency))).hasValue(money(currency, amount));
    }

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "1.000|EUR|\"1.000\" can be read as 1 or as 1,000. Write 1000 or 1.00.",
                "1,000|EUR|\"1,000\" can be read as 1 or as 1,000. Write 1000 or 1.00.",
                "1,234|EUR|\"1,234\" can be read as 1.234 or as 1,234. Write 1234 or 1.23.",
                "10.505|EUR|\"10.505\" can be read as 10.505 or as 10,505. Write 10505 or 10.50.",
                "10.500|USD|\"10.500\" can be read as 10.5 or as 10,500. Write 10500 or 10.50.",
                "€ 1.500|EUR|\"€ 1.500\" can be read as 1.5 or as 1,500. Write 1500 or 1.50.",
                "1.234|BHD|\"1.234\" can be read as 1.234 or as 1,234. Write 1234 or 01.234.",
                "100,000|GBP|\"100,000\" can be read as 100 or as 100,000. Write 100000 or 100.00."
            })
    void refusesWhatHasTwoMeaningsAndNamesBothWaysToWriteIt(String typed, String currency, String refusal) {
        assertRefused(typed, currency, refusal);
    }

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "0.505|EUR|more decimals than EUR, which has 2",
                "1234.567|EUR|more decimals than EUR, which has 2",
                "1.234,567|EUR|more decimals than EUR, which has 2",
                "1234.500|EUR|more decimals than EUR, which has 2",
                "10.5|JPY|more decimals than JPY, which has none",
                "4100.00|JPY|more decimals than JPY, which has none",
                "1,234.5|JPY|more decimals than JPY, which has none",
                "0.1234|BHD|more decimals than BHD, which has 3",
                "-5|EUR|sign",
                "\u22125|EUR|sign",
                "+5|EUR|sign",
                "(5.00)|EUR|sign",
                "€-5|EUR|sign",
                "10,-|EUR|sign",
                "1e3|EUR|no amount",
                "1E3|EUR|no amount",
                "0x10|EUR|no amount",
                "1.2.3|EUR|no amount",
                "1.234.56|EUR|no amount",
                "1,23,45|EUR|no amount",
                "1,234 567|EUR|no amount",
                "12 34|EUR|no amount",
                "5-6|EUR|no amount",
                "10 EUR 50|EUR|no amount",
                "1234567890123|EUR|more than 12 digits",
                "ten|EUR|no amount",
                "€|EUR|no amount",
                ".50|EUR|\".\" in it, which does not stand for EUR",
                "10.50.|EUR|\".\" in it, which does not stand for EUR",
                "$10.50|EUR|\"$\" in it, which does not stand for EUR",
                "10,50 £|EUR|\"£\" in it, which does not stand for EUR",
                "USD 10|EUR|\"USD\" in it, which does not stand for EUR",
                "10 kr|EUR|\"kr\" in it",
                "€10|GBP|\"€\" in it, which does not stand for GBP",
                "10 about|EUR|\"about\" in it",
                "€ 10 €|EUR|currency twice",
                "٣٢٫٩٠|EUR|\"٣\" in it, which is none of the digits 0 to 9",
                "１０|EUR|\"１\" in it, which is none of the digits 0 to 9",
                "1०|EUR|\"०\" in it, which is none of the digits 0 to 9",
                "1½|EUR|\"½\" in it",
                "10²|EUR|\"²\" in it",
                "𝟙𝟘|EUR|in it, which is none of the digits 0 to 9",
                "10，50|EUR|no amount"
            })
    void refusesWhatIsNoAmount(String typed, String currency, String refusal) {
        assertRefused(typed, currency, refusal);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "\u00a0\u200b"})
    void findsNothingWhereNothingWasTyped(String typed) {
        assertThat(TypedAmount.read(typed, CurrencyUnit.EUR)).isEmpty();
    }

    @Test
    void takesNumbersExactly() {
        assertThat(TypedAmount.read(10, CurrencyUnit.EUR)).hasValue(money("EUR", "10.00"));
        assertThat(TypedAmount.read(10.5, CurrencyUnit.EUR)).hasValue(money("EUR", "10.50"));
        assertThat(TypedAmount.read(0.1, CurrencyUnit.EUR)).hasValue(money("EUR", "0.10"));
        assertThat(TypedAmount.read(1000L, CurrencyUnit.EUR)).hasValue(money("EUR", "1000.00"));
        assertThat(TypedAmount.read(1.234, CurrencyUnit.of("BHD"))).hasValue(money("BHD", "1.234"));
        assertThat(TypedAmount.read(4100.0, CurrencyUnit.JPY)).hasValue(money("JPY", "4100"));
        assertThat(TypedAmount.read(new BigDecimal("10.500"), CurrencyUnit.EUR)).hasValue(money("EUR", "10.50"));
    }

    @Test
    void refusesNumbersThatAreNoAmount() {
        assertRefused(10.505, "EUR", "more decimals than EUR, which has 2");
        assertRefused(10.5, "JPY", "more decimals than JPY, which has none");
        assertRefused(-5, "EUR", "sign");
        assertRefused(-0.5, "EUR", "sign");
        assertRefused(Double.NaN, "EUR", "no amount");
        assertRefused(Double.POSITIVE_INFINITY, "EUR", "no amount");
        assertRefused(1e300, "EUR", "more than 12 digits");
        assertRefused(new BigDecimal("1e1000000"), "EUR", "more than 12 digits");
        assertRefused(BigInteger.TEN.pow(1000), "EUR", "at most 40 characters");
        assertRefused("1".repeat(41), "EUR", "at most 40 characters");
    }

    private static void assertRefused(Object typed, String currency, String refusal) {
        assertThatExceptionOfType(UnreadableAmount.class)
                .isThrownBy(() -> TypedAmount.read(typed, CurrencyUnit.of(currency)))
                .withMessageContaining(refusal);
    }

    private static Money money(String currency, String amount) {
        return Money.of(CurrencyUnit.of(currency), new BigDecimal(amount));
    }
}
