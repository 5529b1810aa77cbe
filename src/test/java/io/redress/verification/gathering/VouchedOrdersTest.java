package io.redress.verification.gathering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.complaint.customer.Customer;
import io.redress.complaint.file.Complaint;
import io.redress.outside.order.Order;
import java.math.BigDecimal;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** An order as a client that vouches for it tells it. */
class VouchedOrdersTest {

    private final VouchedOrders orders = new VouchedOrders(new ObjectMapper());

    @Test
    void linesFeesDeliveryAndTheirTaxesAreThoseThatWereTold() {
        Order order = read("""
                {'number': 'R-1', 'currency': 'KWD', 'deliveryFee': '1.500', 'deliveryTaxRate': '5',
                 'fees': [{'name': 'Wrapping', 'amount': '0.250', 'taxRate': '5.0'}, {'name': 'Duty', 'amount': '2'}],
                 'items': [{'line': 7, 'sku': 'A', 'quantity': 2, 'unitPrice': '1.005', 'taxRate': '5'},
                           {'sku': 'B', 'quantity': 1, 'unitPrice': '0'}],
                 'shipments': [{'trackingCode': 'T1', 'items': [{'line': 7, 'sku': 'A', 'quantity': 2}]}]}""");

        assertThat(order.lines()).extracting(Order.Line::line).containsExactly(7, 2);
        assertThat(order.lines()).extracting(Order.Line::taxRate).containsExactly(new BigDecimal("5"), null);
        assertThat(order.deliveryFee()).isEqualTo(Money.parse("KWD 1.500"));
        assertThat(order.deliveryTaxRate()).isEqualByComparingTo("5");
        assertThat(order.fees())
                .containsExactly(
                        new Order.Fee("Wrapping", Money.parse("KWD 0.250"), new BigDecimal("5.0")),
                        new Order.Fee("Duty", Money.parse("KWD 2.000"), null));
        assertThat(order.total()).as("everything together").isEqualTo(Money.parse("KWD 5.760"));
        assertThat(order.shipment("T1").orElseThrow().items()).containsExactly(new Order.Item(7, "A", 2));
    }

    @Test
    void parcelOfWhichOnlyTheCodeIsToldHasEveryLine() {
        Order order = read("""
                {'number': 'R-1', 'currency': 'EUR', 'total': '9.00', 'trackingCode': 'T1',
                 'items': [{'sku': 'A', 'quantity': 1, 'unitPrice': '5.00'}, {'sku': 'A', 'quantity': 2, 'unitPrice': '2'}]}""");

        assertThat(order.shipment("T1").orElseThrow().items())
                .containsExactly(new Order.Item(1, "A", 1), new Order.Item(2, "A", 2));
        assertThat(order.fees()).isEmpty();
        assertThat(order.total()).isEqualTo(Money.parse("EUR 9.00"));
    }

    private Order read(String told) {
        Complaint complaint = mock(Complaint.class);
        when(complaint.isVouched()).thenReturn(true);
        when(complaint.vouchedOrder()).thenReturn(told.replace('\'', '"'));
        when(complaint.customer()).thenReturn(new Customer("Ada", "ada@example.org", null, null, null));
        return orders.of(complaint).orElseThrow();
    }
}
