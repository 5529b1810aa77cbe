package io.redress.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Amounts as systems write them: plain decimals, and nothing that only a parser takes for a number. */
class SystemAmountTest {

    private static final JsonMapper FOREIGN =
            JsonMapper.builder().addModule(new BoundedNumbers()).build();

    @ParameterizedTest
    @CsvSource({"0,EUR,0.00", "12.5,EUR,12.50", "24.900,EUR,24.90", "1.234,BHD,1.234", "4100,JPY,4100", "007,EUR,7.00"})
    void readsPlainDecimals(String text, String currency, String amount) {
        assertThat(SystemAmount.read(text, CurrencyUnit.of(currency)))
                .isEqualTo(Money.of(CurrencyUnit.of(currency), new BigDecimal(amount)));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                " 1",
                "1 ",
                "1e3",
                "1E+3",
                "1e1000000",
                "-1",
                "+1",
                "-0",
                "1.",
                ".5",
                "1,5",
                "1.2345",
                "1_000",
                "1'000",
                "0x1",
                "NaN",
                "1d",
                "1f",
                "٣",
                "１２",
                "१०",
                "1234567890123",
                "1\n"
            })
    void refusesEverythingElse(String text) {
        assertThatExceptionOfType(UnreadableAmount.class)
                .isThrownBy(() -> SystemAmount.read(text))
                .withMessageStartingWith("Must be an amount such as \"12.50\"");
    }

    @ParameterizedTest
    @CsvSource({"10.505,EUR", "10.5,JPY", "0.001,USD"})
    void staysWithinTheCurrencysDecimals(String text, String currency) {
        assertThatExceptionOfType(UnreadableAmount.class)
                .isThrownBy(() -> SystemAmount.read(text, CurrencyUnit.of(currency)))
                .withMessageContaining("more decimals than " + currency);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e3", "1.5e1", "100.0", "24.90", "0.10", "1E-7", "12345678901.5", "7"})
    void keepsTheTextOfNumbersInJson(String number) throws JsonProcessingException {
        JsonNode body = ExactJson.read("{\"order\": {\"total\": %s, \"lines\": [%s]}}".formatted(number, number));

        assertThat(ExactJson.amountIn(body.at("/order/total"))).hasValue(number);
        assertThat(ExactJson.amountIn(body.at("/order/lines/0"))).hasValue(number);
        assertThat(body.path("order")).hasToString("{\"total\":%s,\"lines\":[%s]}".formatted(number, number));
    }

    @Test
    void findsAmountsInTextsAndNumbersOnly() throws JsonProcessingException {
        JsonNode body = ExactJson.read("{\"a\": \"12.50\", \"b\": true, \"c\": {}, \"d\": [1], \"e\": null}");

        assertThat(ExactJson.amountIn(body.path("a"))).hasValue("12.50");
        assertThat(ExactJson.amountIn(body.path("b"))).isEmpty();
        assertThat(ExactJson.amountIn(body.path("c"))).isEmpty();
        assertThat(ExactJson.amountIn(body.path("d"))).isEmpty();
        assertThat(ExactJson.amountIn(body.path("e"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{} {}", "{\"a\": 1.0, \"a\": 2.0}", "{\"a\": 1.}", "{\"a\": 01.5}", "{\"a\": +1.5}"})
    void readsNothingThatIsNotJson(String body) {
        assertThatExceptionOfType(JsonProcessingException.class).isThrownBy(() -> ExactJson.read(body));
    }

    @ParameterizedTest
    @CsvSource({"1.5,1.5", "\"-24.90\",-24.90", "8.8750,8.8750", "\"3.1415926535\",3.1415926535", "19,19"})
    void readsWhatAForeignSystemCalculatesWith(String json, String number) throws JsonProcessingException {
        assertThat(FOREIGN.readValue(json, BigDecimal.class)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e400",
                "1e1000000",
                "\"1e3\"",
                "1E-400",
                "1234567890123",
                "0.12345678901",
                "\"+1\"",
                "\"1,5\"",
                "\"NaN\"",
                "\"٣\"",
                "true",
                "{}"
            })
    void refusesWhatCannotBeCalculatedWith(String json) {
        assertThatExceptionOfType(JsonProcessingException.class)
                .isThrownBy(() -> FOREIGN.readValue(json, BigDecimal.class));
    }
}
