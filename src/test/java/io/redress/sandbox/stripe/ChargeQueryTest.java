package io.redress.sandbox.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.sandbox.state.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which charges a query of Stripe's search finds. */
class ChargeQueryTest {

    private static final ObjectNode CHARGE = Json.object(
            "status",
            "succeeded",
            "created",
            100,
            "metadata",
            Json.object("order_number", "R-\"1"),
            "payment_method_details",
            Json.object("card", Json.object("fingerprint", "Sbx1")));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "status:\"succeeded\" | true",
                "status:\"failed\" | false",
                "status:\"succeeded\" AND metadata[\"order_number\"]:\"R-\\\"1\" | true",
                "status:\"succeeded\" AND metadata[\"order_number\"]:\"R-1\" | false",
                "payment_method_details.card.fingerprint:\"Sbx1\" AND created>=100 AND created<101 | true",
                "payment_method_details.card.fingerprint:\"Sbx1\" AND created>100 | false",
                "created:100 | true",
            })
    void findsWhatEveryClauseFits(String query, boolean found) {
        assertThat(ChargeQuery.of(query).test(CHARGE)).isEqualTo(found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"succeeded", "status:\"succeeded\" OR created:1", "status:succeeded"})
    void refusesWhatStripeCannotParse(String query) {
        assertThatThrownBy(() -> ChargeQuery.of(query)).isInstanceOf(StripeError.class);
    }
}
