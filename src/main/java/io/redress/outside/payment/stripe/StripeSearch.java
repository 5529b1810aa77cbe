package io.redress.outside.payment.stripe;

import com.stripe.exception.StripeException;
import com.stripe.model.Charge;
import com.stripe.param.ChargeListParams;
import com.stripe.param.ChargeSearchParams;
import com.stripe.service.V1Services;
import io.redress.outside.payment.PaymentProvider.PaymentSearch;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The charges that may be for an order. Stripe's search knows metadata and cards but is some seconds to a minute
 * behind, so the customer's charges are listed as well.
 */
final class StripeSearch {

    private final V1Services stripe;
    private final PaymentSearch wanted;

    StripeSearch(V1Services stripe, PaymentSearch wanted) {
        this.stripe = stripe;
        this.wanted = wanted;
    }

    /** The latest succeeded charge of each payment, by the payment's id. */
    Map<String, Charge> byPayment() throws StripeException {
        Map<String, Charge> found = new LinkedHashMap<>();
        keep(found, search("metadata[\"%s\"]:%s", StripeMapping.ORDER_NUMBER, quoted(wanted.orderNumber())));
        if (wanted.customerReference() != null) {
            keep(found, StripePages.all(stripe.charges().list(ofCustomer())));
        }
        for (String card : wanted.cards()) {
            keep(
                    found,
                    search(
                            "payment_method_details.card.fingerprint:%s AND created>=%d AND created<%d",
                            quoted(card),
                            wanted.from().getEpochSecond(),
                            wanted.to().getEpochSecond()));
        }
        return found;
    }

    boolean namesOrder(Charge charge) {
        return wanted.orderNumber().equals(orderOf(charge));
    }

    private void keep(Map<String, Charge> found, Stream<Charge> charges) {
        charges.filter(this::fits).forEach(charge -> found.putIfAbsent(charge.getPaymentIntent(), charge));
    }

    /**
     * A charge that names another order belongs to that order; one that names none has to agree in amount and time.
     */
    private boolean fits(Charge charge) {
        if (!StripeMapping.isSucceeded(charge) || charge.getPaymentIntent() == null) {
            return false;
        }
        if (orderOf(charge) != null) {
            return namesOrder(charge);
        }
        long created = charge.getCreated();
        return created >= wanted.from().getEpochSecond()
                && created < wanted.to().getEpochSecond()
                && wanted.amounts().contains(StripeMapping.captured(charge));
    }

    private static String orderOf(Charge charge) {
        return StripeMapping.metadata(charge.getMetadata(), StripeMapping.ORDER_NUMBER);
    }

    private Stream<Charge> search(String query, Object... values) throws StripeException {
        var params = ChargeSearchParams.builder()
                .setQuery("status:\"succeeded\" AND " + query.formatted(values))
                .setLimit(StripePages.SIZE)
                .build();
        Iterable<Charge> charges = stripe.charges().search(params).autoPagingIterable();
        return StreamSupport.stream(charges.spliterator(), false);
    }

    private ChargeListParams ofCustomer() {
        return ChargeListParams.builder()
                .setCustomer(wanted.customerReference())
                .setCreated(ChargeListParams.Created.builder()
                        .setGte(wanted.from().getEpochSecond())
                        .setLt(wanted.to().getEpochSecond())
                        .build())
                .setLimit(StripePages.SIZE)
                .build();
    }

    private static String quoted(String value) {
        return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
