package io.redress.outside.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.complaint.customer.Customer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is the order's customer: whoever gives one of its contacts and contradicts none. */
class OrderContactsTest {

    /** A contact that was given, and what it is to an order that has one. */
    private record Given(String text, String is) {}

    private static final List<Given> EMAILS = List.of(
            new Given(null, "missing"),
            new Given("\u200b", "missing"),
            new Given("lena.vogt@example.com", "same"),
            new Given("LENA.Vogt@EXAMPLE.com", "same"),
            new Given("lena.vogt@exam-ple.com", "another"),
            new Given("lenavogt@example.com", "another"),
            new Given("lena.vogt+1@example.com", "another"),
            new Given("ｌena.vogt@example.com", "another"),
            new Given("lena.vogt@ｅｘａｍｐｌｅ.com", "missing"),
            new Given("lena vogt@example.com", "missing"),
            new Given("lena.vogt(at)example.com", "missing"));

    private static final List<Given> PHONES = List.of(
            new Given(null, "missing"),
            new Given("+49 30 5550101", "same"),
            new Given("(030) 555-0101", "same"),
            new Given("tel:0049-30-5550101", "same"),
            new Given("０３０５５５０１０１", "same"),
            new Given("+49 30 5550102", "another"),
            new Given("+43 30 5550101", "another"),
            new Given("+49 30 5550101 ext. 7", "another"),
            new Given("ring me at work", "missing"));

    @Test
    void whoeverGivesOneAndContradictsNoneIsTheCustomer() {
        for (boolean hasEmail : new boolean[] {true, false}) {
            for (boolean hasPhone : new boolean[] {true, false}) {
                OrderContacts order =
                        of(order(hasEmail ? "lena.vogt@example.com" : null, hasPhone ? "+49 30 5550101" : null, null));
                for (Given email : EMAILS) {
                    for (Given phone : PHONES) {
                        String mailIs = hasEmail ? email.is() : "missing";
                        String phoneIs = hasPhone ? phone.is() : "missing";
                        List<String> both = List.of(mailIs, phoneIs);
                        assertThat(order.areThoseOf(customer(email.text(), phone.text())))
                                .as("order has mail %s, phone %s; given %s, %s", hasEmail, hasPhone, email, phone)
                                .isEqualTo(both.contains("same") && !both.contains("another"));
                        assertThat(order.contradict(customer(email.text(), phone.text())))
                                .isEqualTo(both.contains("another"));
                        assertThat(order.haveMailboxOf(customer(email.text(), phone.text())))
                                .isEqualTo(mailIs.equals("same"));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "DE, 030 5550101, +49305550101, true",
        "DE, 030 5550101, 0305550101, true",
        "de, 030 5550101, +49305550101, true",
        "Deutschland, 030 5550101, +49 30 5550101, false",
        "US, (212) 555-0100, +1 212 555 0100, true",
        "US, 030 5550101, +49305550101, false",
        ", +49 30 5550101, 030 5550101, true",
        ", 030 5550101, (030) 555-0101, true",
        ", 030 5550101, +49 30 5550101, false",
        "GB, 020 7946 0000, +44 20 7946 0000, true",
        "IT, 06 12345678, +39 06 12345678, true",
        "DE, n/a, 030 5550101, false",
    })
    void numbersAreReadInTheOrdersCountry(String country, String known, String given, boolean same) {
        OrderContacts contacts = of(order(null, known, country));

        assertThat(contacts.areThoseOf(customer(null, given))).isEqualTo(same);
    }

    @Test
    void deliveryAddressHasAPhoneTooButNotThatOfAGift() {
        Order.Address address = address("DE", "+49 30 5550177");
        Customer caller = customer(null, "030 5550177");

        assertThat(of(order("lena.vogt@example.com", "+49 30 5550101", address, false))
                        .areThoseOf(caller))
                .isTrue();
        assertThat(of(order("lena.vogt@example.com", "+49 30 5550101", address, true))
                        .areThoseOf(caller))
                .isFalse();
    }

    @Test
    void whatCannotBeReadConfirmsNobody() {
        assertThat(of(order("lena at example", "ring twice", "DE"))
                        .areThoseOf(customer("lena at example", "ring twice")))
                .isFalse();
        assertThat(of(order("\"l v\"@example.com", null, "DE")).areThoseOf(customer("\"l v\"@example.com", null)))
                .isFalse();
        assertThat(of(order("\"l v\"@example.com", "+49 30 5550101", "DE"))
                        .areThoseOf(customer("\"l v\"@example.com", "030 5550101")))
                .as("it contradicts nothing either")
                .isTrue();
        assertThat(of(order("\"l v\"@example.com", "+49 30 5550101", "DE"))
                        .areThoseOf(customer("lv@example.com", "030 5550101")))
                .isFalse();
    }

    @Test
    void orderWithoutContactsIsNobodys() {
        assertThat(of(order(null, null, "DE")).areThoseOf(customer("lena.vogt@example.com", "030 5550101")))
                .isFalse();
        assertThat(of(order("", " - ", "DE")).areThoseOf(customer("", " - "))).isFalse();
    }

    private static OrderContacts of(Order order) {
        return OrderContacts.of(order, "");
    }

    private static Customer customer(String email, String phone) {
        return new Customer("Lena", email, phone, null, null);
    }

    private static Order order(String email, String phone, String country) {
        return order(email, phone, country == null ? null : address(country, null), false);
    }

    private static Order.Address address(String country, String phone) {
        return new Order.Address("Lena", "Street 1", null, "Town", null, "12345", country, phone);
    }

    private static Order order(String email, String phone, Order.Address address, boolean gift) {
        return new Order(
                "T-1",
                Instant.parse("2026-01-01T00:00:00Z"),
                CurrencyUnit.EUR,
                Money.parse("EUR 100.00"),
                Money.parse("EUR 0.00"),
                Order.SalesChannel.SHOP,
                Order.PaymentMethod.CARD,
                gift,
                false,
                new Order.Customer("c-1", "Lena", email, phone, Locale.ENGLISH, null, null),
                address,
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of());
    }
}
