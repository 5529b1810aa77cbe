package io.redress.intake.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.complaint.file.AffectedItem;
import io.redress.core.input.RefusedInput;
import io.redress.intake.registration.RegisterComplaint;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The facts of an order that come with a complaint: what is wrong is named by its field, and nothing is taken. */
class ComplaintReaderOrderTest {

    private static final String ORDER = """
            {'number': 'R-1', 'currency': 'EUR', 'total': '47.40', 'deliveryFee': '4.90', 'deliveryTaxRate': '19.00',
             'fees': [{'name': 'Gift wrapping', 'amount': '2.50', 'taxRate': '7'}, {'name': 'Insurance', 'amount': 0}],
             'items': [{'line': 1, 'sku': 'A', 'quantity': 1, 'unitPrice': '10.00', 'taxRate': '19.00'},
                       {'line': 5, 'sku': 'A', 'quantity': 2, 'unitPrice': '12.00', 'taxRate': 7},
                       {'sku': 'B', 'quantity': 2, 'unitPrice': 3.00, 'taxRate': 19.50}],
             'shipments': [{'trackingCode': 'T1', 'items': [{'line': 5, 'sku': 'A', 'quantity': 2},
                                                            {'sku': 'B', 'quantity': 2}]}]}""";

    private final ComplaintReader reader = new ComplaintReader(Clock.systemUTC());

    @Test
    void everyFactOfAnOrderIsTaken() {
        RegisterComplaint read = read(ORDER, "[{'line': 5, 'sku': 'A', 'quantity': 1}, {'sku': 'B', 'quantity': 2}]");

        assertThat(read.affectedItems()).containsExactly(new AffectedItem(5, "A", 1), new AffectedItem(null, "B", 2));
    }

    @Test
    void lineOfAnOrderThatOnlyTheShopKnowsIsTaken() {
        assertThat(read("{'number': 'R-1'}", "[{'line': 9, 'sku': 'A', 'quantity': 1}]")
                        .affectedItems())
                .containsExactly(new AffectedItem(9, "A", 1));
    }

    @ParameterizedTest(name = "{0} -> {1}: {2}: {3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'amount': '2.50'           | 'amount': '-2.50'        | order.fees[0].amount    | no sign",
                "'amount': '2.50'           | 'amount': '2.505'        | order.fees[0].amount    | at most 2 decimals",
                "'amount': '2.50'           | 'amount': null           | order.fees[0].amount    | Is missing.",
                "'name': 'Gift wrapping'    | 'name': ' '              | order.fees[0].name      | Is missing.",
                "'deliveryFee': '4.90'      | 'deliveryFee': '-4.90'   | order.deliveryFee       | no sign",
                "'deliveryTaxRate': '19.00' | 'deliveryTaxRate': '19%' | order.deliveryTaxRate   | in percent",
                "'taxRate': 7}              | 'taxRate': -7}           | order.items[1].taxRate  | in percent",
                "'taxRate': '7'}            | 'taxRate': '1e1'}        | order.fees[0].taxRate   | in percent",
                "'line': 5, 'sku': 'A', 'quantity': 2, 'unit | 'line': 1, 'sku': 'A', 'quantity': 2, 'unit | order.items[1].line | Another line",
                "'line': 5, 'sku': 'A', 'quantity': 2, 'unit | 'line': 3, 'sku': 'A', 'quantity': 2, 'unit | order.items[2].line | Another line",
                "'line': 1, 'sku': 'A'      | 'line': 0, 'sku': 'A'    | order.items[0].line     | whole number",
                "'line': 1, 'sku': 'A'      | 'line': '1', 'sku': 'A'  | order.items[0].line     | whole number",
                "[{'line': 5, 'sku': 'A'    | [{'line': 4, 'sku': 'A'  | order.shipments[0].items[0].line | The order has no line 4.",
                "[{'line': 5, 'sku': 'A'    | [{'line': 5, 'sku': 'B'  | order.shipments[0].items[0].sku  | Line 5 of the order is A.",
                "'fees'                     | 'charges'                | order.charges           | not known",
            })
    void whatIsWrongWithAnOrderIsNamed(String right, String wrong, String field, String message) {
        assertThat(ORDER).contains(right);
        assertRefused(ORDER.replace(right, wrong), "[]", field, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "[{'line': 4, 'sku': 'A', 'quantity': 1}]                          | affectedItems[0].line | The order has no line 4.",
                "[{'sku': 'B', 'quantity': 1}, {'line': 5, 'sku': 'B', 'quantity': 1}] | affectedItems[1].sku | Line 5 of the order is A.",
                "[{'line': 3, 'sku': 'A', 'quantity': 1}]                          | affectedItems[0].sku  | Line 3 of the order is B.",
                "[{'sku': 'B', 'quantity': 1}, {'sku': 'AB', 'quantity': 1}] | affectedItems[1].sku | The order has no article AB; it has A, B.",
                "[{'line': 1.5, 'sku': 'A', 'quantity': 1}]                        | affectedItems[0].line | whole number",
                "[{'line': 1, 'sku': 'A', 'quantity': 0}]                          | affectedItems[0].quantity | whole number",
            })
    void lineThatTheOrderDoesNotHaveIsNamed(String affected, String field, String message) {
        assertRefused(ORDER, affected, field, message);
    }

    private void assertRefused(String order, String affected, String field, String message) {
        List<String> problems = List.of();
        try {
            read(order, affected);
        } catch (RefusedInput refused) {
            problems = refused.problems().stream()
                    .map(problem -> problem.field() + ": " + problem.message())
                    .toList();
        }
        assertThat(problems).isNotEmpty().first().satisfies(problem -> assertThat(problem)
                .startsWith(field + ": ")
                .contains(message));
    }

    private RegisterComplaint read(String order, String affected) {
        return reader.read(json("""
                {'description': 'Lost', 'customer': {'email': 'ada@example.org'}, 'order': %s, 'affectedItems': %s}""".formatted(order, affected)));
    }

    private JsonNode json(String text) {
        return reader.parse(text.replace('\'', '"'));
    }
}
