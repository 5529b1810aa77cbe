package io.redress.verification.gathering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.redress.complaint.file.Claim;
import io.redress.complaint.file.Complaint;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.outside.order.Order;
import io.redress.outside.payment.Dispute;
import io.redress.outside.payment.Dispute.State;
import io.redress.outside.payment.HeldPayment;
import io.redress.outside.payment.Payment;
import io.redress.outside.payment.PaymentNews;
import io.redress.outside.payment.PaymentProvider;
import io.redress.outside.payment.PaymentProvider.FoundPayment;
import io.redress.outside.payment.PaymentProviderUnavailable;
import io.redress.verification.evidence.EarlierRemedies;
import io.redress.verification.evidence.Evidence;
import io.redress.verification.evidence.FindingNotes;
import io.redress.verification.evidence.Orders;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is found about the payments of an order of EUR 100.00, and that no finding says more than was looked at. */
class PaymentEvidenceTest {

    private static final Instant PLACED = Instant.parse("2026-01-01T00:00:00Z");

    private final PaymentProvider provider = mock(PaymentProvider.class);
    private final List<Order.Payment> listed = new ArrayList<>();
    private final List<FoundPayment> unlisted = new ArrayList<>();
    private final FindingNotes notes = new FindingNotes();

    @BeforeEach
    void answer() {
        when(provider.payment(any())).thenReturn(Optional.empty());
        when(provider.search(any())).thenReturn(unlisted);
    }

    /** Disputes of the first and of the second of three equal payments; how many are clear, and whether all money is kept. */
    @ParameterizedTest
    @CsvSource({
        ",        ,        2, false",
        ",        OPEN,    1, false",
        ",        LOST,    1, false",
        ",        WON,     2, false",
        ",        INQUIRY, 2, false",
        ",        PREVENTED, 1, false",
        "OPEN,    ,        0, true",
        "INQUIRY, ,        2, false",
        "LOST,    ,        1, false",
        "LOST,    OPEN,    0, true",
    })
    void disputeKeepsWhatItIsAbout(State first, State second, int clear, boolean kept) {
        pay("pi_1", "100.00", first);
        pay("pi_2", "100.00", second);
        pay("pi_3", "100.00", null);

        PaymentEvidence.About about = about(Claim.BILLED_TWICE);

        assertThat(about.wrongCharges())
                .filteredOn(wrong -> wrong.standing() == Evidence.Standing.DUE)
                .hasSize(clear);
        assertThat(about.disputed()).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({
        "OPEN, has opened a dispute, true",
        "LOST, was lost, true",
        "PREVENTED, before it began, true",
        "WON, has ended for us, false",
        "INQUIRY, inquires, false",
        "REFUNDED, because we gave the money back, false",
    })
    void disputeIsCalledWhatItIs(State state, String words, boolean kept) {
        pay("pi_1", "100.00", state);

        assertThat(about(Claim.NOT_RECEIVED).disputed()).isEqualTo(kept);
        assertThat(findings()).contains(words);
        assertThat(findings()).satisfies(text -> {
            if (state != State.OPEN) {
                assertThat(text).doesNotContain("has opened a dispute");
            }
        });
    }

    @Test
    void paymentThatIsNotListedIsShownWithItsFigures() {
        pay("pi_1", "100.00", null);
        unlisted.add(new FoundPayment(payment("pi_9", "100.00", null), true));

        PaymentEvidence.About about = about(Claim.BILLED_TWICE);

        assertThat(findings())
                .contains("pi_9", "EUR 100.00", "1 Jan 2026", "names this order")
                .doesNotContain("No payment was made twice");
        assertThat(about.wrongCharges()).singleElement().satisfies(wrong -> {
            assertThat(wrong.paymentReference()).isEqualTo("pi_9");
            assertThat(wrong.standing()).isEqualTo(Evidence.Standing.UNCLEAR);
        });
        assertThat(notes.isComplete()).isFalse();
    }

    /** The shop lists 40 of 100; what is in a payment that it does not list is not paid back without a person. */
    @ParameterizedTest
    @CsvSource({"BILLED_TWICE, 5.00", "NOT_RECEIVED, 60.00", "DEFECTIVE, 60.00"})
    void paymentThatIsNotListedIsAPersonsQuestionWhateverTheClaim(Claim claim, String amount) {
        pay("pi_1", "40.00", null);
        unlisted.add(new FoundPayment(payment("pi_9", amount, null), true));

        about(claim);

        assertThat(findings()).contains("pi_9", "EUR " + amount);
        assertThat(notes.isComplete()).isFalse();
    }

    /** Claims, what was captured, and whether the provider is searched. */
    @ParameterizedTest
    @CsvSource({
        "BILLED_TWICE, 100.00, true",
        "BILLED_TWICE, 40.00,  true",
        "NOT_RECEIVED, 100.00, false",
        "NOT_RECEIVED, 40.00,  true",
        "DEFECTIVE,    99.99,  true",
    })
    void isSearchedWhereAPaymentMayBeMissing(Claim claim, String captured, boolean searched) {
        pay("pi_1", captured, null);

        about(claim);

        verify(provider, searched ? times(1) : never()).search(any());
    }

    @Test
    void searchThatIsNotPossibleIsSaidAndNothingIsClaimed() {
        pay("pi_1", "100.00", null);
        when(provider.search(any())).thenThrow(new PaymentProviderUnavailable("no search", false, null));

        about(Claim.BILLED_TWICE);

        assertThat(findings()).contains("could not be looked for").doesNotContain("No payment was made twice");
        assertThat(notes.isComplete()).isFalse();
    }

    @Test
    void oneOfOneIsNoSecondOne() {
        pay("pi_1", "100.00", null);

        assertThat(about(Claim.BILLED_TWICE).wrongCharges()).isEmpty();
        assertThat(findings())
                .contains("No payment was made twice, among the 1 that shop and payment provider know of");
    }

    private PaymentEvidence.About about(Claim claim) {
        Complaint complaint = mock(Complaint.class);
        when(complaint.claim()).thenReturn(claim);
        when(complaint.number()).thenReturn(new CaseNumber("C-2026-000001"));
        Clock clock = Clock.systemUTC();
        EarlierRemedies earlier = mock(EarlierRemedies.class);
        when(earlier.refunds(any(), any())).thenReturn(List.of());
        return new PaymentEvidence(
                        provider,
                        mock(PaymentNews.class),
                        new OwnRefunds(earlier, provider),
                        new UnlistedPayments(provider, clock),
                        clock)
                .about(complaint, order(), notes, true);
    }

    private String findings() {
        return notes.all().stream().map(FindingNotes.Note::text).collect(Collectors.joining("\n"));
    }

    private void pay(String reference, String amount, State dispute) {
        Payment payment = payment(reference, amount, dispute);
        listed.add(new Order.Payment(reference, "stripe", payment.captured(), payment.paidAt()));
        when(provider.payment(new HeldPayment("stripe", reference, Orders.NUMBER)))
                .thenReturn(Optional.of(payment));
    }

    private Payment payment(String reference, String amount, State state) {
        Money captured = Money.of(CurrencyUnit.EUR, new BigDecimal(amount));
        Instant paidAt = PLACED.plus(Duration.ofMinutes(listed.size()));
        List<Dispute> disputes = state == null
                ? List.of()
                : List.of(new Dispute(
                        "dp_" + reference, reference, "ch_" + reference, captured, null, state, null, paidAt));
        boolean disputed = disputes.stream().anyMatch(Dispute::forbidsRefund);
        return new Payment(
                reference,
                "ch_" + reference,
                captured,
                Money.zero(CurrencyUnit.EUR),
                "cus_1",
                disputed,
                paidAt,
                List.of(),
                disputes,
                "card");
    }

    private Order order() {
        Order order = Orders.with(
                List.of(new Order.Line(1, "PAN", "Pan", 1, Money.parse("EUR 100.00"), null, false)), List.of());
        return new Order(
                order.number(),
                order.placedOn(),
                order.currency(),
                order.total(),
                order.deliveryFee(),
                order.salesChannel(),
                order.paymentMethod(),
                order.gift(),
                order.businessCustomer(),
                order.customer(),
                order.deliveryAddress(),
                order.lines(),
                order.shipments(),
                listed,
                "cus_1",
                order.repairs());
    }
}
